import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock, systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import type { TimeLine, TimeLineRow } from '../../domain/records/timeLine.ts';
import { append } from '../../models/trail.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
/** A Wednesday in Freiburg. */
const now = '2026-10-21T08:00:00.000Z';
const id = 'riskReview-2026-Q4';
const opened = '2026-10-01T06:00:00.000Z';
const end = (day: string) => `${day}T15:00:00.000Z`;

const run: Run = {
  ...{ id, process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4', scope: 'due' }, period: '2026-Q4' },
  ...{ status: 'open', seq: 2, openedAt: opened, openedBy: engine, startedBy: 'schedules/riskReview', waitingFor: [] },
  ...{ settingsVersion: 1, definition: 'riskReview@1', gates: [] },
};

const asked = (about: string, due: string, more: Partial<Task> = {}): Task => ({
  ...{
    id: `${id}/reassess/${about}/1`,
    run: id,
    process: 'riskReview',
    task: 'reassess',
    about,
    attempt: 1,
    answer: 'link',
    state: 'open',
  },
  ...{ seq: 1, version: 1, assignment: 1, assignee: ids.lukas, accountable: ids.hanna, openedAt: opened },
  ...{ baselineDue: end(due), due: end(due), zone: 'Europe/Berlin', rungs: [], level: 0, undeliverable: false },
  ...{ definition: 'riskReview@1', outcomeSchema: '{}', ...more },
});
const answered = (at: string): Partial<Task> => ({
  ...{ state: 'done', answeredAt: at, answeredBy: { person: ids.lukas, via: 'link' }, closedAt: at },
});
const rung = (key: string, at: string, level: number, told: string[], state: Rung['state']): Rung => ({
  ...{ key, at, letter: level === 0 ? 'reminder' : 'escalation', level, to: [], told, state, ...(state === 'sent' && { sentAt: at }) },
});
const ladder = [
  rung('reminder', '2026-10-13T06:00:00.000Z', 0, [ids.lukas], 'sent'),
  { ...rung('duePassed', end('2026-10-15'), 0, [], 'sent'), letter: 'none' as const },
  rung('late1', '2026-10-16T06:00:00.000Z', 1, [ids.lukas, ids.martin], 'sent'),
  rung('late2', '2026-10-20T06:00:00.000Z', 2, [ids.lukas, ids.hanna], 'sent'),
  { ...rung('late3', '2026-10-29T06:00:00.000Z', 3, [ids.tove], 'pending'), nonconformity: true },
];
const letter = (about: string, kind: Letter['kind'], at: string, more: Partial<Letter> = {}): Letter => ({
  ...{ id: `${about}/${kind}/${at}/${more.person ?? ids.marta}`, person: ids.marta, kind, run: id, task: `${id}/reassess/${about}/1` },
  ...{ facts: {}, at, urgent: false, state: 'accepted', ...more },
});
const mail = (name: string, more: Partial<Mail>): Mail => ({
  ...{ id: name, person: ids.marta, to: 'marta@tessel.example', messageId: `<${name}>`, subject: '[ISMS]', letters: [], state: 'accepted' },
  ...{ attempts: 1, maybeDuplicate: false, at: opened, ...more },
});

beforeAll(async () => {
  product = await startApi({ clock: { ...makeClock({ speed: 1, origin: systemNow() }), now: () => now } });
  const { store } = product;
  await store.runs.insert(run);
  const tasks = [
    asked('RSK-001', '2026-10-15', { level: 2, rungs: ladder }),
    asked('RSK-002', '2026-10-15', { level: 2, rungs: ladder }),
    asked('RSK-003', '2026-10-16', { assignee: ids.marta }),
    asked('RSK-004', '2026-10-23', {
      ...{ assignee: ids.hanna, baselineDue: end('2026-10-16') },
      extensions: [{ askedAt: opened, askedBy: ids.hanna, until: '2026-10-23', reason: 'The laptops are away.', state: 'granted' }],
    }),
    asked('RSK-005', '2026-10-15', answered('2026-10-06T08:12:00.000Z')),
    asked('RSK-006', '2026-10-15', { ...answered('2026-10-19T10:06:00.000Z'), assignee: ids.marta }),
    asked('RSK-007', '2026-10-15', {
      ...{ assignee: ids.marta, state: 'waived', closedAt: '2026-10-07T10:00:00.000Z', reason: 'It goes away.', waivedUntil: '2026-12-31' },
    }),
  ];
  for (const task of tasks) await store.tasks.insert(task);
  await store.people.set(ids.marta, { unreachable: { since: '2026-10-14T08:00:00.000Z', code: '552 5.2.2' } });
  await store.mails.insert(mail('m-1', { answeredAt: '2026-10-01T06:02:00.000Z' }));
  await store.mails.insert(mail('m-2', { state: 'rejected', answeredAt: '2026-10-14T06:00:00.000Z', response: '552 5.2.2 mailbox full' }));
  await store.letters.insertMissing([
    letter('RSK-003', 'opened', opened, { mail: 'm-1' }),
    letter('RSK-003', 'reminder', '2026-10-14T06:00:00.000Z', { mail: 'm-2', state: 'rejected', facts: { as: 'assignee' } }),
    letter('RSK-003', 'dueToday', '2026-10-16T06:00:00.000Z', { state: 'suppressed', facts: { as: 'assignee' } }),
    letter('RSK-003', 'escalation', '2026-10-19T06:00:00.000Z', { person: ids.martin, facts: { as: 'lineManager' } }),
    letter('RSK-003', 'outcome', '2026-10-19T07:00:00.000Z'),
  ]);
  const chain = { chain: `run/${id}`, actor: engine };
  await append(store, { ...chain, seq: 1, at: opened, event: 'opened', data: {} });
  await append(store, { ...chain, seq: 2, at: opened, event: 'waiting', data: { waitingFor: ['answers'] } });
});
afterAll(() => product.stop());

const seenBy = async (person: string, query = ''): Promise<TimeLine> => {
  const { status, body } = await product.as(person)('GET', `/api/v1/runs/${id}/timeLine${query}`);
  expect(status).toBe(200);
  return body;
};
const rowOf = ({ items }: TimeLine, about: string): TimeLineRow => items.find((row) => row.about.includes(about)) as TimeLineRow;

describe('a run as a time line', () => {
  it('When a run is read, like tasks of one person are one row, the most urgent first, and what is yet to open comes last', async () => {
    const { items, counts } = await seenBy(ids.hanna);
    expect(items.map(({ standing, title, count, about }) => [standing, title, count, about])).toEqual([
      ['escalated', 'Reassess two risks', 2, ['RSK-001', 'RSK-002']],
      ['late', 'Reassess risk RSK-003', 1, ['RSK-003']],
      ['soon', 'Reassess risk RSK-004', 1, ['RSK-004']],
      ['doneLate', 'Reassess risk RSK-006', 1, ['RSK-006']],
      ['done', 'Reassess risk RSK-005', 1, ['RSK-005']],
      ['waived', 'Reassess risk RSK-007', 1, ['RSK-007']],
      ['planned', 'Check the risk review', 1, []],
    ]);
    expect(counts[0]).toEqual({ standing: 'escalated', tasks: 2, rows: 1 });
    expect(counts.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(8);
  });

  it('When it was escalated, each level says when and who was told, and the next rung is to come', async () => {
    const row = rowOf(await seenBy(ids.hanna), 'RSK-001');
    expect(row.escalations).toEqual([
      { at: '2026-10-16T06:00:00.000Z', level: 1, letter: 'escalation', told: ['Martin Seidel'] },
      { at: '2026-10-20T06:00:00.000Z', level: 2, letter: 'escalation', told: ['Hanna Vogt'] },
    ]);
    expect(row.coming).toEqual([
      { at: '2026-10-29T06:00:00.000Z', level: 3, letter: 'escalation', told: ['Tove Lind'], nonconformity: true },
    ]);
    expect(row).toMatchObject({
      level: 2,
      workingDaysLeft: -4,
      who: { id: ids.lukas, name: 'Lukas Wendt' },
      because: { code: 'noAnswer' },
    });
  });

  it('When mails asked for the answer, each says what became of it; receipts and what others were told are none of them', async () => {
    const row = rowOf(await seenBy(ids.hanna), 'RSK-003');
    expect(row.mails).toEqual([
      { at: '2026-10-01T06:02:00.000Z', kind: 'opened', to: 'Marta Nogueira', state: 'delivered' },
      { at: '2026-10-14T06:00:00.000Z', kind: 'reminder', to: 'Marta Nogueira', state: 'refused', response: '552 5.2.2 mailbox full' },
    ]);
    expect(row.because).toEqual({ code: 'unreachable', since: '2026-10-14T08:00:00.000Z' });
  });

  it('When a date was moved, an answer was late or a task waived, the first promise stands and what came of it is said', async () => {
    const line = await seenBy(ids.hanna);
    expect(rowOf(line, 'RSK-004')).toMatchObject({ promised: end('2026-10-16'), due: end('2026-10-23'), extended: 1, workingDaysLeft: 2 });
    expect(rowOf(line, 'RSK-006')).toMatchObject({ ended: '2026-10-19T10:06:00.000Z', via: 'link', workingDaysLeft: -2, coming: [] });
    expect(rowOf(line, 'RSK-007')).toMatchObject({ reason: 'It goes away.', waivedUntil: '2026-12-31' });
  });

  it('When it is drawn, the days go from the opening to the last rung, with the free days of each site', async () => {
    const { window, sites, head, today } = await seenBy(ids.hanna);
    expect([today, window.from, head?.promisedTo]).toEqual(['2026-10-21', '2026-10-01', '2026-10-16']);
    expect(window.to >= '2026-10-29').toBe(true);
    expect(sites.map((site) => site.id)).toEqual(['head-office']);
    expect(sites[0]?.free[0]).toEqual({ from: '2026-10-03', to: '2026-10-04' });
  });

  it('When the run says what happened, its own chain and the answers stand together, and what the engine notes for itself does not', async () => {
    const { head } = await seenBy(ids.hanna);
    expect(head?.latest.map(({ event, who }) => [event, who])).toEqual([
      ['answered', 'Marta Nogueira'],
      ['answered', 'Lukas Wendt'],
      ['opened', undefined],
    ]);
    expect(head?.run.gates.map(({ gate }) => gate)).toContain('G15');
  });

  it('When it is read page by page, every row comes once, and the head stands on the first', async () => {
    const rows: string[] = [];
    let pages = 0;
    for (let cursor: string | undefined = ''; cursor !== undefined; pages += 1) {
      const line: TimeLine = await seenBy(ids.hanna, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(line.head === undefined).toBe(pages > 0);
      rows.push(...line.items.map((row) => row.id));
      cursor = line.next;
    }
    expect(pages).toBe(3);
    expect(rows).toEqual((await seenBy(ids.hanna)).items.map((row) => row.id));
    const refused = await product.as(ids.hanna)('GET', `/api/v1/runs/${id}/timeLine?cursor=W10`);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
  });

  it('When only one standing is asked for, only that is there, and all is counted', async () => {
    const { items, counts } = await seenBy(ids.hanna, '?standing=late');
    expect(items.map(({ about }) => about)).toEqual([['RSK-003']]);
    expect(counts).toHaveLength(7);
    expect((await seenBy(ids.hanna, '?standing=planned')).items.map(({ task }) => task)).toEqual(['confirm']);
  });

  it('When somebody reads it who oversees nothing, it is what they are asked, without what others were told of the run', async () => {
    const { items, head } = await seenBy(ids.lukas);
    expect(items.map(({ about }) => about)).toEqual([['RSK-001', 'RSK-002'], ['RSK-005']]);
    expect(head?.latest).toEqual([]);
  });
});

describe('the list of runs', () => {
  it('When numbers are asked for, each run says how much was asked and answered of what its reader may see', async () => {
    const { body } = await product.as(ids.hanna)('GET', '/api/v1/runs?numbers=true');
    expect(body).toMatchObject({ items: [{ id, numbers: { asked: 7, done: 2, onTime: 1, late: 1, open: 4, overdue: 3 } }] });
    const { body: own } = await product.as(ids.lukas)('GET', '/api/v1/runs?numbers=true');
    expect(own).toMatchObject({ items: [{ numbers: { asked: 3, done: 1 } }] });
    expect((await product.as(ids.hanna)('GET', '/api/v1/runs')).text).not.toContain('numbers');
  });
});
