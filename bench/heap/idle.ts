// Imports the workflow library although it is no part of the engine: it is what the SDK itself costs, with nothing of ours in it.
import { condition } from '@temporalio/workflow';

/** Waits for ever. */
export const idle = (): Promise<void> => condition(() => false);
