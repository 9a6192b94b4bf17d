import type { Extension, Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { comesBack, type EvidenceFile, type TakenOver, type TaskFacts } from '../../domain/rules/taskShape.ts';
import { recipientsOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import { textsOf } from '../../models/trail.ts';
import type { ReachedRungs } from './happened.ts';
import type { Moved, Moves } from './moves.ts';
import { inOrder, type NewTimetable, type PromisedRung } from './rungs.ts';

/** Of the facts of a task, what a step may change; every entry of a step carries them. Null is nobody: JSON has no undefined. */
export type After = Pick<TaskFacts, 'state' | 'version' | 'assignee' | 'assignment' | 'level'> & {
  onBehalfOf: string | null;
  standIn: 'deputy' | 'delegate' | null;
  confirmer: string | null;
};

/** The facts after a step; `moved` where a rung has brought in or sent home a deputy. */
export function afterOf(facts: TaskFacts, moved?: Moved['after']): After {
  const { version, level, confirmer = null } = facts;
  const { state, assignee, assignment, onBehalfOf = null, standIn = null } = moved ?? facts;
  return { state, version, assignee, assignment, level, onBehalfOf, standIn, confirmer };
}

/** How the document of a task changes by one entry of its chain. */
export async function changeBy(store: Store, task: Task, entry: TrailEntry): Promise<Partial<Task>> {
  const changed = { ...(await ofEvent(store, task, entry)), ...afterIn(entry), seq: entry.seq };
  const now = { ...task, ...changed } as Task;
  return { ...changed, ...(await rungsAfter(store, now, task, entry)), ...undecided(now, task) };
}

/** Requests that nobody has decided yet, and who is asked to; another person is not asked for any more when another one is asked. */
function undecided(
  { handOver: asked, extensions = [], assignee, state }: Task,
  before: Task,
): Pick<Partial<Task>, 'handOver' | 'deciders'> {
  const handOver = isClosed(state) || assignee !== before.assignee ? undefined : asked;
  const pending = [...extensions.filter((one) => one.state === 'asked'), ...(handOver === undefined ? [] : [handOver])];
  const deciders = [...new Set(pending.flatMap((one) => one.deciders ?? []))];
  return { handOver, deciders: deciders.length === 0 ? undefined : deciders };
}

function afterIn({ data }: TrailEntry): Partial<Task> {
  const { state, version, assignee, assignment, level, onBehalfOf, standIn, confirmer } = data as unknown as Partial<After>;
  const people = { onBehalfOf: onBehalfOf ?? undefined, standIn: standIn ?? undefined, confirmer: confirmer ?? undefined };
  return { state, version, assignee, assignment, level, ...people } as Partial<Task>;
}

async function ofEvent(store: Store, task: Task, entry: TrailEntry): Promise<Partial<Task>> {
  const { data, at, actor } = entry;
  const texts = await textsOf(store, entry);
  const answered = {
    outcome: { ...(data.outcome as object), ...withoutWaiver(texts) },
    answeredAt: at,
    answeredBy: actor,
    ...waiverIn(texts),
  };
  const closed = { closedAt: at, closedBy: actor };
  switch (entry.event) {
    case 'completed':
      return { ...answered, ...closed, ...settled(task) };
    case 'submitted':
      return { ...answered, ...settled(task) };
    case 'confirmed':
      return { ...closed, ...waiverIn(texts) };
    case 'returned':
      return { ...texts, returned: (task.returned ?? 0) + 1 };
    case 'cancelled':
    case 'superseded':
      return { ...texts, ...closed, ...settled(task) };
    case 'waived':
      return { ...texts, ...closed, ...settled(task), waivedUntil: String(data.until) };
    case 'undeliverable':
      // Others whom a letter could not reach are no obstacle to the task.
      return data.person === task.assignee ? { undeliverable: true } : {};
    case 'reassigned':
      return task.state === 'submitted' ? {} : { undeliverable: false, ...settled(task) };
    case 'delegated':
    case 'handedBack':
      return { undeliverable: false };
    case 'handedOver':
      return handedOver(task, data.to as TakenOver);
    case 'evidenceAdded':
      return {
        evidence: [
          ...(task.evidence ?? []),
          { ...(data.file as EvidenceFile), name: texts.name ?? '', addedAt: at, addedBy: actor.person },
        ],
      };
    case 'extensionAsked':
      return {
        extensions: [...(task.extensions ?? []), { ...asking(entry, texts), until: String(data.until), state: 'asked' }],
      };
    case 'handOverAsked':
      return { handOver: { ...asking(entry, texts), ...(data.to !== undefined && { to: String(data.to) }) } };
    case 'extensionGranted':
      return { ...decided(task, entry, texts, 'granted'), ...waiverIn(texts) };
    case 'extensionRefused':
      return decided(task, entry, texts, 'refused');
    default:
      return {};
  }
}

/** Who asks for something, why, and whom. */
const asking = ({ at, actor, data }: TrailEntry, { reason = '' }: Record<string, string>) => ({
  ...{ askedAt: at, askedBy: actor.person, reason },
  deciders: (data as Pick<Moves, 'deciders'>).deciders ?? [],
});

const waiverIn = ({ dutiesWaived }: Record<string, string>): Partial<Task> => (dutiesWaived === undefined ? {} : { dutiesWaived });

function withoutWaiver({ dutiesWaived: _waiver, ...texts }: Record<string, string>): Record<string, string> {
  return texts;
}

/** More time that was asked for and is not needed any more. */
const settled = ({ extensions }: Task): Partial<Task> =>
  extensions?.some(({ state }) => state === 'asked') === true
    ? { extensions: extensions.map((one) => (one.state === 'asked' ? { ...one, state: 'withdrawn' } : one)) }
    : {};

function handedOver(task: Task, { assignee, accountable, deputy }: TakenOver): Partial<Task> {
  return {
    ...(assignee !== undefined && { undeliverable: false, ...settled(task) }),
    ...(accountable !== undefined && { accountable }),
    ...(deputy !== undefined && { deputy: deputy ?? undefined }),
  } as Partial<Task>;
}

function decided(
  { extensions = [], due }: Task,
  { at, actor, data }: TrailEntry,
  texts: Record<string, string>,
  state: 'granted' | 'refused',
) {
  const to = (data.timetable as NewTimetable | undefined)?.due;
  const dates = to === undefined ? {} : { from: due, to };
  const decide = (one: Extension): Extension =>
    one.state === 'asked'
      ? { ...one, state, decidedAt: at, decidedBy: actor.person, ...(texts.reason !== undefined && { answer: texts.reason }), ...dates }
      : one;
  return { extensions: extensions.map(decide) };
}

/** The timetable after the entry: what came, what is promised instead, and to whom, where another person is asked. */
async function rungsAfter(
  store: Store,
  now: Task,
  before: Task,
  { event, data, at }: TrailEntry,
): Promise<Pick<Task, 'rungs' | 'due'> | object> {
  const { timetable, added = [] } = data as { timetable?: NewTimetable; added?: PromisedRung[] };
  const came = event === 'rung' ? reached(before.rungs, data as ReachedRungs, at) : before.rungs;
  const instead = timetable === undefined ? came : [...came.map(withdrawn), ...timetable.rungs.map(pending)];
  const all = added.length === 0 ? instead : inOrder([...instead, ...added.map(pending)]);
  const isMoved = (['assignee', 'confirmer', 'accountable'] as const).some((part) => now[part] !== before[part]);
  const rungs = isMoved ? await promisedAnew(store, now, all) : all;
  return { ...(rungs !== before.rungs && { rungs }), ...(timetable !== undefined && { due: timetable.due }) };
}

const pending = (rung: PromisedRung): Rung => ({ ...rung, state: 'pending' });

const withdrawn = (rung: Rung): Rung =>
  rung.state === 'pending' && !rung.key.startsWith(comesBack) ? { ...rung, state: 'withdrawn' } : rung;

function reached(rungs: readonly Rung[], { rungs: now, told }: ReachedRungs, at: string): Rung[] {
  return rungs.map((rung): Rung => {
    const one = now.find(({ key }) => key === rung.key);
    if (one === undefined) return rung;
    if (one.missed) return { ...rung, state: 'missed' };
    return { ...rung, state: 'sent', sentAt: at, ...(rung.letter !== 'none' && { told: told.map(({ person }) => person) }) };
  });
}

/** What is still to come is promised to the new person and theirs. */
const promisedAnew = (store: Store, { assignee, accountable, confirmer }: Task, rungs: readonly Rung[]): Promise<Rung[]> =>
  Promise.all(
    rungs.map(async (rung) => {
      if (rung.state !== 'pending') return rung;
      const asked = rung.confirming === true && confirmer !== undefined ? confirmer : assignee;
      return { ...rung, told: (await recipientsOf(store, rung.to, { assignee: asked, accountable })).map(({ person }) => person) };
    }),
  );
