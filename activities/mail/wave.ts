import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { MailDeps } from '../deps.ts';

const ofTheWave = new Set<Letter['kind']>(['opened', 'runOpened']);
const takenOver = new Set<Letter['kind']>(['succession', 'reassigned']);
/** Real time without news after which nothing is waited for any more. */
const patienceMs = 10 * 60_000;

export const comesInWaves = ({ kind }: Letter): boolean => ofTheWave.has(kind) || takenOver.has(kind);

/** Whether a letter waits for the rest, so that one mail has all: its wave is still being opened, or its leaver's work is still being moved. */
export type IsHeld = (letter: Letter) => boolean;

/**
 * Judges the waves that these letters are of. What is sent is read after it, so that a wave found complete is complete in what is read; a letter of a wave
 * that began after the judgement waits.
 */
export async function judgeWaves(deps: Pick<MailDeps, 'store' | 'clock'>, letters: readonly Letter[]): Promise<IsHeld> {
  const open = await openedRuns(deps, letters);
  const moved = await movedLeavers(deps, letters);
  return ({ kind, run, facts }) =>
    (ofTheWave.has(kind) && run !== undefined && !open.has(run)) || (takenOver.has(kind) && !moved.has(String(facts.from)));
}

/** Until when a letter that waits for the rest may be expected to, at most, in the organization's time. */
export const patientUntil = ({ clock }: Pick<MailDeps, 'clock'>, at: Instant): Instant => toInstant(toMs(at) + patienceMs * clock.speed);

/** People whose work is not being moved any more, or has been for too long. */
async function movedLeavers({ store, clock }: Pick<MailDeps, 'store' | 'clock'>, letters: readonly Letter[]): Promise<Set<string>> {
  const leavers = new Set(letters.filter(({ kind }) => takenOver.has(kind)).map(({ facts }) => String(facts.from)));
  if (leavers.size === 0) return leavers;
  for (const { person, at } of await store.departures.find({ state: 'moving' }))
    if ((toMs(clock.now()) - toMs(at)) / clock.speed < patienceMs) leavers.delete(person);
  return leavers;
}

/**
 * Runs that have told somebody about each of their subjects, or nobody for too long. Letters are counted, not tasks: a task is on record a moment before
 * its letter is.
 */
async function openedRuns({ store, clock }: Pick<MailDeps, 'store' | 'clock'>, letters: readonly Letter[]): Promise<Set<string>> {
  const opened = new Set<string>();
  for (const id of new Set(letters.filter(({ kind }) => ofTheWave.has(kind)).flatMap(({ run }) => run ?? []))) {
    if (!(await isBeingOpened({ store, clock }, id))) opened.add(id);
  }
  return opened;
}

async function isBeingOpened({ store, clock }: Pick<MailDeps, 'store' | 'clock'>, id: string): Promise<boolean> {
  const run = await store.runs.get(id);
  if (run?.status !== 'open' || run.subjects === undefined) return false;
  const newest = await store.letters.first({ run: id, kind: 'opened' }, { sort: { at: -1 } });
  const stillForMs = (toMs(clock.now()) - toMs(newest?.at ?? run.openedAt)) / clock.speed;
  return stillForMs < patienceMs && (await store.letters.count({ run: id, kind: 'opened' })) < run.subjects;
}
