import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { StackFile } from '../stack.ts';
import { eventually } from '../time.ts';
import { unlessAway } from './away.ts';
import type { People } from './people.ts';
import type { Soaked } from './soaked.ts';

type Process = keyof StackFile['pids'];
type World = { soaked: Soaked; chance: Chance; people: People; period(): string };

/** `cuts`: how many mails may have been cut off on their way by it. `ofWorker`: the worker or the API begins anew, so that its memory says nothing afterwards. */
export type Fault = { name: string; cuts: number; beginsAnew?: true; happen(world: World): Promise<void> };

const killed = (name: Process, signal: NodeJS.Signals = 'SIGKILL'): Fault['happen'] =>
  async function kill({ soaked }) {
    const pid = (await soaked.stack.file()).pids[name];
    process.kill(pid, signal);
    soaked.running = await eventually(
      `${name} is back`,
      async () => {
        const file = await soaked.stack.file();
        return file.pids[name] !== pid && file;
      },
      150_000,
    );
  };

const frozen = (name: Process): Fault['happen'] =>
  async function freeze({ soaked, chance }) {
    const pid = (await soaked.stack.file()).pids[name];
    process.kill(pid, 'SIGSTOP');
    await sleep(chance.between(2_000, 8_000));
    process.kill(pid, 'SIGCONT');
  };

const relay = (action: string, times: number): Fault['happen'] =>
  async function misbehave({ soaked }) {
    await soaked.mail.setRules([{ action, times }]);
  };

/** Somebody ends a workflow in Temporal, and upkeep, which comes once an hour, comes now. */
const terminated = (of: 'tasks' | 'runs'): Fault['happen'] =>
  async function terminate({ soaked: { store, client }, chance }) {
    const open = of === 'tasks' ? await store.tasks.find({ state: 'open' }, { limit: 50 }) : await store.runs.find({ status: 'open' });
    const [first, ...others] = open;
    if (first === undefined) return;
    const { id } = chance.oneOf([first, ...others]);
    // It may be over by itself in the same moment.
    await client.workflow.getHandle(id).terminate('by mistake').catch(unlessOver);
    await upkeep({ client });
  };

function unlessOver(failure: unknown): undefined {
  if ((failure as Error).name !== 'WorkflowNotFoundError') return unlessAway(failure);
}

let passes = 0;
export async function upkeep({ client }: Pick<Soaked, 'client'>): Promise<void> {
  passes += 1;
  await client.workflow.execute('upkeep', { workflowId: `upkeep-soak-${passes}`, taskQueue: 'isms', args: [] });
}

/** What may happen in a year; the catalogue of faults, as far as it concerns servers, mail and operators. */
export const faults: readonly [Fault, ...Fault[]] = [
  { name: 'the worker is killed', cuts: 5, beginsAnew: true, happen: killed('worker') },
  { name: 'the worker is ended in order', cuts: 5, beginsAnew: true, happen: killed('worker', 'SIGTERM') },
  { name: 'the worker is frozen', cuts: 5, happen: frozen('worker') },
  { name: 'the API is killed', cuts: 0, beginsAnew: true, happen: killed('api') },
  { name: 'Temporal is killed', cuts: 5, happen: killed('temporal') },
  { name: 'Temporal is frozen', cuts: 5, happen: frozen('temporal') },
  { name: 'the database is killed', cuts: 5, happen: killed('mongodb') },
  { name: 'the database is frozen', cuts: 5, happen: frozen('mongodb') },
  { name: 'the mail server is frozen', cuts: 5, happen: frozen('mail') },
  { name: 'the mail server says "later" six times', cuts: 0, happen: relay('refuseForNow', 6) },
  { name: 'the mail server hangs up four times', cuts: 4, happen: relay('drop', 4) },
  { name: 'the mail server keeps a mail and hangs up', cuts: 1, happen: relay('keepAndDrop', 1) },
  { name: 'the mail server refuses somebody for good', cuts: 0, happen: relay('refuse', 1) },
  { name: 'an operator terminates a task', cuts: 0, happen: terminated('tasks') },
  { name: 'an operator terminates a run', cuts: 0, happen: terminated('runs') },
  { name: 'the review is opened three times by hand', cuts: 0, happen: ({ people, period }) => people.openReview(period()) },
];
