import { ScheduleNotFoundError } from '@temporalio/client';
import { systemNow, toMs } from '../../domain/clock.ts';
import type { UpkeepPass } from '../../domain/records/upkeepPass.ts';
import { lastPass } from '../../models/census.ts';
import type { Api } from '../deps.ts';
import { within } from '../temporal.ts';
import { type Check, counted, type Look, lasting, ok, warning, wrong } from './finding.ts';

export const upkeepChecks: readonly Check[] = [
  {
    check: 'upkeep',
    title: 'Upkeep',
    todo: 'Look at the schedule "upkeep" and its last workflows in the Temporal UI; the worker creates it when it starts.',
    look: async (api) => [await schedule(api), await passes(api)],
  },
  {
    check: 'lostWorkflows',
    title: 'Tasks without workflow',
    todo: 'They were started again from their documents. If it happens each hour, or to many at once, look for terminated workflows in the Temporal UI.',
    look: async ({ store }) => lost(await lastPass(store)),
  },
];

async function schedule({ client }: Api): Promise<Look> {
  try {
    const { state } = await within(client, 5_000, () => client.schedule.getHandle('upkeep').describe());
    return state.paused
      ? wrong('The schedule is paused: nothing lost is found.', 'temporal schedule toggle --schedule-id upkeep --unpause')
      : ok('It is scheduled.');
  } catch (failure) {
    if (failure instanceof ScheduleNotFoundError) return wrong('There is no schedule: no worker has run yet, or somebody deleted it.');
    throw failure;
  }
}

const hourMs = 3_600_000;

async function passes({ store, clock }: Api): Promise<Look> {
  const pass = await lastPass(store);
  const organization = await store.organization.get('organization');
  const sinceMs = toMs(systemNow()) - toMs(pass?.at ?? organization?.createdAt ?? systemNow());
  const lateMs = Math.max(clock.realMs(2 * hourMs), 120_000);
  if (sinceMs > lateMs)
    return wrong(pass === undefined ? `No pass in the first ${lasting(sinceMs)}.` : `The last pass was ${lasting(sinceMs)} ago.`);
  return ok(pass === undefined ? 'The first pass is to come within the hour.' : `The last pass was ${lasting(sinceMs)} ago.`);
}

const restarted = { runs: ['run', 'runs'], tasks: ['task', 'tasks'], imports: ['import', 'imports'] } as const;

function lost(pass: UpkeepPass | undefined): Look {
  const found = new Map((pass?.found ?? []).map(({ what, count }) => [what, count]));
  const lines = Object.entries(restarted).flatMap(([what, [one, many]]) => {
    const n = found.get(what) ?? 0;
    return n === 0 ? [] : [counted(n, one, many)];
  });
  return lines.length === 0 ? ok('The last pass found none.') : warning(`The last pass found ${lines.join(', ')} without a workflow.`);
}
