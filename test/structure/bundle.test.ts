import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

let code: string;

beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
  ({ code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }));
});

describe('the workflow bundle', () => {
  // zod alone costs 0.6 MB of heap for each cached workflow; holidays and zones depend on the machine and would break a replay.
  for (const library of ['zod', 'luxon', 'mongoose', 'date-holidays'])
    it(`When workflows are bundled, ${library} is not among them`, () => {
      expect(code).not.toMatch(new RegExp(`node_modules/${library}/`));
    });

  it('When workflows are bundled, every process and the engine are in it', () => {
    for (const name of ['riskReview', 'task', 'letterbox', 'upkeep', 'registerImport']) expect(code).toContain(name);
  });
});
