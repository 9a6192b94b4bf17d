import { openOrFind } from '../activities/openRun.ts';
import type { Day } from '../domain/records/common.ts';
import { Sentence } from '../domain/records/common.ts';
import type { Rollout } from '../domain/records/rollout.ts';
import { type Detail, notFound, Refusal } from '../domain/refusal.ts';
import { changeItems, endsToAwait, exceptionsOf, type ItemChange, itemProblem, progressOf } from '../models/rollouts.ts';
import type { Api } from './deps.ts';
import { readTable } from './import/readTable.ts';
import { readItemRows } from './import/rolloutItems.ts';
import { oneAtATimeBy } from './oneAtATime.ts';
import { actorOf, type Caller, controlsAskedOf, manages, seen } from './policy.ts';
import { todayOf } from './today.ts';

/** As many as are said at once; a rollout may have more. */
export const mostItems = 1000;

/** What is said of one item, and where it was said. */
type Said = { change: ItemChange; at: string };
type Reporting = { rollout: Rollout; caller: Caller; said: readonly Said[]; key: string };

/** @throws Refusal 404 */
export async function progressNow(api: Api, caller: Caller, id: string) {
  const rollout = await seen(caller, 'rollouts', api.store, id);
  if (rollout === undefined) throw notFound();
  const exceptions = await exceptionsOf(api.store, { rollout: id });
  return {
    rollout: id,
    ...(await progressOf(api.store, { rollout: id }, await todayOf(api))),
    exceptions: exceptions.map(({ item, name, reason, until }) => ({ item, name, reason, until })),
  };
}

/** A rollout of which this caller may say how far it is: the owner of the control, whoever is asked, the ISMS manager. @throws Refusal 404, 403 */
export async function reportableRollout({ store }: Api, caller: Caller, id: string): Promise<Rollout> {
  const rollout = await seen(caller, 'rollouts', store, id);
  if (rollout === undefined) throw notFound();
  if (manages(caller) || (await controlsAskedOf(caller, store)).includes(rollout.control)) return rollout;
  throw new Refusal(403, 'forbidden', 'Only whoever rolls it out says how far it is.');
}

/** The items in a CSV file. @throws Refusal what cannot be read as one, 422 `itemsRefused` with rows and columns */
export function readItems(bytes: Buffer): Said[] {
  const { rows, report } = readItemRows(readTable(bytes));
  if (rows.length > mostItems)
    throw new Refusal(413, 'tooManyRows', `The file has ${rows.length} rows; at most ${mostItems} are taken at once. Split it.`);
  refuseAny(report.map(({ row, column, reason }) => ({ path: `row ${row}, ${column}`, message: reason })));
  return rows.map(({ change, row }) => ({ change, at: `row ${row}` }));
}

const inTurn = oneAtATimeBy();

/** All of it or none; what is still open then is asked about. @throws Refusal 422 `itemsRefused` with the places of what is wrong */
export async function reportItems(api: Api, { rollout, caller, said, key }: Reporting): Promise<void> {
  const today = await todayOf(api);
  refuseAny(problemsOf(said, today));
  const { id, control } = rollout;
  const changes = said.map(({ change }) => dated(change, today));
  const written = { rollout: id, control, changes, at: api.clock.now(), actor: actorOf(caller), key };
  await inTurn(id, () => changeItems(api.store, written));
  await askAbout(api, rollout, caller, today);
}

const dated = (change: ItemChange, today: Day): ItemChange =>
  change.state === 'done' && change.doneOn === undefined ? { ...change, doneOn: today } : change;

function problemsOf(said: readonly Said[], today: Day): Detail[] {
  const first = new Map<string, string>();
  return said.flatMap(({ change, at }) => {
    const before = first.get(change.item);
    first.set(change.item, before ?? at);
    if (before !== undefined) return [{ path: `${at}, item`, message: `${change.item} is named twice, first at ${before}` }];
    const wrong = itemProblem(change, today) ?? unsaid(change);
    return wrong === undefined ? [] : [{ path: `${at}, ${wrong.field}`, message: wrong.message }];
  });
}

const unsaid = ({ reason }: ItemChange) =>
  reason === undefined || Sentence.safeParse(reason).success
    ? undefined
    : { field: 'reason', message: 'a sentence of at least 3 characters' };

/** Somebody is asked how far it is, unless that is so already, and what becomes of exceptions when they end. */
async function askAbout(api: Api, { id, control }: Rollout, caller: Caller, today: Day): Promise<void> {
  const actor = actorOf(caller);
  for (const until of await endsToAwait(api.store, id, today))
    await openOrFind(api.openRun, { process: 'exceptionReview', subject: { rollout: id, control, until }, actor });
  if ((await progressOf(api.store, { rollout: id }, today)).open === 0) return;
  const isAsked = await api.store.runs.first({ process: 'controlRollout', status: 'open', 'subject.rollout': id });
  if (isAsked !== undefined) return;
  await openOrFind(api.openRun, {
    process: 'controlRollout',
    subject: { rollout: id, control, since: today },
    actor,
  });
}

const mostNamed = 100;

function refuseAny(wrong: readonly Detail[]): void {
  if (wrong.length === 0) return;
  const findings = wrong.length === 1 ? 'one finding' : `${wrong.length} findings`;
  throw new Refusal(422, 'itemsRefused', `Nothing was written: ${findings}.`, wrong.slice(0, mostNamed));
}
