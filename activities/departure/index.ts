import type { DepartureActivities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { createCloseDeparture, createTellSuccessor } from './close.ts';
import { createEndAccess } from './endAccess.ts';
import { createHandOverPeople, createHandOverRecords } from './records.ts';
import { createHandOverTasks } from './tasks.ts';

/** The pieces of a departure; each may be tried again without harm. */
export const createDeparture = (deps: Deps, post: Post): DepartureActivities => ({
  endAccess: createEndAccess(deps),
  handOverRecords: createHandOverRecords(deps),
  handOverPeople: createHandOverPeople(deps),
  tellSuccessor: createTellSuccessor(deps, post),
  handOverTasks: createHandOverTasks(deps),
  closeDeparture: createCloseDeparture(deps),
});
