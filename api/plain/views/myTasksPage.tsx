import { listed, lowerFirst, upperFirst } from '../../../domain/words/numbers.ts';
import { minutesFor } from '../../../domain/words/question.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import { Icon } from './icons.tsx';
import { shownInFull, stateClass, stateIcon } from './state.tsx';
import type { MyDecision, MyDone, MyGroup, MyTasksPage } from './types.ts';

type Props = { page: MyTasksPage; speaker: Speaker };

/** Everything that is asked of the reader, by date, and what was answered lately. */
export function myTasksPage(page: MyTasksPage): string {
  const speaker = speakerOf(page);
  const groups = [...page.groups].sort((a, b) => a.due.localeCompare(b.due));
  const title =
    groups.length === 0 && page.decide?.length
      ? speaker.t('page:myTasks.titleDecide', { count: page.decide.length })
      : titleOf(groups, speaker);
  const navigation = { current: 'tasks' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={{ ...page, groups }} speaker={speaker} title={title} />);
}

/** The news: what comes first, and how much comes after it. */
function titleOf(groups: readonly MyGroup[], speaker: Speaker): string {
  const { t } = speaker;
  const [earliest] = groups;
  const last = groups.at(-1);
  if (earliest === undefined || last === undefined) return t('page:myTasks.nothing');
  const isFirst = (group: MyGroup) => (earliest.left < 0 ? group.left < 0 : group.due === earliest.due);
  const rest = groups.filter((group) => !isFirst(group));
  const first = firstPart(earliest, countOf(groups.filter(isFirst)), speaker);
  return rest.length === 0 ? first : t('page:myTasks.titleMore', { first, count: countOf(rest), day: nearDay(last, speaker) });
}

function firstPart(earliest: MyGroup, count: number, speaker: Speaker): string {
  if (earliest.left < 0) return speaker.t('page:myTasks.titleLate', { count });
  if (earliest.left === 0) return speaker.t('page:myTasks.titleToday', { count });
  return speaker.t('page:myTasks.titleDay', { count, day: nearDay(earliest, speaker) });
}

const countOf = (groups: readonly MyGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);
const nearDay = ({ due }: MyGroup, { dates }: Speaker): string => (dates.daysFromNow(due) < 7 ? dates.weekday(due) : dates.since(due));

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t, dates } = speaker;
  const late = page.groups.filter(({ left }) => left < 0);
  const week = page.groups.filter(({ left, due }) => left >= 0 && dates.sameWeek(due));
  const later = page.groups.filter(({ left, due }) => left >= 0 && !dates.sameWeek(due));
  const here = page.site === undefined ? dates.day(page.now) : t('page:myTasks.here', { site: page.site, day: dates.day(page.now) });
  const shown = [
    { title: t('page:myTasks.lateGroup'), groups: late },
    { title: t('page:myTasks.thisWeek'), groups: week },
    { title: t('page:myTasks.later'), groups: later },
  ].filter(({ groups }) => groups.length > 0);
  return (
    <>
      {page.notice === undefined ? null : (
        <p className="alert good" role="status">
          {t(`page:commands.${page.notice}.done`)}
        </p>
      )}
      <h1>{title}</h1>
      {page.groups.length === 0 && !page.decide?.length ? <p className="lead">{t('page:myTasks.nothingLead')}</p> : null}
      <div className="cols">
        <div>
          <ToDecide page={page} speaker={speaker} />
          {shown.map((group) => (
            <section key={group.title} className="bunch">
              <h2>
                {group.title} {group === shown[0] ? <span>{here}</span> : null}
              </h2>
              <ul>
                {group.groups.map((card) => (
                  <Card key={`${card.href} ${card.references.join()}`} card={card} first={card === page.groups[0]} speaker={speaker} />
                ))}
              </ul>
            </section>
          ))}
          <Bunch title={t('page:myTasks.cameToYou')} cards={page.late} speaker={speaker} />
          <Bunch title={t('page:myTasks.lent')} cards={page.lent} speaker={speaker} />
          <Waiting page={page} speaker={speaker} />
        </div>
        <Done page={page} speaker={speaker} />
      </div>
    </>
  );
};

const Card = ({ card, first, speaker }: { card: MyGroup; first: boolean; speaker: Speaker }) => {
  const { t } = speaker;
  const title = upperFirst(speaker.counted(card.definition.words.subject, { count: card.count, reference: card.references[0] ?? '' }));
  return (
    <li className="card">
      <h3>
        <a href={card.href}>{title}</a>
      </h3>
      <p>{aboutOf(card, speaker)}</p>
      <Special card={card} speaker={speaker} />
      <div className="line">
        <When card={card} speaker={speaker} />
        <a className={first ? 'button main' : 'button'} href={card.href} aria-label={t('page:myTasks.answerLabel', { title })}>
          {t('page:myTasks.answer')}
        </a>
      </div>
    </li>
  );
};

/** What is not as usual with it: somebody stands in, or an answer came back. */
const Special = ({ card: { standIn, cameBack, askedOf }, speaker: { t } }: { card: MyGroup; speaker: Speaker }) => {
  const said = [
    ...(askedOf === undefined ? [] : [t('page:tasks.onBehalf', { name: askedOf })]),
    ...(standIn === undefined ? [] : [t(standIn.isOwner ? 'page:myTasks.lentTo' : 'page:tasks.inSteadOf', { name: standIn.other })]),
    ...(cameBack ? [t('page:myTasks.cameBack')] : []),
  ];
  return said.length === 0 ? null : <p>{said.join(' ')}</p>;
};

/** Answers to confirm and requests to decide, earliest first. */
const ToDecide = ({ page: { decide = [] }, speaker }: Props) =>
  decide.length === 0 ? null : (
    <section className="bunch">
      <h2>{speaker.t('page:myTasks.toDecide')}</h2>
      <ul>
        {decide.map((one) => (
          <Decision key={`${one.what} ${one.href}`} one={one} speaker={speaker} />
        ))}
      </ul>
    </section>
  );

const Decision = ({ one, speaker }: { one: MyDecision; speaker: Speaker }) => {
  const { t, dates } = speaker;
  const title = t(`page:myTasks.${one.what}`, { name: one.who, day: one.until === undefined ? '' : dates.day(one.until) });
  return (
    <li className="card">
      <h3>
        <a href={one.href}>{title}</a>
      </h3>
      <p>{[one.reference, one.title].filter((part) => part !== undefined).join(' ')}</p>
      <div className="line">
        <When card={one} speaker={speaker} />
        <a className="button" href={one.href} aria-label={`${t('page:myTasks.look')}: ${title}, ${one.reference ?? one.title}`}>
          {t('page:myTasks.look')}
        </a>
      </div>
    </li>
  );
};

const Bunch = ({ title, cards = [], speaker }: { title: string; cards: MyGroup[] | undefined; speaker: Speaker }) =>
  cards.length === 0 ? null : (
    <section className="bunch">
      <h2>{title}</h2>
      <ul>
        {cards.map((card) => (
          <Card key={`${card.href} ${card.references.join()}`} card={card} first={false} speaker={speaker} />
        ))}
      </ul>
    </section>
  );

const Waiting = ({ page: { waiting = [] }, speaker: { t } }: Props) =>
  waiting.length === 0 ? null : (
    <section className="bunch">
      <h2>{t('page:myTasks.waiting')}</h2>
      <ul className="short-list">
        {waiting.map(({ title, href, confirmer }) => (
          <li key={href}>
            <a href={href}>{t('page:myTasks.waitsFor', { what: title, name: confirmer })}</a>
          </li>
        ))}
      </ul>
    </section>
  );

const When = ({ card, speaker }: { card: Pick<MyGroup, 'left' | 'level' | 'due'>; speaker: Speaker }) => {
  const { tone, word } = shownInFull(card, speaker);
  return (
    <span className={`state ${stateClass(tone)}`}>
      <Icon name={stateIcon(tone)} />
      <span className="when">
        <b>{speaker.dates.day(card.due)}</b> <span>{word}</span>
      </span>
    </span>
  );
};

function aboutOf(card: MyGroup, speaker: Speaker): string {
  const { t, language, pick } = speaker;
  const process = pick(card.process.title);
  const shown = card.references.slice(0, 3);
  const others = card.references.length - shown.length;
  const references = others > 0 ? t('page:myTasks.andOthers', { count: others, references: shown.join(', ') }) : listed(shown, language);
  const what =
    shown.length === 0
      ? t('page:myTasks.forNone', { process })
      : t('page:myTasks.for', { references, process: lowerFirst(process, language) });
  const minutes = minutesFor(card, card.count);
  return minutes === undefined ? what : `${what} ${t('page:myTasks.takes', { minutes: t('page:myTasks.minutes', { count: minutes }) })}`;
}

const Done = ({ page, speaker }: Props) => (
  <aside className="aside" aria-labelledby="h-done">
    <h2 id="h-done">{speaker.t('page:myTasks.done')}</h2>
    {page.done.length === 0 ? <p>{speaker.t('page:myTasks.doneNothing')}</p> : null}
    <ul>
      {page.done.map((done) => (
        <li key={`${done.title} ${done.closedAt}`}>
          <b>{done.title}</b>
          {doneText(done, speaker)}
        </li>
      ))}
    </ul>
  </aside>
);

/** Done late is quiet on purpose: it is measured, not held against anybody. */
function doneText({ state, closedAt, by = 'login', late }: MyDone, { t, dates }: Speaker): string {
  const day = dates.dayMonth(closedAt);
  if (state === 'superseded' || state === 'cancelled' || state === 'waived')
    return t('page:myTasks.closed', { day, state: lowerOf(t(state)) });
  const said = { day, by: t(`doneBy.${by}`) };
  return late > 0 ? t('page:myTasks.doneLate', { ...said, late: t('doneLate', { count: late }) }) : t('page:myTasks.onTime', said);
}

const lowerOf = (word: string): string => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
