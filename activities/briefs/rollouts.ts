import type { Fact, Table } from '../../domain/records/brief.ts';
import type { Day, Instant } from '../../domain/records/common.ts';
import type { RolloutItem } from '../../domain/records/rollout.ts';
import { endedExceptions as exceptionsThatEnded, progressOf } from '../../models/rollouts.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { calendarNow } from '../registers/auditReads.ts';
import { controlFacts } from './controls.ts';
import { type Draft, fact, label, table } from './draft.ts';

type Which = { control: string } | { rollout: string };

/** How far a rollout is, and what is left. */
export async function rollouts(store: Store, id: string, at: Instant): Promise<Draft> {
  const rollout = await store.rollouts.get(id);
  const control = rollout && (await store.controls.get(rollout.control));
  if (rollout === undefined || control === undefined) throw unrecoverable(`there is no rollout ${id}`);
  return {
    title: rollout.title,
    facts: [
      ...(await rolloutFacts(store, { rollout: id }, at)),
      ...fact(label('Where it stood', 'Wie es stand'), rollout.note),
      ...(await controlFacts(store, control)),
    ],
    tables: await rolloutTables(store, { rollout: id }, at),
  };
}

/** What a rollout had left out until a day that is over; by the run that asks about it. */
export async function endedExceptions(store: Store, id: string, at: Instant): Promise<Draft> {
  const { rollout = '', until = '' } = ((await store.runs.get(id))?.subject ?? {}) as { rollout?: string; until?: string };
  const draft = await rollouts(store, rollout, at);
  const ended = await exceptionsThatEnded(store, rollout, until);
  return { ...draft, tables: [...tableOf(label('Ended now', 'Jetzt beendet'), ended), ...draft.tables] };
}

/** What was excepted until a day that is over is open. */
export async function rolloutFacts(store: Store, which: Which, at: Instant): Promise<Fact[]> {
  const { of, done, excepted, expired, open } = await progressOf(store, which, await todayAt(store, at));
  if (of === 0) return [];
  return [
    ...fact(label('Rolled out', 'Ausgerollt'), label(`${done} of ${of} done`, `${done} von ${of} erledigt`)),
    ...fact(label('Exceptions', 'Ausnahmen'), String(excepted)),
    ...fact(label('Exceptions that have ended', 'Beendete Ausnahmen'), expired === 0 ? undefined : String(expired)),
    ...fact(label('Open', 'Offen'), String(open)),
  ];
}

const todayAt = async (store: Store, at: Instant): Promise<Day> => (await calendarNow(store)).dayOf(at);

const mostRows = 200;

export async function rolloutTables(store: Store, which: Which, at: Instant): Promise<Table[]> {
  const today = await todayAt(store, at);
  const excepted = await store.rolloutItems.find({ ...which, state: 'excepted' }, { sort: { until: 1, _id: 1 }, limit: mostRows });
  const holds = ({ until = '' }: RolloutItem) => until >= today;
  const open = await store.rolloutItems.find({ ...which, state: 'open' }, { limit: mostRows });
  return [
    ...tableOf(label('Exceptions', 'Ausnahmen'), excepted.filter(holds)),
    ...tableOf(
      label('Exceptions that have ended', 'Beendete Ausnahmen'),
      excepted.filter((one) => !holds(one)),
    ),
    ...table(
      label('Still open', 'Noch offen'),
      [label('Which', 'Welches'), label('Name', 'Name')],
      open.map(({ item, name = '' }) => [item, name]),
    ),
  ];
}

const tableOf = (title: Fact['label'], excepted: readonly RolloutItem[]): Table[] =>
  table(
    title,
    [label('Which', 'Welches'), label('Name', 'Name'), label('Why', 'Warum'), label('Until', 'Bis')],
    excepted.slice(0, mostRows).map(({ item, name = '', reason = '', until = '' }) => [item, name, reason, until]),
  );
