import { type RecordOf, records } from '../../domain/records/index.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { createNumbered, type Numbered } from '../../models/numbered.ts';
import { type Change, changeRecord, type RegisterName } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';

export type ByFlow = Numbered | 'proposals' | 'measurements';

/** Who did it and why, where it was not the engine by itself. */
type Why = { by?: By | undefined; event?: string; why?: string };
export type Created<N extends ByFlow> = Why & { register: N; fields: Omit<RecordOf<N>, 'id' | 'version' | 'updatedAt' | 'origin'> };
export type Changed<N extends ByFlow> = Why & { register: N; id: string; set: Partial<RecordOf<N>> };

/** One of several changes that a single write makes: when, by whom, and under a key of its own, so that a repeated try makes none of them twice. */
export const pieceOf = ({ clock }: Pick<Deps, 'clock'>, call: Call<{ by?: By | undefined }>, piece: string) => ({
  at: clock.toOrganization(call.at),
  actor: actorBy(call.by),
  key: `${call.key}/${piece}`,
});

/** What flows do to records of any register: one trailed change, made once however often it is tried. */
export const createRecordWrites = ({ store, clock }: Deps) => ({
  createRecord: ({ register, fields, by, event = 'created', why, ...call }: Call<Created<Numbered>>): Promise<string> =>
    createNumbered(store, {
      register,
      set: checked(register, { ...fields, origin: call.key }) as never,
      ...{ at: clock.toOrganization(call.at), actor: actorBy(by), event, key: call.key, ...(why !== undefined && { why }) },
    }),

  async changeRecord({ register, id, set, by, event = 'changed', why, ...call }: Call<Changed<ByFlow>>): Promise<number> {
    const change = { register, id, set: checked(register, set) as never, actor: actorBy(by), event, key: call.key };
    return changeOnce(store, { ...change, at: clock.toOrganization(call.at), ...(why !== undefined && { why }) });
  },
});

/** What does not fit the register cannot be cured by trying again. */
function checked(register: ByFlow, fields: object): object {
  const parsed = records[register].partial().safeParse(fields);
  if (!parsed.success) throw unrecoverable(`what a flow writes does not fit ${register}: ${parsed.error.message}`);
  return fields;
}

/**
 * Changes a record on whatever version it has now: people and other flows may have changed other fields meanwhile. A change that the chain has
 * already, from a try whose answer was lost, is not made again.
 */
export async function changeOnce<N extends RegisterName>(
  store: Store,
  change: Omit<Change<N>, 'version'> & { key: string },
): Promise<number> {
  const chain = `${change.register}/${change.id}`;
  const made = (await store.trail.find({ chain }, { sort: { seq: -1 }, limit: 50 })).find(({ data }) => data.key === change.key);
  if (made !== undefined) return made.seq;
  const record = (await store[change.register].get(change.id)) as { version: number } | undefined;
  if (record === undefined) throw unrecoverable(`there is no ${chain}`);
  return ((await changeRecord(store, { ...change, version: record.version } as Change<N>)) as { version: number }).version;
}
