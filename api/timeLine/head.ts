import type { Actor, Day } from '../../domain/records/common.ts';
import type { RunEvent, TimeLineHead } from '../../domain/records/timeLine.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { textsBeside } from '../../models/trail.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { saidOf } from '../dashboard/asking.ts';
import { gatesNow } from '../gatesNow.ts';
import { peopleById } from '../taskLines.ts';
import { endOf, type Group } from './groups.ts';
import type { Looking } from './looking.ts';

const shown = 12;
const read = 30;

/** The run itself, how it stands by its gates, and what happened last. */
export async function headOf(looking: Looking, groups: readonly Group[], promisedTo: Day): Promise<TimeLineHead> {
  const { api, run, language, oversees } = looking;
  const definition = definitionOf(run.process);
  const [gates, latest] = await Promise.all([
    run.status === 'open' ? gatesNow(api, run) : run.gates,
    oversees ? latestOf(looking, groups) : [],
  ]);
  const people = await peopleById(api, [run.openedBy.person, run.closedBy?.person ?? []].flat());
  const [openedBy, closedBy] = [run.openedBy, run.closedBy].map((actor) => people.get(actor?.person ?? '')?.name);
  return {
    ...{ run: { ...run, gates: [...gates] }, title: definition?.title[language] ?? run.process },
    phase: definition?.phase ?? 'do',
    ...(openedBy !== undefined && { openedBy }),
    ...(closedBy !== undefined && { closedBy }),
    ...{ promisedTo, latest },
  };
}

/** What the run's own chain says, and who has answered, the newest first. */
async function latestOf(looking: Looking, groups: readonly Group[]): Promise<RunEvent[]> {
  const { store, api, run } = looking;
  const entries = await store.trail.find({ chain: `run/${run.id}` }, { sort: { seq: -1 }, limit: read });
  const texts = await textsBeside(store, entries);
  const answered = groups
    .filter(({ standing }) => standing === 'done' || standing === 'doneLate')
    .sort((a, b) => ((endOf(a.first) ?? '') < (endOf(b.first) ?? '') ? 1 : -1))
    .slice(0, shown);
  const people = await peopleById(api, [
    ...entries.map(({ actor }) => actor.person),
    ...answered.map(({ first: { assignee } }) => assignee),
  ]);
  const nameOf = ({ person }: Pick<Actor, 'person'>) => people.get(person)?.name;
  const events = [
    ...entries.flatMap((entry) => eventOf(entry, nameOf(entry.actor), texts.get(entry.id)?.texts.reason) ?? []),
    ...answered.map((group) => answerOf(looking, group, nameOf({ person: group.first.assignee }))),
  ];
  return events.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, shown);
}

/** What the engine notes for itself, such as what it waits for, is not told. */
function eventOf({ at, event, data }: TrailEntry, who: string | undefined, reason: string | undefined): RunEvent | undefined {
  const told = { at, ...(who !== undefined && { who }), ...(reason !== undefined && { reason }) };
  switch (event) {
    case 'opened':
      return { ...told, event };
    case 'asked':
      return data.later === true ? undefined : { ...told, event, count: Number(data.subjects) };
    case 'started':
      return { ...told, event, run: String(data.started) };
    case 'triggered':
      return { ...told, event, run: String(data.from) };
    case 'closed':
    case 'cancelled':
      return {
        ...{ ...told, event, outcome: String(data.outcome) },
        ...(typeof data.supersededBy === 'string' && { run: data.supersededBy }),
      };
    default:
      return undefined;
  }
}

const answerOf = (looking: Looking, { first, tasks }: Group, who: string | undefined): RunEvent => ({
  ...{ at: endOf(first) ?? looking.now, event: 'answered', ...(who !== undefined && { who }), count: tasks.length },
  title: saidOf(looking, { ...first, process: looking.run.process }, tasks.length),
});
