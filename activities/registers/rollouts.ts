import type { DueRule } from '../../domain/process.ts';
import type { Day } from '../../domain/records/common.ts';
import type { Rollout, RolloutItem } from '../../domain/records/rollout.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { changeItems, endedExceptions, endsToAwait, type ItemChange, progressOf } from '../../models/rollouts.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { calendarNow } from './auditReads.ts';
import { changeOnce } from './byFlow.ts';

/** What somebody fills in who is asked how far a rollout is. */
type Reported = { done: string[]; exceptions: { item: string; reason: string; until: Day }[]; restIsDone: boolean; note: string };

/** What somebody fills in who is asked about exceptions that have ended. */
type Settled = {
  done: string[];
  extended: Reported['exceptions'];
  removed: { item: string; reason: string }[];
  rest: 'done' | 'open';
  note: string;
};

/** How long nobody need say how far it is, in working days. */
const betweenReports = 20;

/** How far it is, who is to say so next, and when: in a month, and on the day on which it is to be done. */
export type Standing = { open: number; due: DueRule; person?: string };

async function theOne(store: Store, id: string): Promise<Rollout> {
  const found = await store.rollouts.get(id);
  if (found === undefined) throw unrecoverable(`there is no rollout ${id}`);
  return found;
}

/** What is asked of exceptions that end. */
export const createRolloutReads = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => ({
  workingDayAfter: async ({ day }: Call<{ day: Day }>): Promise<Day> => (await calendarNow(store)).addWorkingDays(day, 1),

  async exceptionEnds({ rollout, at }: Call<{ rollout: string }>): Promise<Day[]> {
    return endsToAwait(store, rollout, (await calendarNow(store)).dayOf(clock.toOrganization(at)));
  },

  /** How many of those that ended with that day are left, and who says what becomes of them where that is not the owner of the control. */
  async exceptionsEnded({ rollout: id, last }: Call<{ rollout: string; last: Day }>): Promise<{ count: number; person?: string }> {
    const { responsible } = await theOne(store, id);
    const count = (await endedExceptions(store, id, last)).length;
    return { count, ...(responsible !== undefined && { person: responsible }) };
  },
});

export const createRolloutWrites = ({ store, clock }: Deps) => {
  /** One answer about items of a rollout: when, by whom, and what day it is there. */
  async function saidIn({ at, key, by }: Call<{ by: By | undefined }>) {
    const person = by === undefined ? undefined : await store.people.get(by.person);
    const said = { at: clock.toOrganization(at), actor: actorBy(by), key };
    return { said, today: calendarOf(await settingsNow(store), person).dayOf(said.at) };
  }

  return {
    async takeStock({ rollout: id, at }: Call<{ rollout: string }>): Promise<Standing> {
      const { responsible: person, due: final } = await theOne(store, id);
      const calendar = calendarOf(await settingsNow(store), undefined);
      const today = calendar.dayOf(clock.toOrganization(at));
      const inAMonth = calendar.addWorkingDays(today, betweenReports);
      const { open } = await progressOf(store, { rollout: id }, today);
      const day = final !== undefined && final < inAMonth ? final : inAMonth;
      return { open, due: { from: 'opening', day }, ...(person !== undefined && { person }) };
    },

    /** Brings the items to what was said of them, and keeps the note of where it stands. */
    async reportRollout(call: Call<{ rollout: string; outcome: Reported; by: By | undefined }>): Promise<void> {
      const { rollout: id, outcome } = call;
      const { control } = await theOne(store, id);
      const { said, today } = await saidIn(call);
      const changes = changesOf(await store.rolloutItems.find({ rollout: id }), outcome, today);
      await changeItems(store, { rollout: id, control, changes, ...said });
      await changeOnce(store, { register: 'rollouts', id, set: { note: outcome.note }, event: 'reported', ...said });
    },

    /** What becomes of exceptions that ended with a day; answers what is open in the rollout now, and with which days those end that hold and nobody awaits. */
    async settleExceptions(call: Call<{ rollout: string; last: Day; outcome: Settled; by: By | undefined }>) {
      const { rollout: id, last, outcome } = call;
      const { control } = await theOne(store, id);
      const { said, today } = await saidIn(call);
      const changes = settled(await endedExceptions(store, id, last), outcome, today);
      await changeItems(store, { rollout: id, control, changes, ...said });
      await changeOnce(store, { register: 'rollouts', id, set: { note: outcome.note }, event: 'reported', ...said });
      const { open } = await progressOf(store, { rollout: id }, today);
      return { open, today, ends: await endsToAwait(store, id, today) };
    },
  };
};

function changesOf(items: readonly RolloutItem[], { done, exceptions, restIsDone }: Reported, today: Day): ItemChange[] {
  const excepted = exceptions.map(({ item, reason, until }): ItemChange => ({ item, state: 'excepted', reason, until }));
  const named = new Set([...done, ...excepted.map(({ item }) => item)]);
  const rest = restIsDone ? items.filter((one) => isOpen(one, today) && !named.has(one.item)).map(({ item }) => item) : [];
  return [...excepted, ...[...new Set([...done, ...rest])].map((item): ItemChange => ({ item, state: 'done', doneOn: today }))];
}

function settled(ended: readonly RolloutItem[], { done, extended, removed, rest }: Settled, today: Day): ItemChange[] {
  const named: ItemChange[] = [
    ...extended.map((one) => ({ ...one, state: 'excepted' as const })),
    ...removed.map((one) => ({ ...one, state: 'removed' as const })),
    ...done.map((item) => ({ item, state: 'done' as const, doneOn: today })),
  ];
  const others = ended.filter(({ item }) => !named.some((one) => one.item === item));
  const become = rest === 'done' ? ({ state: 'done', doneOn: today } as const) : ({ state: 'open' } as const);
  return [...named, ...others.map(({ item }) => ({ item, ...become }))];
}

/** Neither done nor excepted any more. */
const isOpen = ({ state, until = '' }: RolloutItem, today: Day): boolean => state === 'open' || (state === 'excepted' && until < today);
