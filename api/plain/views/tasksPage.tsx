import { upperFirst } from '../../../domain/words/numbers.ts';
import { minutesFor, questionOf, runsSaid, subjectOf } from '../../../domain/words/question.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { CommentForm } from './commentForm.tsx';
import { Hidden, pageOf } from './document.tsx';
import { EvidenceAdded, EvidenceFormBox } from './evidence.tsx';
import { ProblemSummary } from './problemSummary.tsx';
import { TaskSection } from './taskSection.tsx';
import { About, Due, Jump, Progress, Recorded, StandIn, shownTasks } from './tasksHead.tsx';
import { Send } from './tasksSend.tsx';
import { Timetable } from './timetable.tsx';
import type { TaskGroup, TasksPage } from './types.ts';

type Props = { page: TasksPage; speaker: Speaker };

/**
 * The page behind the link in a mail, and "answer" of my tasks: every open task of one person with its facts and its form, in one form.
 * `groups` and their `tasks` hold this page only; more than 25 come in steps.
 */
export function tasksPage(page: TasksPage): string {
  const speaker = speakerOf(page);
  const title = titleOf(page, speaker);
  const first = page.groups[0]?.tasks[0];
  const navigation = page.by === 'login' ? { seesRuns: page.seesRuns ?? false, csrf: page.csrf } : undefined;
  const skipTo = first ? { href: `#${encodeURIComponent(first.name)}`, words: speaker.t('page:skipToFirst') } : undefined;
  const width = isDecision(page) ? ('deciding' as const) : ('narrow' as const);
  return pageOf({ frame: page, title, navigation, skipTo, width }, <Body page={page} speaker={speaker} title={title} />);
}

/** What is open over all pages; what ended without an answer counts on no page. */
const openCount = (page: TasksPage): number =>
  page.page.of === 1 ? shownTasks(page).length : Math.max(page.of - page.answered, shownTasks(page).length);

function titleOf(page: TasksPage, speaker: Speaker): string {
  const [group, second] = page.groups;
  if (group === undefined) return speaker.t('page:answered.titleEnded');
  if (group.askedOf !== undefined) return upperFirst(subjectOf(group, linesOf(group), speaker, 'words'));
  if (second === undefined) return questionOf(group, linesOf(group), speaker, openCount(page));
  const say = { count: openCount(page), day: speaker.dates.longDay(group.due) };
  return group.left < 0 ? speaker.t('page:tasks.severalTitleLate', say) : speaker.t('page:tasks.severalTitle', say);
}

/** The frozen facts stand beside the form, which takes more width than a question. */
const isDecision = (page: TasksPage): boolean => shownTasks(page).some(({ frozen }) => frozen !== undefined);

const linesOf = ({ tasks }: TaskGroup) => tasks.map(({ reference, facts }) => ({ reference, since: facts?.last?.day }));

const Body = ({ page, speaker, title }: Props & { title: string }) => (
  <>
    <ProblemSummary page={page} speaker={speaker} />
    <Recorded page={page} speaker={speaker} />
    <EvidenceAdded form={page.evidence} speaker={speaker} />
    <h1>{title}</h1>
    {page.groups.length === 1 ? page.groups.map((group) => <Due key={group.run} group={group} speaker={speaker} />) : null}
    {page.groups.length === 1 ? page.groups.map((group) => <StandIn key={group.run} group={group} speaker={speaker} />) : null}
    <p className="lead">{leadOf(page, speaker)}</p>
    <Progress page={page} speaker={speaker} />
    <Jump page={page} speaker={speaker} />
    {page.groups.length === 1 ? page.groups.map((group) => <About key={group.run} group={group} speaker={speaker} />) : null}
    <form method="post" action={page.action} noValidate>
      <Hidden values={{ csrf: page.csrf, key: page.key, action: 'complete' }} />
      {page.groups.map((group) => (
        <Group key={group.tasks[0]?.task} group={group} page={page} speaker={speaker} />
      ))}
      <Send page={page} speaker={speaker} />
    </form>
    <EvidenceFormBox page={page} speaker={speaker} />
    <CommentForm page={page} speaker={speaker} />
    {page.groups.length === 1 ? page.groups.map((group) => <WhoIsTold key={group.run} group={group} speaker={speaker} />) : null}
    <p className="end">{endOf(page, speaker)}</p>
  </>
);

function leadOf(page: TasksPage, { t }: Speaker): string {
  const count = shownTasks(page).length;
  const minutes = page.groups.reduce((sum, group) => sum + (minutesFor(group, group.tasks.length) ?? 31), 0);
  const [first] = page.groups;
  return [
    ...(first?.askedOf === undefined ? [] : [t('page:tasks.onBehalf', { name: first.askedOf })]),
    t(page.by === 'link' ? 'page:tasks.hereByLink' : 'page:tasks.hereByLogin'),
    ...(minutes <= 30 && page.page.of === 1 ? [t('page:tasks.takes', { minutes: t('minutes', { count: minutes }) })] : []),
    ...(count > 1 ? [t('page:tasks.emptyStaysOpen')] : []),
    ...(page.page.of > 1 ? [t('page:tasks.oneAtATime')] : []),
  ].join(' ');
}

/** With several groups each has its heading, date and reasons; a single one has them in the head of the page. */
const Group = ({ group, page, speaker }: Props & { group: TaskGroup }) => {
  const alone = page.groups.length === 1;
  const all = shownTasks(page);
  const sections = group.tasks.map((task) => (
    <TaskSection key={task.task} task={task} number={all.indexOf(task) + 1} of={all.length} level={alone ? 2 : 3} speaker={speaker} />
  ));
  if (alone) return sections;
  return (
    <section className="group">
      <h2>{questionOf(group, linesOf(group), speaker)}</h2>
      <Due group={group} speaker={speaker} />
      <StandIn group={group} speaker={speaker} />
      <p className="lead">{speaker.pick(group.definition.purpose)}</p>
      {sections}
      <details className="box told">
        <summary>{speaker.t('page:tasks.whoIsTold')}</summary>
        <Timetable group={group} speaker={speaker} />
      </details>
    </section>
  );
};

const WhoIsTold = ({ group, speaker }: { group: TaskGroup; speaker: Speaker }) => (
  <section className="box" aria-labelledby="h-when">
    <h2 id="h-when">{speaker.t('page:tasks.whoIsTold')}</h2>
    <Timetable group={group} speaker={speaker} />
  </section>
);

function endOf(page: TasksPage, speaker: Speaker): string {
  const { t, pick, dates } = speaker;
  const runs = [...new Map(page.groups.map((group) => [group.run, `${pick(group.process.title)}, ${runsSaid(group, speaker)}.`])).values()];
  const yours =
    page.by === 'login'
      ? []
      : [page.endsAt === undefined ? t('page:tasks.yours') : t('page:tasks.yoursUntil', { day: dates.longDay(page.endsAt) })];
  return [...runs, t('page:tasks.end'), ...yours].join(' ');
}
