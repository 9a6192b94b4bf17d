import type { Role } from '../../domain/records/common.ts';
import { missingToldTo } from '../../models/campaigns.ts';
import type { Missing } from '../letters/types.ts';
import { type Context, dueDatesOf, inRun } from './context.ts';
import type { Group } from './groups.ts';

const overseers: ReadonlySet<Role> = new Set(['ismsManager', 'topManagement', 'auditor']);

/** Who has not answered by the moment at which the mail goes out, of those of whom the reader is told. */
export async function missing(context: Context, { run, letters }: Group): Promise<Missing> {
  const { store, reader, at, names } = context;
  const { rung, nonconformity } = letters[0].facts as { rung: string; nonconformity: boolean };
  const tasks = await missingToldTo(store, run.id, rung, reader.id);
  const people = await Promise.all(tasks.map(({ assignee }) => names(assignee)));
  return {
    ...inRun(run),
    ...{ kind: 'missing', reference: String(run.subject.campaign), nonconformity, due: dueDatesOf(tasks).first ?? at },
    people: people.sort((a, b) => a.localeCompare(b)),
    mayRead: reader.roles.some(({ role, scope }) => scope === undefined && overseers.has(role)),
  };
}
