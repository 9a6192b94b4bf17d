import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { definitions } from '../../workflows/definitions.ts';

const folder = fileURLToPath(new URL('../histories', import.meta.url));
const bundle = process.env.TEST_BUNDLE ?? '';

const golden = readdirSync(folder).flatMap((version) => readdirSync(join(folder, version)).map((name) => join(version, name)));

/** Every workflow of the engine beside runs and tasks. */
const engineOwn = ['departure', 'letterbox', 'opening', 'registerImport', 'scheduler', 'upkeep'];

describe('workflows that began with an earlier version', () => {
  it('When histories are looked for, there are some of every kind', () => {
    const kinds = ['task', ...engineOwn, ...definitions.map(({ key }) => key)];
    expect(kinds.filter((kind) => !golden.some((name) => basename(name).split(/[-.]/)[0] === kind))).toEqual([]);
  });

  it.each(golden)('When %s is replayed against the built bundle, it goes the same way', async (name) => {
    const history = JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
    const workflowId = name.replace(/^.*\/|\.json$/g, '');
    await Worker.runReplayHistory({ workflowBundle: { codePath: bundle } }, history, workflowId);
  });
});
