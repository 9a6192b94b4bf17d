import { once } from 'node:events';
import { type Config, readConfig, WrongConfiguration } from '../config.ts';
import { prepareDemo } from './demo/demo.ts';
import { greeting } from './greeting.ts';
import { programs } from './programs.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';
import { oneLine, StartFailure } from './startFailure.ts';

/** `stay`: the demo stays until Ctrl-C although no person is at a terminal. */
type Flags = { json: boolean; demo?: boolean; stay?: boolean };

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** What is started, what is done while it is up, and what remains of it. */
type Work = {
  config: Config;
  /** Resolves when it is over; `false` when the stack is to stop by itself. */
  whileUp(stack: Stack, halt: AbortSignal): Promise<boolean>;
  /** Said when all has stopped. */
  farewell: string;
  afterwards(): void;
};

/**
 * `npm start`: starts everything, says where it is, and stays until Ctrl-C or SIGTERM. Returns the exit code: 0 stopped, 1 could not start, or the demo
 * could not go on. With `json` one line goes to the standard output when all is up, and nothing else.
 */
export async function main(flags: Flags, changes: Partial<StackOptions> = {}): Promise<number> {
  const { first, second } = stopSignals();
  let work: Work | undefined;
  try {
    work = flags.demo === true ? demo(flags) : usual(flags);
    const stack = await startStack({ config: work.config, programs, say, halt: first, ...changes });
    return await untilStopped(stack, work, { first, second });
  } catch (fault) {
    if (first.aborted) {
      work?.afterwards();
      return 0;
    }
    say(
      fault instanceof StartFailure || fault instanceof WrongConfiguration ? fault.message : `Fourstroke cannot start: ${oneLine(fault)}`,
    );
    return 1;
  }
}

type Signals = { first: AbortSignal; second: AbortSignal };

async function untilStopped(stack: Stack, work: Work, { first, second }: Signals): Promise<number> {
  const failure = await work.whileUp(stack, first).then(
    async (stays) => void (stays && (await aborted(first))),
    (fault: unknown) => (first.aborted ? undefined : oneLine(fault)),
  );
  if (failure !== undefined) say(failure);
  say(first.aborted ? 'Stopping. Ctrl-C once more does not wait.' : 'Stopping.');
  await Promise.race([stack.stop(), aborted(second).then(() => stack.kill())]);
  say(failure === undefined ? work.farewell : `Stopped. Its logs are in ${work.config.dataDir}.`);
  if (failure === undefined) work.afterwards();
  return failure === undefined ? 0 : 1;
}

const usual = (flags: Flags): Work => ({
  config: readConfig(),
  farewell: 'Stopped. Everything is kept: npm start goes on from here.',
  afterwards: () => undefined,
  async whileUp(stack) {
    announce(stack, flags);
    return true;
  },
});

function demo({ json, stay = process.stdout.isTTY && !json }: Flags): Work {
  const { config, run, remove } = prepareDemo(readConfig(), json, say);
  return {
    config,
    farewell: 'Stopped. The folder of the demo is removed.',
    afterwards: remove,
    async whileUp(stack, halt) {
      await run(stack, halt);
      if (stay) say('Ctrl-C stops everything and removes the folder of the demo.');
      return stay;
    },
  };
}

function announce(stack: Stack, { json }: Flags): void {
  const { describe, firstLogin } = stack;
  const stream = json ? process.stderr : process.stdout;
  if (!json || firstLogin.due) stream.write(greeting(describe(), firstLogin, stream.isTTY && stream.hasColors()));
  if (json) process.stdout.write(`${JSON.stringify({ ready: true, ...describe() })}\n`);
  firstLogin.shown();
}

/** `first` is aborted by the first signal to stop, `second` by another one. */
function stopSignals(): { first: AbortSignal; second: AbortSignal } {
  const [first, second] = [new AbortController(), new AbortController()];
  let began = 0;
  const stop = () => {
    if (!first.signal.aborted) {
      began = performance.now();
      first.abort();
    }
    // npm passes a Ctrl-C on that the terminal has sent to us already.
    else if (performance.now() - began > 500) second.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // A closed terminal takes no more lines; stopping in order goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { first: first.signal, second: second.signal };
}

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};
