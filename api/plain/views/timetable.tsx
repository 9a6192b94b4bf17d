import type { Step } from '../../../domain/words/asked.ts';
import { upperFirst } from '../../../domain/words/numbers.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { toldByStep } from '../../../domain/words/told.ts';
import type { TaskGroup } from './types.ts';

type Row = { key: string; at: string; text: string; small?: string | undefined; kind: 'done' | 'now' | 'level' | 'coming' };

/** Who is told, and when: what was sent with its delivery, the due date, and the rungs to come with whom they tell. */
export const Timetable = ({ group, speaker }: { group: TaskGroup; speaker: Speaker }) => (
  <ol className="ladder">
    {rowsOf(group, speaker).map(({ key, at, text, small, kind }) => (
      <li key={key} className={kind}>
        <span className="on">{speaker.dates.day(at)}</span>
        <span>
          {text} {small === undefined ? null : <small>{small}</small>}
        </span>
      </li>
    ))}
  </ol>
);

function rowsOf(group: TaskGroup, speaker: Speaker): Row[] {
  const steps = group.steps.filter(({ what, state }) => what !== 'due' && !(what === 'dueToday' && state === 'pending'));
  const due: Row = { key: 'due', at: group.due, text: dueText(group, speaker), kind: 'now' };
  const mine = group.askedOf === undefined;
  return [...steps.map((step) => rowOf(step, speaker, mine)), due].sort((a, b) => a.at.localeCompare(b.at));
}

const dueText = ({ site }: TaskGroup, { t }: Speaker): string =>
  site === undefined ? t('page:tasks.step.dueNoSite') : t('page:tasks.step.due', { site });

function rowOf(step: Step, speaker: Speaker, mine: boolean): Row {
  const who = toldByStep(step, speaker, mine);
  const { what } = step;
  const text =
    what === 'opened' || what === 'reminder' || what === 'dueToday' ? speaker.t(`page:tasks.step.${what}`, { who }) : upperFirst(who);
  const kind = step.state === 'pending' ? 'coming' : step.level > 0 ? 'level' : 'done';
  return { key: `${what} ${step.at}`, at: step.at, text, small: deliveryOf(step, speaker), kind };
}

function deliveryOf({ state, delivery, at }: Step, { t, dates }: Speaker): string | undefined {
  if (state === 'pending') return undefined;
  if (state === 'missed') return t('page:tasks.delivery.missed');
  if (delivery === undefined) return t('page:tasks.delivery.sent');
  return t(`page:tasks.delivery.${delivery}`, { time: dates.time(at) });
}
