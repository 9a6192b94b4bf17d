import { groupedBy } from '../domain/groupedBy.ts';
import type { Risk } from '../domain/records/risk.ts';
import type { RiskTies } from '../domain/records/riskTies.ts';
import { isClosed } from '../domain/rules/task.ts';
import { findAny } from '../models/anyOf.ts';
import { matches } from '../models/filter.ts';
import type { Store } from '../models/store.ts';
import { type Caller, scope } from './policy.ts';

/** Of each kind; older ones are found where the kind is listed. */
const most = 5;
const newest = { sort: { updatedAt: -1 } } as const;

/** Those of a few records, the newest first, that may be seen; asked for by the risk alone, which some servers need to take an index. */
type Shown = <T extends { id: string }>(records: readonly T[]) => T[];

/** What else concerns a risk, as far as this caller may see it. */
export async function tiesOf(store: Store, caller: Caller, risk: Risk): Promise<RiskTies> {
  const shownOf = async (kind: Parameters<typeof scope>[1]): Promise<Shown> => {
    const theirs = await scope(caller, kind, store);
    return (records) => records.filter((record) => matches(record, theirs)).slice(0, most);
  };
  const [nonconformities, findings, changes, runs] = await Promise.all([
    nonconformitiesAbout(store, risk, await shownOf('nonconformities')),
    findingsAbout(store, risk, await shownOf('auditFindings')),
    changesAbout(store, risk, await shownOf('changes')),
    runsAbout(store, risk, await shownOf('runs')),
  ]);
  return { nonconformities, findings, changes, runs };
}

async function nonconformitiesAbout(store: Store, risk: Risk, shown: Shown): Promise<RiskTies['nonconformities']> {
  const subjects = [risk.id, ...risk.controls.map(({ control }) => control)];
  const all = await findAny(store.nonconformities, { $or: subjects.map((id) => ({ 'source.subject': id })) }, { sort: { proposedAt: -1 } });
  return shown(all).map(({ id, title, status, source: { subject = '' } }) => ({ id, title, status, about: subject }));
}

async function findingsAbout(store: Store, { id }: Risk, shown: Shown): Promise<RiskTies['findings']> {
  const all = await store.auditFindings.find({ risk: id }, newest);
  return shown(all).map(({ id, audit, criterion, status }) => ({ id, audit, criterion, status }));
}

async function changesAbout(store: Store, { id }: Risk, shown: Shown): Promise<RiskTies['changes']> {
  const all = await store.changes.find({ risks: id }, newest);
  return shown(all).map(({ id, title, status, run }) => ({ id, title, status, ...(run !== undefined && { run }) }));
}

async function runsAbout(store: Store, { id }: Risk, shown: Shown): Promise<RiskTies['runs']> {
  const tasks = groupedBy(await store.tasks.pick({ about: id }, ['run', 'state', 'answeredAt']), ({ run }) => run);
  const runs = await store.runs.find({ id: { $in: [...tasks.keys()] } }, { sort: { openedAt: -1 } });
  return shown(runs).map(({ id, process, key }) => {
    const asked = tasks.get(id) ?? [];
    const answeredAt = asked
      .flatMap(({ answeredAt }) => answeredAt ?? [])
      .sort()
      .at(-1);
    return { id, process, key, isAsked: asked.some(({ state }) => !isClosed(state)), ...(answeredAt !== undefined && { answeredAt }) };
  });
}
