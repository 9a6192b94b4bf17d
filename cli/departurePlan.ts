import { z } from 'zod';
import { shared } from '../domain/words/en/shared.ts';
import type { Output } from './output.ts';

const Role = z.looseObject({ role: z.string() });
const To = z.string().optional();

/** What the product says about somebody who leaves. */
export const PlanAnswer = z.looseObject({
  name: z.string(),
  to: To,
  roles: z.array(Role),
  given: z.array(Role),
  records: z.array(z.looseObject({ register: z.string(), id: z.string(), to: To })),
  people: z.array(z.looseObject({ name: z.string(), as: z.enum(['manager', 'deputy']), to: To })),
  tasks: z.array(
    z.looseObject({
      ...{ title: z.string(), about: z.string().optional(), parts: z.array(z.string()), to: z.record(z.string(), z.string()) },
      ...{ barred: z.boolean(), stays: z.array(z.string()) },
    }),
  ),
  names: z.record(z.string(), z.string()),
  problems: z.array(z.looseObject({ path: z.string(), message: z.string() })),
});
export type DeparturePlan = z.infer<typeof PlanAnswer>;

type Row = { what: string; which: string; to: string };

/** What moves and to whom, as a table; nothing when there is nothing. */
export function planTable(plan: DeparturePlan, output: Pick<Output, 'table'>): string[] {
  const rows = grouped(rowsOf(plan));
  return rows.length === 0 ? [`Nothing is with ${plan.name}.`] : [...output.table({ head: ['What', 'Which', 'Goes to'], rows }), ''];
}

const registers: Record<string, string> = {
  risks: 'Risk',
  controls: 'Control',
  acceptances: 'Acceptance',
  nonconformities: 'Nonconformity',
  proposals: 'Proposal',
};
const parts: Record<string, string> = {
  assignee: '',
  onBehalfOf: ', while somebody stands in',
  confirmer: ', to confirm',
  accountable: ', accountable',
  deputy: ', as deputy',
  extension: ', more time to decide about',
};
/** Under which part of the answer it stands who gets it. */
const goesWith: Record<string, string> = { onBehalfOf: 'assignee', extension: 'accountable' };

function rowsOf({ roles, given, records, people, tasks, names, to: successor }: DeparturePlan): Row[] {
  const nameOf = (id: string | undefined) => (id === undefined ? 'nobody' : (names[id] ?? id));
  const recordRows = records.map(({ register, id, to }) => ({ what: registers[register] ?? register, which: id, to: nameOf(to) }));
  const taskRows = tasks.flatMap(({ title, about = '', parts: held, to, stays }) =>
    held.map((part) => ({
      ...{ what: `${title}${parts[part] ?? `, ${part}`}`, which: about },
      to: stays.includes(part) ? 'nobody yet' : nameOf(to[goesWith[part] ?? part]),
    })),
  );
  const peopleRows = people.map(({ name, as, to }) => ({
    what: as === 'manager' ? 'Manager of' : 'Deputy of',
    which: name,
    to: nameOf(to),
  }));
  const roleRows = roles.map(({ role }) => {
    const which = (shared.roles as Record<string, string>)[role] ?? role;
    return { what: 'Role', which, to: given.some((one) => one.role === role) ? nameOf(successor) : 'ends' };
  });
  return [...recordRows, ...taskRows, ...peopleRows, ...roleRows];
}

const shown = 12;

/** Lines that differ only in which one they are about become one. */
function grouped(rows: readonly Row[]): string[][] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = `${row.what}|${row.to}`;
    groups.set(key, [...(groups.get(key) ?? []), row] as [Row, ...Row[]]);
  }
  return [...groups.values()].map((group) => [group[0].what, listed(group.flatMap(({ which }) => which || [])), group[0].to]);
}

const listed = (which: readonly string[]): string =>
  [...which.slice(0, shown), ...(which.length > shown ? [`and ${which.length - shown} more`] : [])].join(', ');
