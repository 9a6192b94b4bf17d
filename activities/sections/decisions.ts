import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { Task } from '../../domain/records/task.ts';
import { places } from '../../domain/words/places.ts';
import type { Store } from '../../models/store.ts';
import type { Opened, TaskLine } from '../letters/types.ts';
import type { Context } from './context.ts';

/** What letters about decisions say beside those about other tasks. */
type Decision = Pick<Opened, 'page' | 'cameBack'>;

/** The decision on a risk that a task is about, with what was frozen for it. */
const acceptanceOf = (store: Store, { process, run }: Task): Promise<Acceptance | undefined> =>
  process === 'riskAcceptance' ? store.acceptances.first({ run }) : Promise.resolve(undefined);

/** Where they are decided together, and who has given back what was asked for before. */
export async function decisionOf({ store, names }: Context, tasks: readonly Task[]): Promise<Decision> {
  const [first] = tasks;
  if (first?.approval !== true) return {};
  const page = places.decisions(first.process, first.task);
  const by = first.task === 'request' && first.attempt > 1 ? (await acceptanceOf(store, first))?.decidedBy : undefined;
  return { page, ...(by !== undefined && { cameBack: { by: await names(by.person) } }) };
}

/** Since when it is frozen what the task decides on, and who has asked for it. */
export async function frozenLine({ store, names }: Context, task: Task): Promise<TaskLine['frozen']> {
  const acceptance = await acceptanceOf(store, task);
  if (acceptance === undefined) return undefined;
  const { snapshot, requestedBy, requestedAt } = acceptance;
  if (task.task !== 'approve' || requestedBy === undefined) return { at: snapshot.frozenAt };
  return { at: requestedAt ?? snapshot.frozenAt, by: await names(requestedBy.person) };
}

/** Whether all of these were requests that another person has to approve. */
export async function goesOn(store: Store, tasks: readonly Task[]): Promise<boolean> {
  const requests = tasks.filter(({ task, outcome }) => task === 'request' && outcome?.decision === 'retain');
  if (requests.length === 0 || requests.length < tasks.length) return false;
  const found = await Promise.all(requests.map((task) => acceptanceOf(store, task)));
  return found.every((acceptance) => acceptance?.authority === 'topManagement');
}
