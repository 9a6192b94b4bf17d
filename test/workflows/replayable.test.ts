import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { engine as byEngine } from '../../domain/records/common.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;
beforeAll(async () => {
  // Twelve working days are over before the first thing is written: all that a run does comes together.
  engine = await startEngine({ speed: 20_000_000 });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

describe('runs in which everything comes at the same moment', () => {
  it('When thirty are opened and each is replayed by a worker that knows nothing of it, each goes the same way', async () => {
    const runs: string[] = [];
    // Six at a time: each run tells all earlier open ones that it supersedes them.
    for (let group = 0; group < 5; group += 1) {
      for (let n = 0; n < 6; n += 1) {
        const subject = { period: `20${40 + runs.length}-Q1`, scope: 'all' };
        runs.push((await engine.openRun({ process: 'riskReview', subject, actor: byEngine })).id);
      }
      await eventually(
        'each but the last is superseded',
        async () => (await engine.store.runs.count({ process: 'riskReview', status: 'closed' })) === runs.length - 1,
        120_000,
      );
    }
    await engine.worker.stop();
    const failed: string[] = [];
    for (const run of runs) {
      const history = await engine.client.workflow.getHandle(run).fetchHistory();
      const replay = Worker.runReplayHistory({ workflowBundle: { codePath: process.env.TEST_BUNDLE ?? '' } }, history, run);
      await replay.catch((failure: Error) => failed.push(`${run}: ${failure.message}`));
    }
    expect(failed).toEqual([]);
  }, 780_000);
});
