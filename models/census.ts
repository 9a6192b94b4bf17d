import type { Instant } from '../domain/records/common.ts';
import { Letter, Mail } from '../domain/records/letter.ts';
import { Run } from '../domain/records/run.ts';
import { TaskState } from '../domain/records/task.ts';
import { isClosed } from '../domain/rules/task.ts';
import type { Filter } from './collection.ts';
import type { Store } from './store.ts';

type Counted = 'tasks' | 'runs' | 'letters' | 'mails';
/** A number of records, what they have in common, and the filter that found them. */
export type Count = { name: string; labels: Record<string, string>; from: Counted; filter: Filter };

const openStates = TaskState.options.filter((state) => !isClosed(state));

/**
 * What is counted for those who watch. Every filter is answered by an index of `store.ts`: a value for each of its first fields, and a range at most for the
 * last one. `now` is the organization's time.
 */
export function counted(processes: readonly string[], now: Instant): Count[] {
  return [
    ...processes.flatMap((process) => ofProcess(process, now)),
    ...openStates.map((state) => one('tasks_unreachable', { state }, 'tasks', { undeliverable: true, state })),
    ...Letter.shape.state.options.map((state) => one('letters', { state }, 'letters', { state })),
    ...Mail.shape.state.options.map((state) => one('mails', { state }, 'mails', { state })),
  ];
}

const one = (name: string, labels: Count['labels'], from: Counted, filter: Filter): Count => ({ name, labels, from, filter });

const ofProcess = (process: string, now: Instant): Count[] => [
  ...openStates.map((state) => one('tasks_open', { process, state }, 'tasks', { process, state })),
  ...openStates.map((state) => one('tasks_late', { process, state }, 'tasks', { process, state, due: { $lt: now } })),
  one('tasks_with_missed_rungs', { process }, 'tasks', { 'rungs.state': 'missed', process }),
  ...Run.shape.status.options.map((status) => one('runs', { process, status }, 'runs', { process, status })),
];

/** Carries the counts out. */
export const countAll = (store: Store, counts: readonly Count[]): Promise<(Count & { value: number })[]> =>
  Promise.all(counts.map(async (count) => ({ ...count, value: await store[count.from].count(count.filter) })));

const waiting = ['pending', 'sending', 'deferred'] as const;

/** The instant since which the oldest letter waits to be handed to the mail server; undefined when none does. One that was held back waits from then on. */
export async function oldestWaiting(store: Store, now: Instant): Promise<Instant | undefined> {
  const free = waiting.map((state) => store.letters.first({ state, heldUntil: { $exists: false } }, { sort: { at: 1 } }));
  const held = waiting.map((state) => store.letters.first({ state, heldUntil: { $lt: now } }, { sort: { heldUntil: 1 } }));
  return (await Promise.all([...free, ...held])).flatMap((letter) => letter?.heldUntil ?? letter?.at ?? []).sort()[0];
}

/** How many letters have waited since before that instant, by the same rule. */
export async function countWaiting(store: Store, before: Instant): Promise<number> {
  const counts = waiting.flatMap((state) => [
    store.letters.count({ state, at: { $lt: before }, heldUntil: { $exists: false } }),
    store.letters.count({ state, heldUntil: { $lt: before } }),
  ]);
  return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
}

export const lastPass = (store: Store) => store.upkeepPasses.first({}, { sort: { at: -1 } });
