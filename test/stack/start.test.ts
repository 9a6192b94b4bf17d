import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { tooOld } from '../../stack/nodeVersion.js';
import { root } from '../../stack/root.ts';
import { run } from '../../stack/run.ts';

it.each(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v24.1.0'])('Node %s is new enough', (version) => {
  expect(tooOld(version)).toBeUndefined();
});

it.each(['v12.22.0', 'v18.20.4', 'v20.18.3'])('Node %s is too old, and one line says what is needed', (version) => {
  expect(tooOld(version)).toBe(`Fourstroke needs Node 20.19 or newer (20, 22 or 24); this is ${version}.`);
});

it.each(['start.js', 'check.js'])('%s reads the version before it loads anything that an old Node cannot parse', (file) => {
  const source = readFileSync(join(root, 'stack', file), 'utf8');
  const imported = [...source.matchAll(/^import .* from '(.*)';$/gm)].map(([, name]) => name);
  const unknownToNode12 = imported.filter((name) => name !== './nodeVersion.js' && !/^[a-z_]+$/.test(name ?? ''));
  expect(unknownToNode12).toEqual([]);
  expect(source).not.toMatch(/^await |\?\?|\?\./m);
});

it('A flag that does not exist is one line with the usage, and exit code 2', async () => {
  const { ok, lines } = await run(process.execPath, [join(root, 'stack', 'start.js'), '--fast']);
  expect(ok).toBe(false);
  expect(lines).toEqual(['--fast is not a flag of npm start. Usage: npm start [-- [--json] [--demo [--stay]]]']);
  const { lines: code } = await run('sh', ['-c', `"${process.execPath}" "${join(root, 'stack', 'start.js')}" --fast 2>/dev/null; echo $?`]);
  expect(code).toEqual(['2']);
});

it('Staying is for the demo only, and help says what there is and starts nothing', async () => {
  const start = join(root, 'stack', 'start.js');
  expect((await run(process.execPath, [start, '--stay'])).lines[0]).toMatch(/^--stay goes with --demo only\. Usage: npm start/);
  const { ok, lines } = await run(process.execPath, [start, '--help']);
  expect(ok).toBe(true);
  for (const flag of ['--json', '--demo', '--stay']) expect(lines.join('\n')).toContain(flag);
});
