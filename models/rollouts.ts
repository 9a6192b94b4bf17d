import type { Actor, Day, Instant } from '../domain/records/common.ts';
import type { RolloutItem } from '../domain/records/rollout.ts';
import { changeRecord, insertRecords } from './registers.ts';
import type { Store } from './store.ts';

/** How far a rollout is: `of` counts all that are part of it, `open` those as well whose exception has ended (`expired`). */
export type Progress = { of: number; done: number; excepted: number; expired: number; open: number };

/** How far all rollouts of a control are together, or one of them. */
export async function progressOf(store: Store, which: { control: string } | { rollout: string }, today: Day): Promise<Progress> {
  const count = (filter: object) => store.rolloutItems.count({ ...which, ...filter });
  const [of, done, excepted, expired] = await Promise.all([
    count({ state: { $ne: 'removed' } }),
    count({ state: 'done' }),
    count({ state: 'excepted', until: { $gte: today } }),
    count({ state: 'excepted', until: { $lt: today } }),
  ]);
  return { of, done, excepted, expired, open: of - done - excepted };
}

/** Those that are excepted, the ones that end first before the others. */
export const exceptionsOf = (store: Store, which: { control: string } | { rollout: string }): Promise<RolloutItem[]> =>
  store.rolloutItems.find({ ...which, state: 'excepted' }, { sort: { until: 1, _id: 1 } });

/** When the first exception ends that still holds. */
export async function firstEndOf(store: Store, control: string, today: Day): Promise<Day | undefined> {
  const first = await store.rolloutItems.first({ control, state: 'excepted', until: { $gte: today } }, { sort: { until: 1, _id: 1 } });
  return first?.until;
}

/** Those whose exception ended with that day, and of which nobody has said anything else since. */
export const endedExceptions = (store: Store, rollout: string, last: Day): Promise<RolloutItem[]> =>
  store.rolloutItems.find({ rollout, state: 'excepted', until: last }, { sort: { _id: 1 } });

/** The days with which exceptions end that hold today, and for which no run waits yet to ask about them. */
export async function endsToAwait(store: Store, rollout: string, today: Day): Promise<Day[]> {
  const held = await store.rolloutItems.find({ rollout, state: 'excepted', until: { $gte: today } });
  const waiting = await store.runs.find({ process: 'exceptionReview', status: 'open', 'subject.rollout': rollout });
  const awaited = new Set(waiting.map(({ subject }) => subject.until));
  return [...new Set(held.flatMap(({ until }) => until ?? []))].filter((end) => !awaited.has(end)).sort();
}

export type ItemChange = Pick<RolloutItem, 'item' | 'state'> & Partial<Pick<RolloutItem, 'name' | 'doneOn' | 'reason' | 'until'>>;
type Changing = { rollout: string; control: string; changes: readonly ItemChange[]; at: Instant; actor: Actor; key: string };

const idOf = (rollout: string, item: string): string => `${rollout}.${item}`;

const atOnce = 20;

/** Brings items to what is said of them; those that nobody knew are new. What is so already is left alone, so it may be said again. */
export async function changeItems(store: Store, { rollout, control, changes, ...by }: Changing): Promise<void> {
  const there = new Map((await store.rolloutItems.find({ rollout })).map((one) => [one.item, one]));
  const made = changes.filter(({ item }) => !there.has(item));
  await insertRecords(store, {
    ...{ register: 'rolloutItems', event: 'created', ...by },
    records: made.map((change) => ({ ...change, id: idOf(rollout, change.item), version: 1, rollout, control, updatedAt: by.at })),
  });
  const moved = changes.flatMap((change) => {
    const item = there.get(change.item);
    return item === undefined || isSo(item, change) ? [] : [{ item, change }];
  });
  for (let n = 0; n < moved.length; n += atOnce)
    await Promise.all(moved.slice(n, n + atOnce).map(({ item, change }) => changeOne(store, item, change, by)));
}

const fields = ['state', 'doneOn', 'reason', 'until'] as const;
const isSo = (item: RolloutItem, change: ItemChange): boolean =>
  fields.every((field) => item[field] === change[field]) && (change.name === undefined || change.name === item.name);

async function changeOne(
  store: Store,
  { id, version }: RolloutItem,
  { item: _item, name, state, doneOn, reason, until }: ItemChange,
  by: Pick<Changing, 'at' | 'actor' | 'key'>,
): Promise<void> {
  const set = { state, doneOn, reason, until, ...(name !== undefined && { name }) } as Partial<RolloutItem>;
  await changeRecord(store, { register: 'rolloutItems', id, version, set, event: state, ...by });
}

/** What is wrong with what is said of one item, by field. An exception ends, and not later than in a year (G14). */
export function itemProblem(
  { state, doneOn, reason, until }: ItemChange,
  today: Day,
): { field: keyof ItemChange; message: string; de: string } | undefined {
  if (doneOn !== undefined && doneOn > today)
    return { field: 'doneOn', message: 'The day is in the future.', de: 'Der Tag liegt in der Zukunft.' };
  if ((state === 'excepted' || state === 'removed') && reason === undefined)
    return state === 'excepted'
      ? { field: 'reason', message: 'An exception needs a reason.', de: 'Eine Ausnahme braucht eine Begründung.' }
      : { field: 'reason', message: 'Say why it is no part of it any more.', de: 'Sagen Sie, warum es nicht mehr dazugehört.' };
  if (state !== 'excepted')
    return until === undefined
      ? undefined
      : { field: 'until', message: 'Only an exception has an end.', de: 'Nur eine Ausnahme hat ein Ende.' };
  if (until === undefined) return { field: 'until', message: 'An exception needs an end date.', de: 'Eine Ausnahme braucht ein Enddatum.' };
  if (until <= today) return { field: 'until', message: 'An exception ends after today.', de: 'Eine Ausnahme endet nach heute.' };
  return until > yearAfter(today)
    ? { field: 'until', message: 'An exception holds for a year at most.', de: 'Eine Ausnahme gilt höchstens ein Jahr.' }
    : undefined;
}

const yearAfter = (day: Day): Day => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
