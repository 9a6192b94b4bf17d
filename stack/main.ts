import { once } from 'node:events';
import { readConfig, WrongConfiguration } from '../config.ts';
import { greeting } from './greeting.ts';
import { programs } from './programs.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';
import { oneLine, StartFailure } from './startFailure.ts';

type Flags = { json: boolean };

const say = (line: string) => void process.stderr.write(`${line}\n`);

/**
 * `npm start`: starts everything, says where it is, and stays until Ctrl-C or SIGTERM. Returns the exit code: 0 stopped, 1 could not start.
 * With `json` one line goes to the standard output when all is up, and nothing else.
 */
export async function main(flags: Flags, changes: Partial<StackOptions> = {}): Promise<number> {
  const { first, second } = stopSignals();
  try {
    const stack = await startStack({ config: readConfig(), programs, say, halt: first, ...changes });
    announce(stack, flags);
    await aborted(first);
    say('Stopping. Ctrl-C once more does not wait.');
    await Promise.race([stack.stop(), aborted(second).then(() => stack.kill())]);
    say('Stopped. Everything is kept: npm start goes on from here.');
    return 0;
  } catch (fault) {
    if (first.aborted) return 0;
    say(
      fault instanceof StartFailure || fault instanceof WrongConfiguration ? fault.message : `Fourstroke cannot start: ${oneLine(fault)}`,
    );
    return 1;
  }
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
