import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import { counted } from '../../models/census.ts';
import { type Answer, addToken, ids, type Product, startApi } from './http.ts';

let product: Product;

const at = systemNow();
const ago = (minutes: number) => toInstant(toMs(at) - minutes * 60_000);

const task = (n: number, changes: Partial<Task>): Task => ({
  ...{
    id: `riskReview-2026-Q4/reassess/RSK-${n}/1`,
    run: 'riskReview-2026-Q4',
    process: 'riskReview',
    task: 'reassess',
    about: `RSK-${n}`,
  },
  ...{ attempt: 1, answer: 'link', state: 'open', seq: 1, version: 1, assignee: ids.lukas, assignment: 1, accountable: ids.hanna },
  ...{ openedAt: at, baselineDue: at, due: ago(-600), zone: 'Europe/Berlin', rungs: [], level: 0, undeliverable: false },
  ...{ definition: 'riskReview@1', outcomeSchema: '{}' },
  ...changes,
});
const rung: Rung = { key: 'late1', at, letter: 'escalation', level: 1, to: ['assignee'], told: [], state: 'missed' };

beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await store.tasks.insertMissing([
    task(1, {}),
    task(2, { due: ago(5) }),
    task(3, { due: ago(5), state: 'done', closedAt: at, rungs: [rung] }),
    task(4, {
      due: ago(5),
      undeliverable: true,
      rungs: [
        { ...rung, state: 'sent' },
        { ...rung, key: 'late2' },
      ],
    }),
  ]);
  const run = {
    process: 'riskReview',
    attempt: 1,
    subject: {},
    seq: 1,
    openedAt: at,
    openedBy: engine,
    waitingFor: [],
    settingsVersion: 1,
  };
  for (const [n, status] of (['open', 'closed', 'closed'] as const).entries())
    await store.runs.insert({
      ...run,
      id: `riskReview-2026-Q${n + 1}`,
      key: `2026-Q${n + 1}`,
      status,
      definition: 'riskReview@1',
      gates: [],
    });
  const letter = { person: ids.lukas, kind: 'opened', facts: {}, urgent: false } as const;
  await store.letters.insertMissing([
    { ...letter, id: 'l1', at: ago(30), state: 'deferred' },
    { ...letter, id: 'l2', at: ago(1), state: 'pending' },
    { ...letter, id: 'l3', at: ago(300), state: 'accepted' },
  ]);
  const mail = { person: ids.lukas, to: 'lukas@tessel.example', messageId: '<m@x>', subject: 'Secret subject', letters: ['l3'], at };
  await store.mails.insert({ ...mail, id: 'm1', state: 'accepted', attempts: 1, maybeDuplicate: false });
  const pass = { aheadOfDatabaseMs: 0, temporalAheadMs: 0, tookMs: 1500 };
  await store.upkeepPasses.insert({ ...pass, id: ago(90), at: ago(90), found: [{ what: 'tasks', count: 9 }] });
  await store.upkeepPasses.insert({
    ...pass,
    id: ago(30),
    at: ago(30),
    found: [
      { what: 'tasks', count: 2 },
      { what: 'runs', count: 0 },
    ],
  });
});
afterAll(() => product.stop());

const metrics = (headers: Record<string, string> = {}, from = product): Promise<Answer> =>
  from.asNobody('GET', '/metrics', undefined, headers);
/** The value of one line of Prometheus' text, with its labels in any order. */
function reading({ text }: Answer, name: string, labels: Record<string, string> = {}): number | undefined {
  const line = text
    .split('\n')
    .find((one) => one.startsWith(name) && Object.entries(labels).every(([k, v]) => one.includes(`${k}="${v}"`)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

describe('GET /metrics', () => {
  it('When it is asked, it counts tasks, runs, letters and mails by words of ours', async () => {
    const answer = await metrics();
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const of = { process: 'riskReview' };
    expect(reading(answer, 'fourstroke_tasks_open', { ...of, state: 'open' })).toBe(3);
    expect(reading(answer, 'fourstroke_tasks_late', { ...of, state: 'open' })).toBe(2);
    expect(reading(answer, 'fourstroke_tasks_unreachable', { state: 'open' })).toBe(1);
    expect(reading(answer, 'fourstroke_tasks_with_missed_rungs', of)).toBe(2);
    expect(reading(answer, 'fourstroke_runs', { ...of, status: 'closed' })).toBe(2);
    expect(reading(answer, 'fourstroke_letters', { state: 'deferred' })).toBe(1);
    expect(reading(answer, 'fourstroke_mails', { state: 'accepted' })).toBe(1);
    expect(reading(answer, 'fourstroke_letters_oldest_waiting_seconds')).toBeGreaterThanOrEqual(1800);
    expect(reading(answer, 'fourstroke_upkeep_found', { what: 'tasks' })).toBe(2);
    expect(reading(answer, 'fourstroke_upkeep_last_pass_timestamp_seconds')).toBe(toMs(ago(30)) / 1000);
    expect(reading(answer, 'fourstroke_database_up')).toBe(1);
  });

  it('When requests were made, they stand under their route as it is declared, and nothing of their address is a label', async () => {
    await product.as(ids.hanna)('GET', `/api/v1/tasks/${encodeURIComponent('riskReview-2026-Q4/reassess/RSK-1/1')}`);
    await product.asNobody('GET', `/a/${'k'.repeat(43)}`);
    await product.asNobody('GET', '/hanna@tessel.example');
    await product.asNobody('GET', '/api/v1/registers/people/lukas@tessel.example');
    const answer = await metrics();
    const requests = (route: string, status: string) =>
      reading(answer, 'fourstroke_http_request_seconds_count', { method: 'GET', route, status });
    expect(requests('/api/v1/tasks/{id}', '200')).toBe(1);
    expect(requests('/a/{token}', '404')).toBe(1);
    expect(requests('none', '404')).toBe(1);
    expect(requests('/api/v1/registers/people/{id}', '401')).toBe(1);
    expect(answer.text).not.toMatch(/tessel|kkkk|RSK-|per-|Secret/);
  });

  it('When a command cannot be carried out, it is timed as such', async () => {
    const path = `/api/v1/tasks/${encodeURIComponent('riskReview-2026-Q4/reassess/RSK-3/1')}/comment`;
    expect((await product.as(ids.lukas)('POST', path, { text: 'Too late.' })).status).toBe(409);
    expect(reading(await metrics(), 'fourstroke_command_seconds_count', { command: 'comment', result: 'refused' })).toBe(1);
  });

  it('When the text is read by a parser of its format, every line is one', async () => {
    const sample = /^[a-z_]+(\{([a-z_]+="[^"]*",?)*\})? (-?[\d.e+-]+|NaN|\+Inf)$/i;
    const { text } = await metrics();
    expect(text.split('\n').filter((line) => line !== '' && !/^# (HELP|TYPE) [a-z_]+ /.test(line) && !sample.test(line))).toEqual([]);
  });

  it('When something is counted, an index answers it', async () => {
    for (const { name, from, filter } of counted(['riskReview'], at)) {
      const plan = await product.store.connection.collection(from).find(withDates(filter)).explain();
      expect([name, JSON.stringify(plan.queryPlanner.winningPlan)]).toEqual([name, expect.stringContaining('"IXSCAN"')]);
    }
  });
});

/** As Mongoose casts it. */
const withDates = (filter: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(filter), (_key, value) => (/^\d{4}-\d\d-\d\dT/.test(String(value)) ? new Date(String(value)) : value));

describe('Who may read metrics', () => {
  it('When no token is set, only this machine may, and not through a proxy', async () => {
    expect((await metrics()).status).toBe(200);
    for (const header of ['X-Forwarded-For', 'Forwarded', 'Via']) expect((await metrics({ [header]: '127.0.0.1' })).status).toBe(404);
  });

  it('When a token is set, whoever sends it may and nobody else, neither from this machine nor with the token of a person', async () => {
    const token = 'm'.repeat(40);
    const guarded = await startApi({ store: product.store, metricsToken: token });
    const asked = (headers: Record<string, string>) => metrics(headers, guarded);
    expect((await asked({ Authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await asked({})).status).toBe(401);
    expect((await asked({ Authorization: `Bearer ${token}x` })).status).toBe(401);
    await addToken(product.store, ids.hanna);
    expect((await guarded.as(ids.hanna)('GET', '/metrics')).status).toBe(401);
    await guarded.stop();
  });
});
