import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { childEnvironment } from '../config.ts';
import { StartFailure } from './startFailure.ts';

/** How long a child may take to end after SIGTERM before it is killed. */
const patience = 10_000;

export type Ending = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  pid: number;
  process: ChildProcess;
  /** Resolves when the process is gone. */
  ended: Promise<Ending>;
  running(): boolean;
  /** SIGTERM, after ten seconds SIGKILL; resolves when the process is gone. Any other signal is sent as it is. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

export type ChildOptions = { log: string; ipc?: boolean; env?: Readonly<Record<string, string | undefined>>; cwd?: string };

/**
 * Starts a program in a session of its own, so that Ctrl-C in the terminal reaches only us and the order of stopping is ours.
 * Its output goes to `log`. Should we be killed, a guard ends it.
 */
export async function startChild(command: string, args: readonly string[], options: ChildOptions): Promise<Child> {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = openSync(options.log, 'a');
  const child = spawn(command, args, {
    detached: true,
    stdio: options.ipc === true ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    env: childEnvironment(options.env ?? {}),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  closeSync(log);
  const ended = new Promise<Ending>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => reject(new StartFailure(`${command} cannot be started: ${cause.message}`, cause)));
  });
  const pid = child.pid ?? 0;
  child.once('exit', guard(pid));
  const running = () => child.exitCode === null && child.signalCode === null;
  return { pid, process: child, ended, running, stop: (signal) => stop(child, ended, running, signal) };
}

async function stop(
  child: ChildProcess,
  ended: Promise<Ending>,
  running: () => boolean,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (running()) child.kill(signal);
  const kill = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(kill);
}

/** Waits for the end of its input, which is ours: it comes with a release or with our death, then ends the process it guards. */
const guardScript = `trap '' HUP INT TERM
read -r released && exit 0
kill -TERM "$1" 2>/dev/null
for second in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || exit 0; sleep 1; done
kill -KILL "$1" 2>/dev/null`;

function guard(pid: number): () => void {
  const watcher = spawn('sh', ['-c', guardScript, 'guard', String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  return () => watcher.stdin.end('released\n');
}
