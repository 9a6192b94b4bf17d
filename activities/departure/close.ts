import type { OwnedRegister } from '../../domain/records/departure.ts';
import { staffAfter } from '../../models/leaving/heirs.ts';
import { taskMoves } from '../../models/leaving/tasks.ts';
import { append } from '../../models/trail.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { DepartureActivities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { theDeparture } from './theDeparture.ts';

/** Records that people call by their reference; what is decided on comes as a task. */
const named = new Set<OwnedRegister>(['risks', 'controls', 'nonconformities']);

/** One letter about all that is not a task: records, roles, answers to confirm. The letters of the tasks come with it in one mail. */
export const createTellSuccessor =
  ({ store, clock }: Deps, post: Post): DepartureActivities['tellSuccessor'] =>
  async ({ departure: id, at }) => {
    const { to, person, by, records = [], given = [], confirmations = 0 } = await theDeparture({ store }, id);
    const mine = records.filter((one) => one.to === to && named.has(one.register)).map(({ id: reference }) => reference);
    if (to === undefined || (mine.length === 0 && given.length === 0 && confirmations === 0)) return;
    const facts = { from: person, by: by.person, references: mine, roles: given.map(({ role }) => role), confirmations };
    await post.put([{ id: `${id}/succession`, person: to, kind: 'succession', facts, at: clock.toOrganization(at), urgent: false }]);
  };

/** What moved, in the trail of the departure; and what could not. */
export const createCloseDeparture =
  ({ store, clock }: Deps): DepartureActivities['closeDeparture'] =>
  async ({ departure: id, at: real }) => {
    const departure = await theDeparture({ store }, id);
    const { person, to, roles, by, reason, records = [], tasks = [], given = [] } = departure;
    const at = clock.toOrganization(real);
    const staying = await taskMoves(store, departure, await staffAfter(store, departure), definitionOf);
    const left = staying.map(({ task }) => task.id);
    const counts = { records: records.length, tasks: tasks.filter((task) => !left.includes(task)).length, left };
    const data = { person, to, roles, given: given.map(({ role }) => role), ...counts };
    await append(store, { chain: `departures/${id}`, seq: 1, at, actor: by, event: 'departed', data, texts: { why: reason } });
    await store.departures.set(id, { state: 'moved', left, movedAt: at });
  };
