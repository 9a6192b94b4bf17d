import { createDeparture } from './departure/index.ts';
import type { Deps, MailDeps } from './deps.ts';
import { createImports } from './imports.ts';
import { inAMoment } from './inAMoment.ts';
import { createSendLetters } from './mail/sendLetters.ts';
import { createOpenTask } from './openTask.ts';
import { createPost } from './post.ts';
import { createRecordRun } from './recordRun.ts';
import { createRecordStep } from './recordStep.ts';
import { createReads, createWrites } from './registers/index.ts';
import { createRunActivities } from './runs.ts';
import { createApplySchedules } from './schedules/apply.ts';
import { createOpenings } from './schedules/openings.ts';
import { createUpkeep } from './upkeep/index.ts';

/** What workflows can do to the world, on the task queue `isms`. */
export function createActivities(deps: Deps) {
  const post = createPost(deps);
  return {
    ...inAMoment(deps, createSteps),
    ...createImports(deps),
    ...createDeparture(deps, post),
    ...createUpkeep(deps, post),
    ...createApplySchedules(deps),
    ...createOpenings(deps),
  };
}

function createSteps(deps: Deps) {
  const post = createPost(deps);
  return {
    openTask: createOpenTask(deps, post),
    recordStep: createRecordStep(deps, post),
    recordRun: createRecordRun(deps, post),
    ...createRunActivities(deps),
    ...createReads(deps),
    ...createWrites(deps, post),
  };
}

/** On the task queue `mail`, at the relay's rate: a dead relay blocks no task. */
export const createMailActivities = (deps: MailDeps) => inAMoment(deps, (moment: MailDeps) => ({ sendLetters: createSendLetters(moment) }));
