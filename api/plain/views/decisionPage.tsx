import { fieldsOf } from '../../../domain/words/fields.ts';
import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { answerText, Receipt } from './answeredPage.tsx';
import { Brief } from './brief.tsx';
import { OneForm } from './commandForms.tsx';
import { pageOf } from './document.tsx';
import { Facts } from './facts.tsx';
import { SignInAgain } from './problemSummary.tsx';
import { About, Due, StandIn } from './tasksHead.tsx';
import { Timetable } from './timetable.tsx';
import type { DecisionPage, HistoryLine } from './types.ts';

type Props = { page: DecisionPage; speaker: Speaker };

/** One task that waits for a decision: the answer and its history in front, then what may be decided. Opening it changes nothing. */
export function decisionPage(page: DecisionPage): string {
  const speaker = speakerOf(page);
  const title = titleOf(page, speaker);
  const navigation = { current: 'tasks' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation }, <Body page={page} speaker={speaker} title={title} />);
}

function titleOf({ what, who, until }: DecisionPage, { t, dates }: Speaker): string {
  switch (what) {
    case 'confirm':
      return t('page:decision.confirmTitle', { name: who });
    case 'extension':
      return t('page:decision.extensionTitle', { name: who, day: until === undefined ? '' : dates.longDay(until) });
    case 'handOver':
      return t('page:decision.handOverTitle', { name: who });
    case 'waits':
      return t('page:decision.waitsTitle', { name: who });
  }
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  const { group } = page;
  const [task] = group.tasks;
  return (
    <>
      <nav className="crumb" aria-label={t('page:decision.crumb')}>
        <a href={places.myTasks}>{t('page:myWork')}</a> / <span className="id">{task?.reference ?? group.run}</span>
      </nav>
      <SignInAgain href={page.signInAgain} speaker={speaker} />
      <h1>{title}</h1>
      <Due group={group} speaker={speaker} />
      <StandIn group={group} speaker={speaker} />
      <p className="lead">{leadOf(page, speaker)}</p>
      <Answer page={page} speaker={speaker} />
      {task?.facts === undefined ? null : (
        <section className="box task" aria-labelledby="h-facts">
          <div className="no">
            <span className="id">{task.reference ?? ''}</span>
          </div>
          <h2 id="h-facts">{task.title}</h2>
          <Facts facts={task.facts} labels={task.labels} speaker={speaker} open />
        </section>
      )}
      {task?.brief === undefined ? null : (
        <section className="box task" aria-labelledby="h-brief">
          <h2 id="h-brief">{task.title}</h2>
          <Brief brief={task.brief} speaker={speaker} />
        </section>
      )}
      <History page={page} speaker={speaker} />
      <Forms page={page} speaker={speaker} />
      <About group={group} speaker={speaker} />
      <section className="box" aria-labelledby="h-when">
        <h2 id="h-when">{t('page:tasks.whoIsTold')}</h2>
        <Timetable group={group} speaker={speaker} />
      </section>
      <p className="end">{t('page:tasks.end')}</p>
    </>
  );
};

function leadOf({ what, asked, group, reason, handOverTo = '', cameBack }: DecisionPage, { t, dates }: Speaker): string {
  return [
    t('page:decision.asked', { name: asked, day: dates.longDay(group.due) }),
    ...(handOverTo === '' ? [] : [t('page:decision.handOverTo', { to: handOverTo })]),
    ...(reason === undefined ? [] : [t('page:decision.reason', { reason })]),
    ...(cameBack === 0 ? [] : [t('page:decision.cameBackTimes', { count: cameBack })]),
    ...(what === 'waits' ? [t('page:decision.waitsLead')] : []),
  ].join(' ');
}

const Answer = ({ page: { answer }, speaker }: Props) =>
  answer === undefined ? null : (
    <section className="box" aria-labelledby="h-answer">
      <h2 id="h-answer">{speaker.t('page:decision.answer')}</h2>
      <ul className="rows">
        <Receipt task={answer} speaker={speaker} />
      </ul>
    </section>
  );

const Forms = ({ page, speaker }: Props) =>
  page.commands.map((form, n) => (
    <section key={form.command} className="box else" aria-labelledby={`h-${form.command}`}>
      <h2 id={`h-${form.command}`}>{speaker.t(`page:commands.${form.command}.title`)}</h2>
      <OneForm form={form} place={{ action: page.action, csrf: page.csrf, pageKey: page.key }} speaker={speaker} main={n === 0} />
    </section>
  ));

const History = ({ page, speaker }: Props) => (
  <section className="box" aria-labelledby="h-history">
    <h2 id="h-history">{speaker.t('page:decision.history')}</h2>
    <ol className="ladder">
      {page.history.map((line) => (
        <li key={`${line.event} ${line.at}`} className="done">
          <span className="on">{speaker.dates.day(line.at)}</span>
          <span>
            {saidOf(line, speaker)} <Words line={line} page={page} speaker={speaker} />
          </span>
        </li>
      ))}
    </ol>
  </section>
);

const saidOf = ({ event, name, to = '', day }: HistoryLine, { t, dates }: Speaker): string =>
  t(`page:history.${event}`, { name, to, day: day === undefined ? '' : dates.day(day) });

const Words = ({ line, page, speaker }: Props & { line: HistoryLine }) => {
  const text = line.answer === undefined ? line.text : answerOf(line.answer, page, speaker);
  return text === undefined ? null : <small>{text}</small>;
};

/** An answer of before, in one line. */
function answerOf(outcome: Record<string, unknown>, { group }: DecisionPage, speaker: Speaker): string {
  const [task] = group.tasks;
  if (task === undefined) return '';
  return fieldsOf(task.schema, speaker)
    .map((field) => ({ short: field.short, text: answerText(field, { outcome, labels: task.labels }, speaker) }))
    .filter(({ text }) => text !== '')
    .map(({ short, text }) => `${short}: ${text}`)
    .join('; ');
}
