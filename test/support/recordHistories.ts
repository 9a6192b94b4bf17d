import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { serverBinaries } from '../../stack/binaries.ts';
import { commandTask, endRun } from '../../workflows/engine/messages.ts';
import { startEngine } from './engine.ts';
import globalSetup from './globalSetup.ts';
import globalTeardown from './globalTeardown.ts';
import { addRisks, foundOrganization, ids } from './organization.ts';
import { eventually } from './time.ts';

// `npm run histories`: records the golden histories that test/workflows/replay.test.ts replays against the built bundle. Run it when a piece of work
// is finished; histories that are there already are what older workflows look like, and are never recorded again.

const folder = fileURLToPath(new URL('../histories', import.meta.url));
const version = process.argv[2];
if (version === undefined) throw new Error('say for which version: npm run histories -- 0.1.0');

/** Half a day a second: a whole ladder takes less than a minute. */
await globalSetup();
const engine = await startEngine({ speed: 43_200 });
await foundOrganization(engine.store);
await addRisks(engine.store, ids.lukas, ['RSK-001', 'RSK-002']);
await addRisks(engine.store, ids.martin, ['RSK-003']);

const handle = (id: string) => engine.client.workflow.getHandle(id);
const by = { person: ids.lukas, roles: [], via: 'link', link: 'abc' } as const;
const hanna = { person: ids.hanna, roles: ['ismsManager'], via: 'login' } as const;
const outcome = { likelihood: 4, consequence: 4, verdict: 'change', reason: 'Seen with the team.' };
const task = (run: string, risk: string) => `${run}/reassess/${risk}/1`;
const send = (id: string, command: Command) => handle(id).executeUpdate(commandTask, { args: [command] });
const opened = (run: string, count: number) =>
  eventually(`${count} tasks`, async () => (await engine.store.tasks.count({ run, task: 'reassess' })) === count);
const { temporal } = await serverBinaries();
/** As Temporal's own command line writes it: the form that every SDK can replay. */
const save = async (name: string, id: string) => {
  const where = ['--workflow-id', id, '--address', engine.address, '--namespace', engine.namespace];
  const { stdout } = await promisify(execFile)(temporal, ['workflow', 'show', ...where, '--output', 'json'], { maxBuffer: 64e6 });
  await writeFile(`${folder}/${version}/${name}.json`, stdout);
  process.stderr.write(`${name}\n`);
};

await mkdir(`${folder}/${version}`, { recursive: true });
const first = await engine.openRun({ process: 'riskReview', subject: { period: '2026-Q4' }, actor: byEngine });
await opened(first.id, 3);
await send(task(first.id, 'RSK-001'), { do: 'complete', by, outcome });
await send(task(first.id, 'RSK-002'), { do: 'comment', by, text: 'Next week.' });
await send(task(first.id, 'RSK-002'), { do: 'reassign', by: hanna, to: ids.marta, reason: 'She knows it.' });
await send(task(first.id, 'RSK-002'), { do: 'complete', by: { ...by, person: ids.marta }, outcome });
await eventually('the ladder is climbed', async () => (await engine.store.tasks.get(task(first.id, 'RSK-003')))?.level === 3, 120_000);
await send(task(first.id, 'RSK-003'), { do: 'complete', by: hanna, outcome });
await send(`${first.id}/confirm/-/1`, { do: 'complete', by: hanna, outcome: { consistent: true, newRisks: 0, note: 'All fine.' } });
await handle(first.id).result();

await addRisks(
  engine.store,
  ids.lukas,
  Array.from({ length: 60 }, (_, n) => `BIG-${n}`),
);
const second = await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q1', scope: 'all' }, actor: byEngine });
await opened(second.id, 63);
await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q2', scope: 'all' }, actor: byEngine });
await handle(second.id).result();
await handle('riskReview-2027-Q2').executeUpdate(endRun, {
  args: [{ kind: 'cancelled', by: ids.hanna, via: 'login', reason: 'A trial.' }],
});

await save('riskReview-complete', first.id);
await save('riskReview-superseded', second.id);
await save('riskReview-batch', `${second.id}/batch/1`);
await save('riskReview-cancelled', 'riskReview-2027-Q2');
await save('task-done-at-once', task(first.id, 'RSK-001'));
await save('task-reassigned', task(first.id, 'RSK-002'));
await save('task-full-ladder', task(first.id, 'RSK-003'));
await save('task-superseded', task(second.id, 'RSK-001'));
await save('letterbox', `letterbox/${ids.lukas}`);
await engine.stop();
await globalTeardown();
process.exit(0);
