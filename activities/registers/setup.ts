import { periodOf } from '../../domain/period.ts';
import type { Role } from '../../domain/records/common.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { calendarNow } from './auditReads.ts';
import { changeOnce, pieceOf } from './byFlow.ts';

type Holder = { role: string; person: string };
type Decided = { scope: string; policy: string; holders: Holder[]; approved: boolean; reason: string; by: By | undefined };

/** What the setting up of an ISMS reads. */
export const createSetupReads = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => ({
  /** The quarter in which the first assessment opens. */
  async setupDays({ at }: Call<unknown>): Promise<{ quarter: string }> {
    return { quarter: periodOf((await calendarNow(store)).dayOf(clock.toOrganization(at))) };
  },
});

/** What the setting up of an ISMS writes beyond single fields. */
export const createSetupWrites = ({ store, clock }: Deps) => ({
  /** Scope and policy take the place of those before, and people hold the roles that were proposed for them; returned, both drafts are left behind. */
  async decideFoundations({ scope, policy, holders, approved, reason, ...call }: Call<Decided>): Promise<void> {
    const made = (piece: string) => pieceOf({ clock }, call, piece);
    for (const [register, id] of [
      ['scopes', scope],
      ['policies', policy],
    ] as const) {
      if (approved)
        for (const before of await store[register].find({ status: 'approved', id: { $ne: id } }))
          await changeOnce(store, { register, id: before.id, set: { status: 'superseded' }, event: 'superseded', ...made(before.id) });
      const { at, actor } = made(id);
      const set = approved ? { status: 'approved' as const, approvedBy: actor, approvedAt: at } : { status: 'superseded' as const };
      await changeOnce(store, { register, id, set, event: approved ? 'approved' : 'returned', why: reason, ...made(id) });
    }
    for (const [person, roles] of byPerson(holders)) await giveRoles(store, person, roles, made(`people/${person}`));
  },
});

const byPerson = (holders: readonly Holder[]): Map<string, Role[]> => {
  const found = new Map<string, Role[]>();
  for (const { person, role } of holders) found.set(person, [...(found.get(person) ?? []), role as Role]);
  return found;
};

/** Beside the roles that somebody holds already. */
async function giveRoles(store: Store, id: string, given: readonly Role[], made: ReturnType<typeof pieceOf>): Promise<void> {
  const held = (await store.people.get(id))?.roles ?? [];
  const more = given.filter((role) => !held.some((one) => one.role === role && one.scope === undefined));
  if (more.length === 0) return;
  const roles = [...held, ...more.map((role) => ({ role }))];
  await changeOnce(store, { register: 'people', id, set: { roles }, event: 'rolesGiven', ...made });
}
