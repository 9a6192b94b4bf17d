import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptPort } from './ports.ts';

/** Where the product is that these tests belong to. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export type StackFile = {
  api: string;
  temporal: string;
  temporalUi: string;
  mongodb: string;
  mail: string;
  token: string;
  pids: Record<'temporal' | 'mongodb' | 'mail' | 'worker' | 'api', number>;
};

export type Told = { code: number; out: string; err: string };

/** The product as an operator runs it: `npm start` in a folder of its own, and the command line beside it. */
export type Stack = {
  folder: string;
  /** Starts (again) on the same data; resolves when all is up. */
  start(): Promise<StackFile>;
  file(): Promise<StackFile>;
  /** Runs `fourstroke …` against it. */
  fourstroke(...args: string[]): Promise<Told>;
  /** Ends the start command itself without warning; its children are left to their own devices. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
};

/** `tree` is another checkout of the product. */
export async function newStack(env: Record<string, string>, tree = root): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'fourstroke-'));
  const environment = { ...process.env, ...env, DATA_DIR: join(folder, 'data'), PORT: String(await keptPort()), NODE_OPTIONS: '' };
  let running: ChildProcess | undefined;

  const ended = async () => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    await new Promise((resolve) => running?.once('exit', resolve));
  };

  return {
    folder,
    async start() {
      const child = spawn(process.execPath, [join(tree, 'stack', 'start.js'), '--json'], {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running = child;
      const said: string[] = [];
      child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
      return new Promise((resolve, reject) => {
        let out = '';
        child.stdout.on('data', (chunk: Buffer) => {
          out += chunk.toString();
          if (out.includes('\n')) resolve(JSON.parse(out.slice(0, out.indexOf('\n'))) as StackFile);
        });
        child.once('exit', (code) => reject(new Error(`the stack ended with ${code}: ${said.join('')}`)));
      });
    },
    file: async () => JSON.parse(await readFile(join(folder, 'data', 'stack.json'), 'utf8')) as StackFile,
    fourstroke: (...args) =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          [join(tree, 'cli', 'fourstroke.js'), ...args],
          { env: environment, maxBuffer: 64e6 },
          (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
        );
      }),
    async kill() {
      running?.kill('SIGKILL');
      await ended();
    },
    async stop() {
      running?.kill('SIGTERM');
      await ended();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
