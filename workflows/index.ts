export { letterbox } from './engine/letterbox.ts';
export { opening } from './engine/opening.ts';
export { registerImport } from './engine/registerImport.ts';
export { scheduler } from './engine/scheduler.ts';
export { task } from './engine/task.ts';
export { upkeep } from './engine/upkeep.ts';
export { riskAcceptance } from './riskAcceptance/workflow.ts';
export { riskReview } from './riskReview/workflow.ts';
