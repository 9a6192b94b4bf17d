import type { DepartureActivities } from '../../workflows/engine/contract.ts';
import { beating } from '../beating.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { createCloseDeparture, createTellSuccessor } from './close.ts';
import { createEndAccess } from './endAccess.ts';
import { createHandOverPeople, createHandOverRecords } from './records.ts';
import { createHandOverTasks } from './tasks.ts';

/** Somebody may own thousands of records; when a worker dies over them, the next one goes on within seconds. */
const alive =
  <P, R>(piece: (about: P) => Promise<R>) =>
  (about: P): Promise<R> =>
    beating(() => piece(about));

/** The pieces of a departure; each may be tried again without harm. */
export const createDeparture = (deps: Deps, post: Post): DepartureActivities => ({
  endAccess: alive(createEndAccess(deps)),
  handOverRecords: alive(createHandOverRecords(deps)),
  handOverPeople: alive(createHandOverPeople(deps)),
  tellSuccessor: alive(createTellSuccessor(deps, post)),
  handOverTasks: alive(createHandOverTasks(deps)),
  closeDeparture: alive(createCloseDeparture(deps)),
});
