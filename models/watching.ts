import { canonicalize } from 'json-canonicalize';
import type { Acceptance, RiskSnapshot, Watch } from '../domain/records/acceptance.ts';
import type { RecordName } from '../domain/records/index.ts';
import type { Store } from './store.ts';

/** A record and what some of its fields were. */
export type Watched = Pick<Watch, 'record' | 'fields' | 'frozen'>;

/** A field of a watched record that is not what it was; `now` is undefined when the record or the field is gone. */
export type Differing = { record: string; field: string; now: unknown };

/** Every field of a watched record that is not what it was. */
export async function differingIn(store: Store, { record, fields, frozen }: Watched): Promise<Differing[]> {
  const [register = '', id = ''] = [record.slice(0, record.indexOf('/')), record.slice(record.indexOf('/') + 1)];
  const now = (await store[register as RecordName].get(id)) as Record<string, unknown> | undefined;
  return fields
    .filter((field) => canonicalize(now?.[field] ?? null) !== canonicalize(frozen[field] ?? null))
    .map((field) => ({ record, field, now: now?.[field] }));
}

/** What a decision on a risk was about: level, owner and standing of the risk, and its controls with how they stand. */
const factsOf = ({ risk, owner, levels, controls, linked, status }: RiskSnapshot): Watched[] => [
  {
    record: `risks/${risk}`,
    fields: ['owner', 'current', 'controls', 'status'],
    frozen: { owner, current: levels, controls: linked, status },
  },
  ...controls.map((frozen) => ({
    ...{ record: `controls/${frozen.control}`, fields: ['status', 'effectiveness'] },
    frozen: { status: frozen.status, effectiveness: frozen.effectiveness },
  })),
];

/** What ends an acceptance before its time: the facts it was about are others, or somebody revokes it. */
export const watchedBy = ({ id, snapshot }: Acceptance): Watched[] => [
  ...factsOf(snapshot),
  { record: `acceptances/${id}`, fields: ['state'], frozen: { state: 'accepted' } },
];

/** In what the risk of today is not what was frozen; nothing when a decision on the one is a decision on the other. */
export async function differencesOf(store: Store, snapshot: RiskSnapshot): Promise<Differing[]> {
  return (await Promise.all(factsOf(snapshot).map((one) => differingIn(store, one)))).flat();
}
