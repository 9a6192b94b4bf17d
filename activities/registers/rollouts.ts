import type { DueRule } from '../../domain/process.ts';
import type { Day } from '../../domain/records/common.ts';
import type { RolloutItem } from '../../domain/records/rollout.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { changeItems, type ItemChange, progressOf } from '../../models/rollouts.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { changeOnce } from './byFlow.ts';

/** What somebody fills in who is asked how far a rollout is. */
type Reported = { done: string[]; exceptions: { item: string; reason: string; until: Day }[]; restIsDone: boolean; note: string };

/** How long nobody need say how far it is, in working days. */
const betweenReports = 20;

/** How far it is, who is to say so next, and when: in a month, and on the day on which it is to be done. */
export type Standing = { open: number; due: DueRule; person?: string };

export const createRolloutWrites = ({ store, clock }: Deps) => {
  async function theOne(id: string) {
    const found = await store.rollouts.get(id);
    if (found === undefined) throw unrecoverable(`there is no rollout ${id}`);
    return found;
  }

  return {
    async takeStock({ rollout: id, at }: Call<{ rollout: string }>): Promise<Standing> {
      const { responsible: person, due: final } = await theOne(id);
      const calendar = calendarOf(await settingsNow(store), undefined);
      const today = calendar.dayOf(clock.toOrganization(at));
      const inAMonth = calendar.addWorkingDays(today, betweenReports);
      const { open } = await progressOf(store, { rollout: id }, today);
      const day = final !== undefined && final < inAMonth ? final : inAMonth;
      return { open, due: { from: 'opening', day }, ...(person !== undefined && { person }) };
    },

    /** Brings the items to what was said of them, and keeps the note of where it stands. */
    async reportRollout({
      rollout: id,
      outcome,
      by,
      ...call
    }: Call<{ rollout: string; outcome: Reported; by: By | undefined }>): Promise<void> {
      const { control } = await theOne(id);
      const said = { at: clock.toOrganization(call.at), actor: actorBy(by), key: call.key };
      const person = by === undefined ? undefined : await store.people.get(by.person);
      const today = calendarOf(await settingsNow(store), person).dayOf(said.at);
      const changes = changesOf(await store.rolloutItems.find({ rollout: id }), outcome, today);
      await changeItems(store, { rollout: id, control, changes, ...said });
      await changeOnce(store, { register: 'rollouts', id, set: { note: outcome.note }, event: 'reported', ...said });
    },
  };
};

function changesOf(items: readonly RolloutItem[], { done, exceptions, restIsDone }: Reported, today: Day): ItemChange[] {
  const excepted = exceptions.map(({ item, reason, until }): ItemChange => ({ item, state: 'excepted', reason, until }));
  const named = new Set([...done, ...excepted.map(({ item }) => item)]);
  const rest = restIsDone ? items.filter((one) => isOpen(one, today) && !named.has(one.item)).map(({ item }) => item) : [];
  return [...excepted, ...[...new Set([...done, ...rest])].map((item): ItemChange => ({ item, state: 'done', doneOn: today }))];
}

/** Neither done nor excepted any more. */
const isOpen = ({ state, until = '' }: RolloutItem, today: Day): boolean => state === 'open' || (state === 'excepted' && until < today);
