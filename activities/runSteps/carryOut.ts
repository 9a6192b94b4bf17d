import type { Run } from '../../domain/records/run.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { Gate } from '../../domain/rules/gates.ts';
import { accountableFor } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import { textsOf } from '../../models/trail.ts';
import type { RunResult } from '../../workflows/engine/contract.ts';
import { processOf } from '../knowledge.ts';
import type { NewLetter, Post } from '../post.ts';
import { endsWithItsRun } from './endsWithItsRun.ts';

export const chainOfRun = (id: string): string => `run/${id}`;

/** Everything that follows from one entry of a run's chain: the run document and a letter to whoever is accountable. May be begun again. */
export async function carryOut(store: Store, post: Post, run: Run, entry: TrailEntry): Promise<void> {
  const change = { ...(await ofEvent(store, run, entry)), seq: entry.seq };
  await store.runs.set(run.id, change, { seq: { $lt: entry.seq } });
  const kind = entry.event === 'closed' && processOf(run.process).ownNews === true ? undefined : letters[entry.event];
  if (kind !== undefined) await post.put(await lettersOf(store, run, entry, kind));
  if (change.status !== undefined) await store.announce(`runs/${run.id}`);
}

/** Carries out what an earlier execution had recorded last, and may have died in the middle of. Returns the run as it is then. */
export async function catchUp(store: Store, post: Post, run: Run): Promise<Run> {
  const entries = await store.trail.find({ chain: chainOfRun(run.id), seq: { $gte: run.seq } }, { sort: { seq: 1 } });
  for (const entry of entries) await carryOut(store, post, run, entry);
  return (await store.runs.get(run.id)) ?? run;
}

async function ofEvent(store: Store, run: Run, entry: TrailEntry): Promise<Partial<Run>> {
  const { event, data } = entry;
  if (event === 'asked') return data.later === true ? {} : { subjects: Number(data.subjects) };
  if (event === 'started') return { started: [...new Set([...(run.started ?? []), String(data.started)])] };
  if (event === 'waiting') return { waitingFor: data.waitingFor as string[] };
  return event === 'closed' || event === 'cancelled' ? closing(store, entry) : {};
}

async function closing(store: Store, entry: TrailEntry): Promise<Partial<Run>> {
  const { outcome, supersededBy, gates = [] } = entry.data as RunResult & { supersededBy?: string; gates?: Gate[] };
  return {
    ...(outcome === 'cancelled' ? { status: 'cancelled' } : { status: 'closed', outcome }),
    ...{ closedAt: entry.at, closedBy: entry.actor, waitingFor: [], gates },
    ...(await textsOf(store, entry)),
    ...(supersededBy !== undefined && { supersededBy }),
  };
}

const letters: Record<string, NewLetter['kind']> = { asked: 'runOpened', closed: 'runClosed', cancelled: 'runClosed' };

/** To whoever is accountable; when it is cancelled, to everybody else as well who was still asked something. */
async function lettersOf(store: Store, run: Run, { event, at }: TrailEntry, kind: NewLetter['kind']): Promise<NewLetter[]> {
  const letter = (person: string, of: NewLetter['kind']): NewLetter => ({
    ...{ id: `${run.id}/${of}/${person}`, person, kind: of, run: run.id, facts: {}, at, urgent: false },
  });
  const { id: accountable } = await accountableFor(store, processOf(run.process));
  if (event !== 'cancelled') return [letter(accountable, kind)];
  const asked = new Set((await store.tasks.find({ run: run.id })).filter(endsWithItsRun).map(({ assignee }) => assignee));
  asked.delete(accountable);
  return [letter(accountable, kind), ...[...asked].map((person) => letter(person, 'runCancelled'))];
}

/** What a run is closed with; undefined while it is open. */
export const resultOf = ({ status, outcome }: Run): RunResult | undefined =>
  status === 'open' ? undefined : { outcome: status === 'cancelled' ? 'cancelled' : (outcome ?? 'complete') };
