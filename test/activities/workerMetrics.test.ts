import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger } from '@temporalio/worker';
import { startHealthServer } from '../../worker/healthServer.ts';
import { createWorkerMeters } from '../../worker/meters.ts';
import { watchActivities, watchRelay } from '../../worker/watching.ts';
import { type Engine, quietRuntime, startEngine } from '../support/engine.ts';
import { keptLog } from '../support/logLines.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { keptPort } from '../support/ports.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

type Server = Awaited<ReturnType<typeof startHealthServer>>;

const meters = createWorkerMeters();
const { log } = keptLog('worker');
const token = 'w'.repeat(32);
let engine: Engine;
let open: Server;
let guarded: Server;

beforeAll(async () => {
  const sdk = `127.0.0.1:${await keptPort()}`;
  quietRuntime(new DefaultLogger('ERROR'), sdk);
  engine = await startEngine({ log, watch: watchActivities({ meters, log }) });
  await foundOrganization(engine.store);
  const options = { port: 0, registry: meters.registry, sdkMetrics: `http://${sdk}/metrics`, isAlive: () => engine.worker.isRunning() };
  open = await startHealthServer({ ...options, token: undefined });
  guarded = await startHealthServer({ ...options, token });
});
afterAll(async () => {
  await open.close();
  await guarded.close();
  await engine.stop();
});

const ask = async ({ port }: Server, path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { status: answer.status, text: await answer.text() };
};

describe('the metrics of a worker', () => {
  it('When a task was opened, its activities are timed, and those of Temporal stand below', async () => {
    await startTask(engine, { risk: 'RSK-1', owner: ids.lukas });
    const { text } = await eventually('Temporal has counted it', async () => {
      const answer = await ask(open, '/metrics');
      return answer.text.includes('temporal_workflow_task_execution_latency') ? answer : undefined;
    });
    expect(text).toMatch(/^fourstroke_activity_seconds_count\{activity="openTask",result="done"\} 1$/m);
    expect(text).toMatch(/^temporal_\w+\{[^}]*task_queue="isms"/m);
    expect(text).not.toMatch(/per-|RSK-1|tessel/);
  });

  it('When a mail is handed over, put off or refused, each is counted as what it is', async () => {
    const answers = [
      async () => '250',
      () => Promise.reject(Object.assign(new Error('451'), { code: 'EENVELOPE', responseCode: 451 })),
      () => Promise.reject(Object.assign(new Error('550'), { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 })),
    ];
    const mail = {
      messageId: '<1@x>',
      from: 'a@b.example',
      to: { name: 'A', address: 'a@b.example' },
      subject: 's',
      text: 't',
      html: 'h',
      calendar: [],
    };
    for (const send of answers) await Promise.allSettled([watchRelay({ send }, meters).send(mail)]);
    const { text } = await ask(open, '/metrics');
    for (const answer of ['accepted', 'later', 'rejected']) expect(text).toContain(`fourstroke_mails_total{answer="${answer}"} 1`);
  });

  it('When there is a token, only who sends it reads them; whether the worker is alive everybody may ask', async () => {
    expect((await ask(guarded, '/metrics')).status).toBe(401);
    expect((await ask(guarded, '/metrics', { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await ask(open, '/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(401);
    expect((await ask(guarded, '/healthz')).status).toBe(200);
    expect((await ask(guarded, '/anything')).status).toBe(404);
  });

  it('When the worker has stopped, its health says so', async () => {
    await engine.worker.stop();
    expect(await ask(open, '/healthz')).toMatchObject({ status: 503 });
  });
});
