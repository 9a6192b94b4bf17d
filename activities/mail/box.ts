import { mailTimesOf, quietUntil } from '../../domain/mailTimes.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { MailDeps } from '../deps.ts';
import { readyOf } from './ready.ts';
import { wantedOf } from './wanted.ts';
import { comesInWaves, judgeWaves, patientUntil } from './wave.ts';

/**
 * What there is for one person: a mail that was begun and never answered for, else the letters that may go out now. `gathers` says that others wait for
 * the rest of their wave, `next` when one of the others may go out.
 */
export type Box = { begun?: Mail; ready: Letter[]; digest: boolean; gathers: boolean; next?: Instant };

export async function lookInto(deps: MailDeps, person: Person, at: Instant): Promise<Box> {
  const { store } = deps;
  const begun = await store.mails.first({ person: person.id, state: { $in: ['sending', 'deferred'] } });
  const quiet = begun === undefined ? undefined : await quietFor(deps, person, begun, at);
  if (quiet !== undefined) return { ...nothing, next: quiet };
  const seen = await pendingOf(deps, person);
  const isHeld = await judgeWaves(deps, seen);
  const wanted = await wantedOf(deps, seen.some(comesInWaves) ? await pendingOf(deps, person) : seen);
  const gathered = wanted.filter((letter) => !isHeld(letter));
  const { letters, digest, next } = await readyOf(deps, person, gathered, at);
  if (next !== undefined) await hold(deps, gathered, letters, next);
  // Put off anew only now and then: a large wave is looked at many times while it opens.
  const isLate = ({ heldUntil = '' }: Letter) => heldUntil <= at;
  await hold(deps, wanted.filter(isLate), gathered, patientUntil(deps, at));
  return {
    ...(begun !== undefined && { begun }),
    ...{ ready: letters, digest, gathers: gathered.length < wanted.length },
    ...(next !== undefined && { next }),
  };
}

const pendingOf = ({ store }: MailDeps, person: Person): Promise<Letter[]> =>
  store.letters.find({ person: person.id, state: 'pending' }, { sort: { at: 1, _id: 1 } });

/** Whoever watches how long letters wait must know which of them do so on purpose. */
async function hold({ store }: MailDeps, waiting: readonly Letter[], ready: readonly Letter[], heldUntil: Instant): Promise<void> {
  const held = waiting.filter((letter) => !ready.includes(letter) && letter.heldUntil !== heldUntil).map(({ id }) => id);
  if (held.length > 0) await store.letters.setMany({ id: { $in: held }, state: 'pending' }, { heldUntil });
}

const nothing: Box = { ready: [], digest: false, gathers: false };

/** A mail that is to be tried again respects the night as well, unless something in it is urgent. */
async function quietFor({ store }: MailDeps, person: Person, { id: mail }: Mail, at: Instant): Promise<Instant | undefined> {
  const settings = await settingsNow(store);
  const end = quietUntil(calendarOf(settings, person), mailTimesOf(settings, person).quiet, at);
  if (end === undefined || (await store.letters.first({ mail, urgent: true })) !== undefined) return undefined;
  return end;
}
