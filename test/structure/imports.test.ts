import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { sourceFiles } from './sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Import = { file: string; from: string; to: string; typeOnly: boolean };

const statement = /^(?:import|export)\s+(type\s)?(?:[\s\S]*?\sfrom\s+)?'([^']+)';?$/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(statement)].map(([line, type, to = '']) => ({
    file,
    from: file,
    to: to.startsWith('.') ? relative(root, join(root, dirname(file), to)) : to,
    typeOnly: type !== undefined || /^(?:import|export)\s*\{\s*(?:type\s[^,}]+,?\s*)+\}/.test(line),
  }));
}

const all = sourceFiles().flatMap(importsOf);
const inFolder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const violations = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} imports ${to}`);

/** Who may import whom at run time; composition roots may import everything. */
const roots = ['worker/main.ts', 'api/main.ts', 'cli/main.ts', 'stack', 'cli/fourstroke.js'];
const allowed: Record<string, readonly string[]> = {
  domain: ['domain'],
  workflows: ['domain', 'workflows'],
  models: ['domain', 'models'],
  activities: [
    'domain',
    'models',
    'workflows/definitions.ts',
    'workflows/schedules.ts',
    'workflows/engine/messages.ts',
    'workflows/engine/searchAttributes.ts',
    'activities',
  ],
  api: [
    'domain',
    'models',
    'workflows/definitions.ts',
    'workflows/schedules.ts',
    'workflows/engine/messages.ts',
    'workflows/engine/searchAttributes.ts',
    'activities/openRun.ts',
    'activities/post.ts',
    'activities/startOnce.ts',
    'activities/registers/reads.ts',
    'activities/steps/promised.ts',
    'activities/steps/inPerson.ts',
    'log.ts',
    'api',
  ],
  worker: ['domain', 'models', 'activities', 'workflows/engine/searchAttributes.ts', 'log.ts', 'worker'],
  cli: ['domain', 'cli'],
  // A client of the API; of the records it knows the types.
  web: ['web'],
  // Puts the product together to measure it; the tests are no part of what it measures.
  bench: ['config.ts', 'domain', 'models', 'activities', 'workflows/engine/searchAttributes.ts', 'worker/worker.ts', 'stack', 'bench'],
};

describe('who imports whom', () => {
  for (const [folder, targets] of Object.entries(allowed)) {
    it(`When ${folder} imports something of ours at run time, it is of ${targets.join(', ')}`, () => {
      const ours = all.filter(({ from, to, typeOnly }) => {
        const isRoot = roots.some((one) => inFolder(from, one));
        return (
          !typeOnly &&
          !isRoot &&
          inFolder(from, folder) &&
          (folder !== 'domain' || !inFolder(from, 'domain/rules')) &&
          /\.(ts|tsx|json|js)$/.test(to)
        );
      });
      expect(ours.length).toBeGreaterThan(0);
      expect(violations(ours.filter(({ to }) => !targets.some((target) => inFolder(to, target))))).toEqual([]);
    });
  }

  it('When domain/rules imports a library, it does not: they may run inside the workflow sandbox', () => {
    expect(
      violations(all.filter(({ from, to, typeOnly }) => inFolder(from, 'domain/rules') && !typeOnly && !to.startsWith('domain/'))),
    ).toEqual([]);
  });

  it('When a workflow or the engine reaches definitions, records or activities, it is for their types only', () => {
    const sandboxed = all.filter(
      ({ from }) =>
        inFolder(from, 'workflows') &&
        !from.endsWith('/definition.ts') &&
        from !== 'workflows/definitions.ts' &&
        from !== 'workflows/schedules.ts',
    );
    const reached = sandboxed.filter(
      ({ to, typeOnly }) => !typeOnly && !/^(workflows\/|domain\/rules\/|@temporalio\/(workflow|common)$)/.test(to),
    );
    expect(violations(reached)).toEqual([]);
  });

  it('When something imports the workflow library, it is the engine, or what the engine is measured against', () => {
    const may = ['workflows/engine', 'bench/bare/workflows.ts', 'bench/heap/idle.ts'];
    const users = all.filter(
      ({ from, to, typeOnly }) => to === '@temporalio/workflow' && !typeOnly && !may.some((one) => inFolder(from, one)),
    );
    expect(violations(users)).toEqual([]);
  });

  it('When something reads the clock, it is domain/clock.ts or the engine', () => {
    const readers = sourceFiles().filter((file) => {
      if (file === 'domain/clock.ts' || inFolder(file, 'workflows/engine')) return false;
      return /\bnew Date\(\)|\bDate\.now\(\)|DateTime\.(now|local|utc)\(\)/.test(readFileSync(join(root, file), 'utf8'));
    });
    expect(readers).toEqual([]);
  });

  it('When something reads the environment, it is config.ts', () => {
    const readers = sourceFiles().filter((file) => file !== 'config.ts' && readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers).toEqual([]);
  });
});
