import type { Run } from '../../domain/records/run.ts';
import { RowStanding, type TimeLine } from '../../domain/records/timeLine.ts';
import { allOf } from '../../models/filter.ts';
import type { Api } from '../deps.ts';
import { type Caller, scope } from '../policy.ts';
import { type Group, groupsOf, seenFields } from './groups.ts';
import { headOf } from './head.ts';
import { lookAt } from './looking.ts';
import { pageOf } from './pages.ts';
import { plannedRows } from './planned.ts';
import { rowsOf } from './rows.ts';
import { promisedToOf, sitesOf, windowOf } from './window.ts';

type Asked = { cursor?: string | undefined; limit?: number | undefined; standing?: RowStanding | undefined };

/** A run as promised and as it went, a page of rows at a time; what somebody does not oversee is theirs to see as far as it is asked of them. */
export async function timeLineOf(api: Api, caller: Caller, run: Run, { standing, ...asked }: Asked): Promise<TimeLine> {
  const looking = await lookAt(api, caller, run);
  const tasks = await api.store.tasks.pick(allOf({ run: run.id }, await scope(caller, 'tasks', api.store)), seenFields);
  const groups = groupsOf(tasks, looking);
  const planned = await plannedRows(looking, tasks);
  const { here, next } = pageOf(standing === undefined ? groups : groups.filter((group) => group.standing === standing), asked);
  const { rows, people } = await rowsOf(looking, here);
  const promisedTo = await promisedToOf(looking, groups);
  const window = windowOf(looking, groups, promisedTo, planned.rows);
  // What is planned stands behind all that is asked.
  const isLast = next === undefined && (standing === undefined || standing === 'planned');
  const asking = rows.flatMap(({ who }) => people.get(who.id) ?? []);
  return {
    ...{ at: looking.now, today: looking.today, zone: looking.calendar.zone, window, counts: countsOf(groups, planned.rows.length) },
    ...(asked.cursor === undefined && { head: await headOf(looking, groups, promisedTo) }),
    sites: sitesOf(looking, [...asking, ...(isLast ? planned.people : [])], window),
    items: [...rows, ...(isLast ? planned.rows : [])],
    ...(next !== undefined && { next }),
  };
}

function countsOf(groups: readonly Group[], planned: number): TimeLine['counts'] {
  const counted = RowStanding.options.map((standing) => {
    const own = groups.filter((group) => group.standing === standing);
    return { standing, tasks: own.reduce((sum, { tasks }) => sum + tasks.length, 0), rows: own.length };
  });
  return [...counted, { standing: 'planned' as const, tasks: planned, rows: planned }].filter(({ rows }) => rows > 0);
}
