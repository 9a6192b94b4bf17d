import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { MailDeps } from '../deps.ts';

const ofTheWave = new Set<Letter['kind']>(['opened', 'runOpened']);
const takenOver = new Set<Letter['kind']>(['succession', 'reassigned']);
/** Real time without news after which nothing is waited for any more. */
const patienceMs = 10 * 60_000;

/** Without those of a wave that is still being opened, or of a leaver whose work is still being moved: they wait for the rest, so that one mail has all. */
export async function withoutHeld(deps: Pick<MailDeps, 'store' | 'clock'>, letters: readonly Letter[]): Promise<Letter[]> {
  const opening = await runsBeingOpened(deps, letters);
  const leaving = await leaversOnTheWay(deps, letters);
  return letters.filter(
    ({ kind, run, facts }) =>
      !(ofTheWave.has(kind) && run !== undefined && opening.has(run)) && !(takenOver.has(kind) && leaving.has(String(facts.from))),
  );
}

/** Until when a letter that waits for the rest may be expected to, at most, in the organization's time. */
export const patientUntil = ({ clock }: Pick<MailDeps, 'clock'>, at: Instant): Instant => toInstant(toMs(at) + patienceMs * clock.speed);

/** People whose work is still being moved, unless that has been going on for too long. */
async function leaversOnTheWay({ store, clock }: Pick<MailDeps, 'store' | 'clock'>, letters: readonly Letter[]): Promise<Set<string>> {
  if (!letters.some(({ kind }) => takenOver.has(kind))) return new Set();
  const moving = await store.departures.find({ state: 'moving' });
  return new Set(moving.filter(({ at }) => (toMs(clock.now()) - toMs(at)) / clock.speed < patienceMs).map(({ person }) => person));
}

/**
 * Runs that have not yet told somebody about each of their subjects, unless nobody has been told for too long. Letters are counted, not tasks: a task is
 * on record a moment before its letter is.
 */
async function runsBeingOpened({ store, clock }: Pick<MailDeps, 'store' | 'clock'>, letters: readonly Letter[]): Promise<Set<string>> {
  const opening = new Set<string>();
  for (const id of new Set(letters.filter(({ kind }) => ofTheWave.has(kind)).map(({ run }) => run ?? ''))) {
    const run = await store.runs.get(id);
    if (run?.status !== 'open' || run.subjects === undefined) continue;
    const newest = await store.letters.first({ run: id, kind: 'opened' }, { sort: { at: -1 } });
    const stillForMs = (toMs(clock.now()) - toMs(newest?.at ?? run.openedAt)) / clock.speed;
    if (stillForMs < patienceMs && (await store.letters.count({ run: id, kind: 'opened' })) < run.subjects) opening.add(id);
  }
  return opening;
}
