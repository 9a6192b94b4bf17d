import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTaskCommands } from '../../api/taskCommands.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { Refusal } from '../../domain/refusal.ts';
import { closedStates } from '../../domain/rules/task.ts';
import type { Chance } from './chance.ts';
import type { Engine } from './engine.ts';
import { findingsIn, type History, historyOf, type Operation } from './historyChecker.ts';
import { addRisks, ids } from './organization.ts';
import { eventually } from './time.ts';
import { workerProcess } from './workerProcess.ts';

const run = 'riskReview-2026-Q4';
const tasksEach = 10;

export type KillLoop = {
  chance: Chance;
  tasks: number;
  forMs: number;
  /** It goes on until so many workers were killed, however long each takes to come up. */
  kills: number;
  /** How long a worker works before it is killed, at least and at most. */
  livesMs: [number, number];
};

export type Killed = { kills: number; operations: Operation[]; tasks: Task[]; history: History };

/**
 * People answer tasks, some twice at once, and some never until all of their ladder has come; meanwhile the worker is killed again and again. Afterwards a
 * worker that lives brings all to its end.
 */
export async function killLoop(engine: Engine, { chance, tasks: count, forMs, kills: least, livesMs }: KillLoop): Promise<Killed> {
  await engine.worker.stop();
  const tasks = await begin(engine, count);
  const end = performance.now() + forMs;
  const people = tasks.map((task) => someone(engine, task, { silent: chance.happens(0.2), afterMs: chance.between(0, 0.9 * forMs) }));
  // Nobody waits for them before the loop is over, and a failure of theirs is one of the loop.
  const answered = Promise.all(people);
  answered.catch(() => undefined);
  let kills = 0;
  let next = workerProcess(engine, { standby: true });
  while (performance.now() < end || kills < least) {
    const worker = await next;
    worker.send('work');
    next = workerProcess(engine, { standby: true });
    await sleep(chance.between(...livesMs));
    await kill(worker);
    kills += 1;
  }
  await kill(await next);
  await engine.worker.start();
  const operations = (await answered).flat();
  await atRest(engine, tasks);
  const history = await historyOf(engine, operations, kills);
  // What nobody answered up to the last level is dealt with in runs of their own, which go on meanwhile.
  const begun = {
    tasks: history.tasks.filter((task) => task.run === run),
    letters: history.letters.filter((letter) => letter.run === run),
  };
  return { kills, operations, tasks: begun.tasks, history: { ...history, ...begun } };
}

async function kill(worker: ChildProcess): Promise<void> {
  const died = once(worker, 'exit');
  worker.kill('SIGKILL');
  await died;
}

/** What contradicts the promises after a loop, as sentences. */
export function findingsAfter({ kills, operations, tasks, history }: Killed): string[] {
  const { sunk, mails, entries } = history;
  const copies = sunk.length - new Set(sunk.map(({ MessageID }) => MessageID)).size;
  return [
    ...findingsIn(history),
    ...tasks.flatMap((task) => [...ofEnd(task, operations), ...ofDates(task, entries)]),
    ...(copies > kills ? [`${copies} copies of ${mails.length} mails, and ${kills} kills`] : []),
  ];
}

function ofEnd({ id, state }: Task, operations: readonly Operation[]): string[] {
  const taken = operations.filter(({ task, key, result }) => task === id && key.startsWith('complete') && result === 'ok').length;
  return [...(state === 'done' ? [] : [`${id} is ${state}`]), ...(taken > 1 ? [`${id} was answered ${taken} times with success`] : [])];
}

/** What was promised when it opened stands, and nothing came before its time. */
function ofDates({ id, due, rungs }: Task, entries: History['entries']): string[] {
  const opened = entries.find(({ chain, event }) => chain === `task/${id}` && event === 'opened');
  const promised = opened?.data as Pick<Task, 'due' | 'rungs'> | undefined;
  const dates = (one?: Pick<Task, 'due' | 'rungs'>) => JSON.stringify([one?.due, one?.rungs.map(({ key, at }) => [key, at])]);
  const early = rungs.filter(({ at, sentAt }) => sentAt !== undefined && sentAt < at);
  return [
    ...(dates({ due, rungs }) === dates(promised) ? [] : [`${id} has other dates than it was opened with`]),
    ...early.map(({ key }) => `${key} of ${id} came before its time`),
  ];
}

/** Ten risks for each owner, and a task for each risk; opening them is left to whoever works. */
async function begin(engine: Engine, count: number): Promise<string[]> {
  const { store, client, clock } = engine;
  const at = clock.now();
  await store.runs.insert({
    ...{ id: run, process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4', status: 'open' },
    ...{ seq: 0, openedAt: at, openedBy: byEngine, waitingFor: [], settingsVersion: 1, definition: 'riskReview@1', gates: [] },
  });
  const begun: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const owner = `per-owner${String(Math.floor(n / tasksEach)).padStart(5, '0')}`;
    if (n % tasksEach === 0)
      await store.people.insert({
        ...{ id: owner, version: 1, name: `Owner ${n}`, email: `${owner}@tessel.example`, roles: [{ role: 'riskOwner' }] },
        ...{ manager: ids.martin, site: 'head-office', language: 'en', absences: [], status: 'active', updatedAt: at },
      });
    const risk = `RSK-${n}`;
    await addRisks(store, owner, [risk]);
    const id = `${run}/reassess/${risk}/1`;
    const input = { id, run, process: 'riskReview', task: 'reassess', about: risk, attempt: 1, runOpenedAt: at };
    await client.workflow.start('task', { workflowId: id, taskQueue: 'isms', args: [input], workflowTaskTimeout: '3s' });
    begun.push(id);
  }
  return begun;
}

/** Somebody who says something about the task and answers it, and somebody who answers it otherwise at the same moment. */
async function someone(engine: Engine, id: string, { silent, afterMs }: { silent: boolean; afterMs: number }): Promise<Operation[]> {
  await sleep(afterMs);
  const task = await eventually(`${id} is open`, () => engine.store.tasks.get(id), patienceMs);
  if (silent) await eventually(`${id} comes to its last level`, async () => (await engine.store.tasks.get(id))?.level === 3, patienceMs);
  const commands = createTaskCommands(engine);
  const by = { person: task.assignee, roles: ['riskOwner' as const], via: 'login' as const };
  const answer = (n: number) =>
    untilKnown(id, `complete ${n}`, (sent) =>
      commands.complete({ task, by, ...sent, outcome: { likelihood: 2, consequence: n, verdict: 'change', reason: 'As discussed.' } }),
    );
  const said = await untilKnown(id, 'comment', (sent) => commands.give({ task, by, ...sent }, { do: 'comment', text: 'I look at it.' }));
  return [said, ...(await Promise.all([answer(1), answer(2)]))];
}

const patienceMs = 240_000;

/** Whoever is not answered asks again with the same key, as browsers and mail programs do, until it is known what became of it. */
async function untilKnown(
  task: string,
  name: string,
  ask: (sent: { key: string; repeated: boolean }) => Promise<Task>,
): Promise<Operation> {
  const key = `${name} ${task}`;
  for (let repeated = false; ; repeated = true) {
    try {
      await ask({ key, repeated });
      return { task, key, result: 'ok' };
    } catch (thrown) {
      if (isNo(thrown)) return { task, key, result: 'refused' };
      await sleep(200);
    }
  }
}

const isNo = (thrown: unknown): boolean => thrown instanceof Refusal && thrown.status < 500 && thrown.code !== 'notOpenYet';

/** Everything that was begun has come to its end, and no post is waiting. */
async function atRest({ store, client }: Engine, tasks: readonly string[]): Promise<void> {
  await eventually(
    'every task is closed',
    async () => (await store.tasks.count({ run, state: { $in: [...closedStates] } })) === tasks.length,
    patienceMs,
  );
  await eventually(
    'no post is waiting',
    async () => (await store.letters.count({ state: { $in: ['pending', 'sending', 'deferred'] } })) === 0,
    patienceMs,
  );
  for (const task of tasks) await client.workflow.getHandle(task).result();
}
