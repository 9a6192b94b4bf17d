import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';

export type WorkerPlace = { address: string; namespace: string; mongodbUri: string; smtpPort: number; bundle: string };

const script = fileURLToPath(new URL('./workerProcess.ts', import.meta.url));

/** Starts a worker that can be killed as a machine kills it: at once, whatever it is doing. Returns when it is running. */
export async function killableWorker({ address, namespace, mongodbUri, mail }: Engine): Promise<{ kill(): Promise<void> }> {
  const place: WorkerPlace = { address, namespace, mongodbUri, smtpPort: mail.smtpPort, bundle: process.env.TEST_BUNDLE ?? '' };
  const child = fork(script, [JSON.stringify(place)], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: 'inherit',
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return { kill: () => killed(child) };
}

function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGKILL');
  return gone;
}
