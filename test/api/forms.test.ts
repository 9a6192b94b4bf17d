import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Form, TaskReading } from '../../domain/records/reading.ts';
import type { Task } from '../../domain/records/task.ts';
import { addRisks } from '../support/organization.ts';
import { type Answer, addToken, ids, type Product, startApi } from './http.ts';

const run = 'riskReview-2026-Q4';
const taskId = (risk: string) => `${run}/reassess/${risk}/1`;
const at = '2026-10-01T06:00:00.000Z';

const asked: Omit<Task, 'id' | 'assignee' | 'about'> = {
  ...{ run, process: 'riskReview', task: 'reassess', definition: 'riskReview@1', attempt: 1, answer: 'link', state: 'open', seq: 1 },
  ...{ version: 1, assignment: 1, accountable: ids.hanna, openedAt: at, baselineDue: at, due: at, zone: 'Europe/Berlin', rungs: [] },
  ...{ level: 0, undeliverable: false, outcomeSchema: '{"type":"object","properties":{"reason":{"type":"string"}}}' },
};

let product: Product;
beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await addToken(store, ids.marta);
  const lastAssessment = { id: 'a-1', day: '2026-07-02', by: ids.lukas, likelihood: 2, consequence: 3, band: 'medium' } as const;
  await addRisks(store, ids.lukas, ['RSK-1', 'RSK-2'], { lastAssessment });
  await addRisks(store, ids.marta, ['RSK-3']);
  for (const [risk, assignee] of [
    ['RSK-1', ids.lukas],
    ['RSK-2', ids.lukas],
    ['RSK-3', ids.marta],
  ] as const)
    await store.tasks.insert({ ...asked, id: taskId(risk), about: risk, assignee });
  await store.people.set(ids.marta, { language: 'de' });
});
afterAll(() => product.stop());

const formsOf = async (person: string, query = ''): Promise<Form[]> =>
  ((await product.as(person)('GET', `/api/v1/forms${query}`)).body as { items: Form[] }).items;

describe('What somebody may answer', () => {
  it('When they ask for their forms, each has its facts, the last judgement and its schema, and nobody else has them', async () => {
    const forms = await formsOf(ids.lukas, `?run=${run}&task=reassess`);
    expect(forms.map(({ task }) => task.about)).toEqual(['RSK-1', 'RSK-2']);
    expect(forms[0]).toMatchObject({
      ...{ needsWaiver: false, outcomeSchema: { type: 'object' }, evidence: [] },
      reading: {
        ...{ title: 'Secret of RSK-1', last: { likelihood: 2, consequence: 3 }, labels: { likelihood: expect.any(Array) } },
        risk: { description: 'What it is about.', last: { day: '2026-07-02', band: 'medium' }, changes: [], controls: [] },
      },
    });
    expect((await formsOf(ids.marta)).map(({ task }) => task.about)).toEqual(['RSK-3']);
    expect(await formsOf(ids.hanna)).toEqual([]);
  });

  it('When a task has come to level 2, the ISMS manager may answer it too, but is asked nothing', async () => {
    await product.store.tasks.set(taskId('RSK-3'), { level: 2 });
    expect(await formsOf(ids.hanna)).toEqual([]);
    const { body } = await product.as(ids.hanna)('GET', `/api/v1/tasks/${encodeURIComponent(taskId('RSK-3'))}`);
    expect((body as { allowed: string[] }).allowed).toContain('complete');
    await product.store.tasks.set(taskId('RSK-3'), { level: 0 });
  });

  it('When they ask for more than one page, the next one goes on where the first ended', async () => {
    const first = (await product.as(ids.lukas)('GET', '/api/v1/forms?limit=1')).body as { items: Form[]; next: string; total: number };
    const [second] = await formsOf(ids.lukas, `?limit=1&cursor=${first.next}`);
    expect([first.items[0]?.task.about, second?.task.about, first.total]).toEqual(['RSK-1', 'RSK-2', 2]);
  });
});

describe('What is read before a task is answered', () => {
  it('When a task is read, everybody in it has a name, and the timetable says who is told', async () => {
    const { body } = await product.as(ids.hanna)('GET', `/api/v1/tasks/${encodeURIComponent(taskId('RSK-1'))}/reading`);
    const reading = body as TaskReading;
    expect(reading.people).toMatchObject({ [ids.lukas]: 'Lukas Wendt', [ids.hanna]: 'Hanna Vogt' });
    expect(reading.steps).toEqual([
      { ...{ at, what: 'opened', level: 0, state: 'sent' }, to: [{ as: 'assignee', you: false, name: 'Lukas Wendt' }] },
    ]);
    expect(reading.risk?.last).toMatchObject({ by: 'Lukas Wendt' });
  });

  it('When it is not theirs, there is nothing', async () => {
    expect((await product.as(ids.marta)('GET', `/api/v1/tasks/${encodeURIComponent(taskId('RSK-1'))}/reading`)).status).toBe(404);
  });

  it('When the words of a task are asked for, they are in the language of the reader', async () => {
    const words = async (person: string) => (await product.as(person)('GET', '/api/v1/processes/riskReview/tasks/reassess')).body;
    expect(await words(ids.lukas)).toMatchObject({ process: 'Periodic risk review', subject: { other: 'Reassess {{count}} risks' } });
    expect(await words(ids.marta)).toMatchObject({ subject: { other: '{{count}} Risiken neu bewerten' } });
    for (const path of ['riskReview/tasks/none', 'riskReview/tasks/toString', 'none/tasks/reassess'])
      expect((await product.as(ids.lukas)('GET', `/api/v1/processes/${path}`)).status).toBe(404);
  });
});

describe('Who is meant by a name', () => {
  const named = async (name: string) => (await product.as(ids.lukas)('GET', `/api/v1/people/named?name=${encodeURIComponent(name)}`)).body;

  it('When one person has it, by name or mail address in any spelling, it is said who', async () => {
    const marta = { person: { id: ids.marta, name: 'Marta Nogueira' } };
    expect(await named('  marta   NOGUEIRA ')).toEqual(marta);
    expect(await named('Marta@tessel.example')).toEqual(marta);
  });

  it('When nobody has it, that is said, and nothing of who is here', async () => {
    expect(await named('Mart')).toEqual({ why: 'nobodyNamed' });
  });
});

describe('A refusal', () => {
  const refused = (language: Record<string, string>) =>
    product.as(ids.lukas)('POST', `/api/v1/tasks/${encodeURIComponent(taskId('RSK-1'))}/comment`, { text: 'x' }, language);

  it('When a program is refused, it reads English', async () => {
    expect((await refused({})).body).toMatchObject({ errors: [{ path: 'text', message: 'a sentence of at least 3 characters' }] });
  });

  it('When it is said, its language is named: German where there is a German sentence, else English', async () => {
    const languageOf = ({ headers }: Answer) => headers.get('Content-Language');
    expect([languageOf(await refused({})), languageOf(await refused({ 'Accept-Language': 'de' }))]).toEqual(['en', 'de']);
    const forbidden = await product.as(ids.lukas)('POST', '/api/v1/simulation', { year: 2027 }, { 'Accept-Language': 'de' });
    expect([forbidden.status, languageOf(forbidden)]).toEqual([403, 'en']);
  });

  it('When German is asked for, the place is the same and its sentence is German', async () => {
    expect((await refused({ 'Accept-Language': 'de' })).body).toMatchObject({
      ...{ code: 'invalid', detail: 'Das passt hier nicht.' },
      errors: [{ path: 'text', message: 'Hier ist ein Satz mit mindestens 3 Zeichen nötig.' }],
    });
  });
});
