import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BinaryOptions } from '../../../stack/binaries.ts';
import { identityOf } from '../../../stack/identity.ts';
import { run } from '../../../stack/run.ts';
import type { StackDescription } from '../../../stack/stack.ts';
import { keptPort } from '../../support/ports.ts';

type Behaviour = 'well' | 'dies' | 'stubborn' | 'silent';
export type RunOptions = { json?: boolean; worker?: Behaviour; api?: Behaviour; servers?: BinaryOptions; env?: Record<string, string> };

export type Run = {
  process: ChildProcess;
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>;
  ready(): Promise<StackDescription & { ready: true }>;
  says(text: string): Promise<void>;
};

const entry = fileURLToPath(new URL('./entry.ts', import.meta.url));

/** Runs the stack as a process of its own; its `DATA_DIR` and `PORT` are in `env`. */
export function runStack(options: RunOptions & { env: Record<string, string> }): Run {
  const { env, ...rest } = options;
  const child = spawn(process.execPath, ['--import', 'tsx', entry, JSON.stringify(rest)], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const until = async (found: () => boolean, what: string) => {
    for (let waited = 0; !found(); waited += 20) {
      if (waited > 90_000 || child.exitCode !== null) throw new Error(`the stack did not say ${what}; it said: ${stderr}${stdout}`);
      await sleep(20);
    }
  };
  return {
    process: child,
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    ready: async () => {
      await until(() => stdout.includes('\n'), 'that it is ready');
      return JSON.parse(stdout);
    },
    says: (text) => until(() => `${stderr}${stdout}`.includes(text), text),
  };
}

/** A new folder and a free port. */
export async function place(): Promise<{ DATA_DIR: string; PORT: string }> {
  return { DATA_DIR: await mkdtemp(join(tmpdir(), 'stack-')), PORT: String(await keptPort()) };
}

/** Resolves when none of these processes is there any more; how long that took is the caller's to limit. */
export async function gone(pids: readonly number[]): Promise<void> {
  for (const pid of pids) while ((await identityOf(pid)) !== undefined) await sleep(50);
}

/** Processes whose command line has this text in it. */
export async function processesOf(text: string): Promise<string[]> {
  const { lines } = await run('sh', ['-c', 'for f in /proc/[0-9]*/cmdline; do tr "\\0" " " < $f 2>/dev/null; echo; done']);
  return lines.filter((line) => line.includes(text) && !line.includes('entry.ts'));
}
