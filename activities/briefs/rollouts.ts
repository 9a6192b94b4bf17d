import type { Fact, Table } from '../../domain/records/brief.ts';
import type { RolloutItem } from '../../domain/records/rollout.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { controlFacts } from './controls.ts';
import { type Draft, fact, label, table } from './draft.ts';

type Which = { control: string } | { rollout: string };

/** How far a rollout is, and what is left. */
export async function rollouts(store: Store, id: string): Promise<Draft> {
  const rollout = await store.rollouts.get(id);
  const control = rollout && (await store.controls.get(rollout.control));
  if (rollout === undefined || control === undefined) throw unrecoverable(`there is no rollout ${id}`);
  return {
    title: rollout.title,
    facts: [
      ...(await rolloutFacts(store, { rollout: id })),
      ...fact(label('Where it stood', 'Wie es stand'), rollout.note),
      ...(await controlFacts(store, control)),
    ],
    tables: await rolloutTables(store, { rollout: id }),
  };
}

/** An exception that has ended stands among the exceptions, with the day on which it did: no clock is needed to see that. */
export async function rolloutFacts(store: Store, which: Which): Promise<Fact[]> {
  const count = (filter: object) => store.rolloutItems.count({ ...which, ...filter });
  const of = await count({ state: { $ne: 'removed' } });
  if (of === 0) return [];
  const [done, excepted] = [await count({ state: 'done' }), await count({ state: 'excepted' })];
  return [
    ...fact(label('Rolled out', 'Ausgerollt'), label(`${done} of ${of} done`, `${done} von ${of} erledigt`)),
    ...fact(label('Exceptions', 'Ausnahmen'), String(excepted)),
    ...fact(label('Open', 'Offen'), String(of - done - excepted)),
  ];
}

const mostRows = 200;

export async function rolloutTables(store: Store, which: Which): Promise<Table[]> {
  const excepted = await store.rolloutItems.find({ ...which, state: 'excepted' }, { sort: { until: 1, _id: 1 }, limit: mostRows });
  const open = await store.rolloutItems.find({ ...which, state: 'open' }, { limit: mostRows });
  const nameOf = ({ item, name = '' }: RolloutItem) => [item, name];
  return [
    ...table(
      label('Exceptions', 'Ausnahmen'),
      [label('Which', 'Welches'), label('Name', 'Name'), label('Why', 'Warum'), label('Until', 'Bis')],
      excepted.map((one) => [...nameOf(one), one.reason ?? '', one.until ?? '']),
    ),
    ...table(label('Still open', 'Noch offen'), [label('Which', 'Welches'), label('Name', 'Name')], open.map(nameOf)),
  ];
}
