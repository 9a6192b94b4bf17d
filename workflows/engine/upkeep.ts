import { proxyActivities } from '@temporalio/workflow';
import type { UpkeepActivities } from './contract.ts';

const { upkeepPass } = proxyActivities<UpkeepActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '1m',
  retry: { maximumAttempts: 5 },
});

/** Hourly: what was left without a workflow, and letters without a letterbox, are found and set going again. Returns what it repaired. */
export const upkeep = (): Promise<Record<string, number>> => upkeepPass({ at: new Date().toISOString() });
