import type { Calendar } from '../../domain/calendar.ts';
import type { Control } from '../../domain/records/control.ts';
import type { Person } from '../../domain/records/person.ts';
import type { ControlFact, LastJudged, RiskChange, RiskFacts } from '../../domain/records/reading.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { changesSince } from '../../models/changes.ts';
import type { Store } from '../../models/store.ts';

type Reading = { store: Store; reader: Person; calendar: Calendar; risk: Risk };

/** What an owner needs to judge a risk again: the last judgement, what happened since, the controls and how they stand. */
export async function riskFacts(reading: Reading): Promise<RiskFacts> {
  const { store, risk } = reading;
  const [last, entries, controls] = await Promise.all([lastOf(reading), changesSince(store, risk), controlsOf(store, risk)]);
  const changes = await Promise.all(entries.map((entry) => changeOf(reading, entry)));
  return { description: risk.description, last, changes: changes.flat(), controls: controls.map(factOf) };
}

async function controlsOf(store: Store, risk: Risk): Promise<Control[]> {
  const ids = risk.controls.map(({ control }) => control);
  const found = new Map((await store.controls.find({ id: { $in: ids } })).map((control) => [control.id, control]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const factOf = ({ id, name, kind, status, effectiveness, checkedOn }: Control): ControlFact => ({
  ...{ reference: id, name, kind, status, effectiveness, checkedOn },
});

async function lastOf({ store, reader, risk }: Reading): Promise<LastJudged | undefined> {
  const last = risk.lastAssessment;
  if (last === undefined) return undefined;
  const { day, likelihood, consequence, band } = last;
  const imported = (await store.assessments.get(last.id))?.kind === 'imported';
  const by = imported || last.by === reader.id ? undefined : ((await store.people.get(last.by))?.name ?? last.by);
  return { day, by, ...(imported && { imported }), likelihood, consequence, band };
}

const told = ['name', 'description', 'threat', 'vulnerability', 'assets', 'properties'];

/** One entry of the trail as something that happened; what is of no use for judging says nothing. */
async function changeOf(reading: Reading, entry: TrailEntry): Promise<RiskChange[]> {
  const set = (entry.data.set ?? {}) as Record<string, unknown>;
  const day = reading.calendar.dayOf(entry.at);
  if (entry.chain.startsWith('controls/')) return controlChange(reading.store, entry.chain.slice('controls/'.length), set, day);
  const described: RiskChange[] = told.some((field) => field in set) ? [{ kind: 'riskChanged', day }] : [];
  return set.controls === undefined ? described : [...described, ...(await linkChanges(reading, entry, set.controls, day))];
}

async function controlChange(store: Store, reference: string, set: Record<string, unknown>, day: string): Promise<RiskChange[]> {
  const name = (await store.controls.get(reference))?.name ?? '';
  const { status, effectiveness } = set as Pick<ControlFact, 'status' | 'effectiveness'>;
  return [{ kind: 'controlChanged', reference, name, day, status, effectiveness }];
}

async function linkChanges({ store }: Reading, entry: TrailEntry, controls: unknown, day: string): Promise<RiskChange[]> {
  const after = idsOf(controls);
  const before = idsOf(await controlsBefore(store, entry));
  const names = new Map((await store.controls.find({ id: { $in: [...before, ...after] } })).map(({ id, name }) => [id, name]));
  const change =
    (kind: 'controlAdded' | 'controlRemoved') =>
    (reference: string): RiskChange => ({ kind, reference, name: names.get(reference) ?? '', day });
  return [
    ...after.filter((id) => !before.includes(id)).map(change('controlAdded')),
    ...before.filter((id) => !after.includes(id)).map(change('controlRemoved')),
  ];
}

const idsOf = (controls: unknown): string[] => (Array.isArray(controls) ? controls.map(({ control }: { control: string }) => control) : []);

async function controlsBefore(store: Store, { chain, seq }: TrailEntry): Promise<unknown> {
  const earlier = await store.trail.find({ chain, seq: { $lt: seq } }, { sort: { seq: -1 } });
  return earlier
    .map((entry) => (entry.data.set as { controls?: unknown } | undefined)?.controls)
    .find((controls) => controls !== undefined);
}
