import { lengthOf, monthsOf, periodBounds } from '../domain/period.ts';
import { engine } from '../domain/records/common.ts';
import type { Run } from '../domain/records/run.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import { accountableFor, holdersOf } from '../models/people.ts';
import { append } from '../models/trail.ts';
import type { Activities, Ending } from '../workflows/engine/contract.ts';
import { endByEngine } from '../workflows/engine/messages.ts';
import { createAwaitWorkflow } from './awaitWorkflow.ts';
import type { Deps } from './deps.ts';
import { processOf } from './knowledge.ts';
import { createLookFor } from './lookFor.ts';
import { createOpenRun, openOrFind, startRunWorkflow } from './openRun.ts';
import type { Post } from './post.ts';

type RunActivities = Pick<Activities, 'supersedeEarlier' | 'momentOf' | 'propose' | 'awaitWorkflow' | 'startRun' | 'lookFor'>;

/** What flows need of other runs and of time. */
export const createRunActivities = (deps: Deps, post: Post): RunActivities => ({
  async supersedeEarlier({ run: id, process }) {
    const run = await deps.store.runs.get(id);
    if (run === undefined || !processOf(process).supersedes) return [];
    const open = await deps.store.runs.find({ process, status: 'open', id: { $ne: id } });
    const earlier = open.filter((other) => isEarlier(other, run));
    for (const other of earlier) await supersede(deps, other, run);
    return earlier.map((other) => other.id);
  },

  async momentOf({ process, runOpenedAt, ...moment }) {
    const person = await accountableFor(deps.store, processOf(process));
    const calendar = calendarOf(await settingsNow(deps.store), person);
    const day =
      'day' in moment ? calendar.addWorkingDays(moment.day, 0) : calendar.addWorkingDays(calendar.dayOf(runOpenedAt), moment.workingDay);
    return deps.clock.toReal(calendar.startOfDay(day));
  },

  startRun: ({ of: { process, subject }, run }) => openOrFind(createOpenRun(deps), { process, subject, actor: engine, startedBy: run }),

  lookFor: createLookFor(deps),

  async propose({ proposed, about, reason, run, process, at, key }) {
    const { store, clock } = deps;
    const to = ((await holdersOf(store, 'ismsManager'))[0] ?? (await accountableFor(store, processOf(process)))).id;
    const id = key.replaceAll('/', '.');
    const proposedAt = clock.toOrganization(at);
    await append(store, {
      chain: `proposals/${id}`,
      seq: 1,
      at: proposedAt,
      actor: engine,
      event: 'proposed',
      data: { process: proposed, about, run, to },
      texts: { reason },
    });
    await store.proposals.insert({ id, process: proposed, about, run, reason, to, proposedAt, status: 'open' });
    await post.put([
      { id: `${key}/proposal/${to}`, person: to, kind: 'proposal', run, facts: { about, proposed }, at: proposedAt, urgent: false },
    ]);
  },

  awaitWorkflow: createAwaitWorkflow(deps),
});

/** A run of a period is superseded by one of a later period that is at least as long: what is asked between two quarters takes over from no quarter. */
function isEarlier(other: Run, run: Run): boolean {
  if (other.period === undefined || run.period === undefined) return other.openedAt < run.openedAt;
  const isAsLong = monthsOf[lengthOf(run.period)] >= monthsOf[lengthOf(other.period)];
  return isAsLong && periodBounds(other.period).first < periodBounds(run.period).first;
}

/** Told, not waited for: closing a thousand tasks takes a while, and the new run need not stand still meanwhile. */
async function supersede({ client }: Deps, other: Run, by: Run): Promise<void> {
  const ending: Ending = { kind: 'superseded', by: by.id, via: 'engine', reason: `${by.id} has taken over.` };
  await startRunWorkflow(client, other); // a document that had lost its workflow
  await client.workflow.getHandle(other.id).signal(endByEngine, ending);
}
