import type { Step } from '../../../domain/records/reading.ts';
import { isByTheClock } from '../../../domain/words/asked.ts';
import { upperFirst } from '../../../domain/words/numbers.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { toldByStep } from '../../../domain/words/told.ts';
import type { RequestLine, TaskGroup } from './types.ts';

type Row = {
  key: string;
  at: string;
  byTheClock?: boolean | undefined;
  text: string;
  small?: string | undefined;
  kind: 'done' | 'now' | 'level' | 'coming';
  /** It was promised and does not hold any more. */
  struck?: boolean;
};

/** Who is told, and when: what was sent with its delivery, the due date, and the rungs to come with whom they tell. */
export const Timetable = ({ group, speaker }: { group: TaskGroup; speaker: Speaker }) => (
  <ol className="ladder">
    {rowsOf(group, speaker).map((row) => (
      <Line key={row.key} row={row} when={(row.byTheClock ? speaker.dates.weekdayTime : speaker.dates.day)(row.at)} />
    ))}
  </ol>
);

const Line = ({ row: { kind, text, small, struck }, when }: { row: Row; when: string }) => (
  <li className={kind}>
    <span className="on">{struck ? <s>{when}</s> : when}</span>
    <span>
      {struck ? <s>{text}</s> : text} {small === undefined ? null : <small>{small}</small>}
    </span>
  </li>
);

function rowsOf(group: TaskGroup, speaker: Speaker): Row[] {
  const steps = group.steps.filter(({ what, state }) => what !== 'due' && !(what === 'dueToday' && state === 'pending'));
  const due: Row = { key: 'due', at: group.due, byTheClock: isByTheClock(group.steps), text: dueText(group, speaker), kind: 'now' };
  const mine = group.askedOf === undefined;
  const rows = [...steps.map((step) => rowOf(step, speaker, mine)), ...firstDate(group, speaker), ...requestRows(group, speaker), due];
  return rows.sort((a, b) => a.at.localeCompare(b.at));
}

function firstDate({ moved }: TaskGroup, { t, dates }: Speaker): Row[] {
  if (moved === undefined) return [];
  return [
    { key: 'first', at: moved.first, text: t('page:tasks.firstPromised', { day: dates.day(moved.first) }), kind: 'done', struck: true },
  ];
}

/** More time as it was asked for, and what became of it. */
const requestRows = ({ requests = [] }: TaskGroup, speaker: Speaker): Row[] =>
  requests.map((request) => ({
    ...{ key: `request ${request.at}`, at: request.at, kind: 'done' },
    text: askedFor(request, speaker),
    small: [decision(request, speaker), speaker.t('page:tasks.request.reason', { reason: request.answer ?? request.reason })].join('. '),
  }));

function askedFor({ by, until }: RequestLine, { t, dates }: Speaker): string {
  const day = dates.day(until);
  return by === undefined ? t('page:tasks.request.byYou', { day }) : t('page:tasks.request.by', { name: by, day });
}

function decision({ state, decidedBy, decidedAt }: RequestLine, { t, dates }: Speaker): string {
  if (state === 'asked' || state === 'withdrawn') return t(`page:tasks.request.${state}`);
  return t(`page:tasks.request.${state}`, { name: decidedBy ?? '', at: decidedAt === undefined ? '' : dates.day(decidedAt) });
}

const dueText = ({ site }: TaskGroup, { t }: Speaker): string =>
  site === undefined ? t('page:tasks.step.dueNoSite') : t('page:tasks.step.due', { site });

function rowOf(step: Step, speaker: Speaker, mine: boolean): Row {
  const who = toldByStep(step, speaker, mine);
  const { what } = step;
  const text =
    what === 'opened' || what === 'reminder' || what === 'dueToday' ? speaker.t(`page:tasks.step.${what}`, { who }) : upperFirst(who);
  const kind = step.state === 'pending' ? 'coming' : step.level > 0 ? 'level' : 'done';
  return { key: `${what} ${step.at}`, at: step.at, byTheClock: step.byTheClock, text, small: deliveryOf(step, speaker), kind };
}

function deliveryOf({ state, delivery, at }: Step, { t, dates }: Speaker): string | undefined {
  if (state === 'pending') return undefined;
  if (state === 'missed') return t('page:tasks.delivery.missed');
  if (delivery === undefined) return t('page:tasks.delivery.sent');
  return t(`page:tasks.delivery.${delivery}`, { time: dates.time(at) });
}
