import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { AcceptanceFacts } from '../../domain/records/letter.ts';
import { accountableFor } from '../../models/people.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { processOf } from '../knowledge.ts';
import type { NewLetter, Post } from '../post.ts';

type Told = { acceptance: Acceptance; call: Call<unknown> };
type Said = Omit<AcceptanceFacts, 'about' | 'acceptance'>;

/** Tells the owner and whoever is accountable what became of an acceptance; nobody learns what they did themselves. */
export async function tellAcceptance(
  { store, clock }: Deps,
  post: Post,
  { acceptance: { id, risk, owner, run }, call, said }: Told & { said: Said },
): Promise<void> {
  const { id: accountable } = await accountableFor(store, processOf(call.process));
  const people = said.said === 'refused' || said.said === 'undecided' ? [owner] : [owner, accountable];
  const facts: AcceptanceFacts = { about: risk, acceptance: id, ...said };
  const at = clock.toOrganization(call.at);
  const letters = [...new Set(people)]
    .filter((person) => person !== said.by)
    .map((person): NewLetter => ({ id: `${id}/${said.said}/${person}`, person, kind: 'acceptance', run, facts, at, urgent: false }));
  await post.put(letters);
}

/** The acceptance is over or never came about. A decision of the owner to treat the risk is told by the receipt, and by what is proposed. */
export async function tellEnd(deps: Deps, post: Post, told: Told & { because: string; again: boolean }): Promise<void> {
  const said = await endOf(deps, told);
  if (said === undefined) return;
  const held = said.said !== 'refused' && said.said !== 'undecided';
  await tellAcceptance(deps, post, { ...told, said: { ...said, ...(held && { again: told.again }) } });
}

async function endOf({ store }: Deps, { acceptance, because }: Told & { because: string }): Promise<Said | undefined> {
  const last = await store.trail.first(
    { chain: `acceptances/${acceptance.id}`, event: { $in: ['requested', 'refused', 'revoked'] } },
    { sort: { seq: -1 } },
  );
  if (last?.event === 'revoked') return { said: 'revoked', by: last.actor.person };
  switch (because) {
    case 'refused':
      return last?.event === 'refused' ? { said: 'refused', by: last.actor.person } : undefined;
    case 'undecided':
      return { said: 'undecided' };
    case 'time':
      return { said: 'expired' };
    case 'ended':
      return { said: 'cancelled' };
    default:
      return { said: 'changed', what: whatChanged(because) };
  }
}

/** Of `risks/RSK-017 current` or `controls/CTL-3 status`. */
function whatChanged(because: string): NonNullable<AcceptanceFacts['what']> {
  if (because.startsWith('controls/')) return 'control';
  const field = because.split(' ').at(-1);
  return field === 'current' ? 'level' : field === 'owner' || field === 'controls' ? field : 'status';
}
