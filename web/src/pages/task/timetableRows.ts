import type { TFunction } from 'i18next';
import type { Step } from '../../../../domain/records/reading.ts';
import type { Extension } from '../../../../domain/records/task.ts';
import { upperFirst } from '../../words/numbers.ts';
import { whoIsTold } from '../../words/told.ts';
import type { Days } from '../../words/useDays.ts';
import { nameIn, type Shown } from './subject.ts';
import type { MarkKind } from './TimetableMark.tsx';

/** One line of the timetable; what is struck was promised and does not hold any more. */
export type Row = {
  key: string;
  kind: MarkKind;
  at: string;
  text: string;
  small?: string | undefined;
  byTheClock?: boolean | undefined;
  isStruck?: boolean;
};

type Speaking = { t: TFunction; language: string; days: Days; isMine: boolean };

/** The timetable of a task in its order: mails and rungs, the dates that were promised, and requests for more time. */
export function rowsOf(shown: Shown, speaking: Speaking): Row[] {
  const { task, reading } = shown;
  const steps = reading.steps.filter(({ what, state }) => what !== 'due' && !(what === 'dueToday' && state === 'pending'));
  return [
    ...steps.map((step) => stepRow(step, speaking)),
    ...(task.due === task.promised ? [] : [firstPromise(task.promised, task.zone, speaking)]),
    ...(task.extensions ?? []).map((one) => requestRow(one, shown, speaking)),
    dueRow(shown, speaking),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

export const isByTheClock = (steps: readonly Step[]): boolean => steps.some(({ byTheClock }) => byTheClock === true);

const dueRow = ({ task: { due }, reading: { steps, site } }: Shown, { t }: Speaking): Row => ({
  ...{ key: 'due', kind: 'due', at: due, byTheClock: isByTheClock(steps) },
  text: t('tasks.timetable.due', { site }),
});

const firstPromise = (at: string, zone: string, { t, days }: Speaking): Row => ({
  ...{ key: 'first', kind: 'sent', at, isStruck: true },
  text: t('tasks.due.firstPromised', { day: days.day(at, zone) }),
});

function stepRow(step: Step, { t, language, isMine }: Speaking & { days: Days }): Row {
  const { what, at, state, level, byTheClock } = step;
  const who = whoIsTold(step, t, language, isMine);
  const isMail = what === 'opened' || what === 'reminder' || what === 'dueToday';
  return {
    ...{ key: `${what} ${at}`, at, byTheClock, kind: state === 'pending' ? 'coming' : level > 0 ? 'level' : 'sent' },
    text: isMail ? t(`tasks.timetable.${what}`, { who }) : upperFirst(who),
    small: state === 'pending' ? undefined : t(`tasks.timetable.delivery.${state === 'missed' ? 'missed' : (step.delivery ?? 'sent')}`),
  };
}

/** More time as it was asked for, and what became of it. */
function requestRow(
  { askedAt, askedBy, until, state, decidedBy, decidedAt, reason, answer }: Extension,
  shown: Shown,
  speaking: Speaking,
): Row {
  const { t, days } = speaking;
  const day = days.day(until);
  const isOwn = askedBy === shown.who.person;
  const name = nameIn(shown.reading, decidedBy);
  const came = t(`tasks.timetable.request.${state}`, { name, at: decidedAt === undefined ? '' : days.day(decidedAt) });
  return {
    ...{ key: `request ${askedAt}`, kind: 'sent', at: askedAt },
    text: isOwn
      ? t('tasks.timetable.request.byYou', { day })
      : t('tasks.timetable.request.by', { name: nameIn(shown.reading, askedBy), day }),
    small: `${came}. ${t('tasks.timetable.request.reason', { reason: answer ?? reason })}`,
  };
}
