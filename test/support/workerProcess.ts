import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Point } from './dying.ts';
import { type Engine, secret } from './engine.ts';

/**
 * A worker in a process of its own, which can be killed as a machine is, or with a `point` kills itself there; ready when it takes work. On `standby` it is
 * ready when it could, and does when it is sent a message.
 */
export async function workerProcess(
  { address, namespace, mongodbUri, mail, clock }: Engine,
  more: { point?: Point; standby?: true } = {},
): Promise<ChildProcess> {
  const options = {
    ...{ address, namespace, mongodbUri, smtpPort: mail.smtpPort, bundle: process.env.TEST_BUNDLE },
    ...{ publicUrl: 'http://isms.test', secret, speed: clock.speed, ...more },
  };
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./dyingWorker.ts', import.meta.url)), JSON.stringify(options)],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the worker never came up')))]);
  return child;
}
