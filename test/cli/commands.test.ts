import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultSettings } from '../../domain/defaults.ts';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Settings } from '../../domain/records/settings.ts';
import type { TaskLine } from '../../domain/records/taskLine.ts';
import { definitions } from '../../workflows/definitions.ts';
import { problem, ran, StandIn } from './standIn.ts';

const hanna = 'per-h4k7w2v9qa';
const lukas = 'per-l6w1n8d3zd';

const run: Run = {
  id: 'riskReview-2026-Q4',
  process: 'riskReview',
  key: '2026-Q4',
  attempt: 1,
  subject: { period: '2026-Q4', scope: 'due' },
  period: '2026-Q4',
  status: 'open',
  seq: 2,
  openedAt: '2026-10-01T06:00:00.000Z',
  openedBy: { person: hanna, via: 'token' },
  waitingFor: ['reassess'],
  subjects: 2,
  settingsVersion: 1,
  definition: 'riskReview@1',
  gates: [],
};

const line: TaskLine = {
  id: 'riskReview-2026-Q4/reassess/RSK-017/1',
  run: run.id,
  process: 'riskReview',
  task: 'reassess',
  title: 'Reassess the risk',
  about: 'RSK-017',
  state: 'open',
  version: 1,
  assignee: lukas,
  assigneeName: 'Lukas Wendt',
  openedAt: '2026-10-01T06:00:00.000Z',
  promised: '2026-10-15T16:00:00.000Z',
  due: '2026-10-15T16:00:00.000Z',
  zone: 'Europe/Berlin',
  workingDaysLeft: 7,
  level: 0,
  undeliverable: false,
  extended: 0,
};

const person = (id: string, name: string, email: string): Person => ({
  ...{ id, name, email, version: 1, roles: [], site: 'freiburg', language: 'en', absences: [], status: 'active' },
  updatedAt: '2026-10-01T06:00:00.000Z',
});
const people = [person(hanna, 'Hanna Vogt', 'hanna@tessel.example'), person(lukas, 'Lukas Wendt', 'lukas.wendt@tessel.example')];

let product: StandIn;
let env: Record<string, string>;

beforeEach(async () => {
  product = await new StandIn().listen();
  env = { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token-of-hanna-0001' };
  product.answer('GET /registers/people', { body: { items: people } });
  for (const one of people) product.answer(`GET /registers/people/${one.id}`, { body: one });
  const described = definitions.map(({ key, subject }) => ({ key, subject: jsonSchemaOf(subject, 'input') }));
  product.answer('GET /processes', { body: { items: described } });
  for (const one of described) product.answer(`GET /processes/${one.key}`, { body: one });
});
afterEach(() => product.close());

describe('fourstroke start', () => {
  const posts = () => product.seen.filter(({ method }) => method === 'POST');

  it('When a run is opened, its subject is sent once with a key and the id is said', async () => {
    product.answer('POST /processes/riskReview/runs', { status: 201, body: run });
    const { code, out } = await ran(['start', 'riskReview', '--period', '2026-Q4', '--scope', 'all'], env);
    expect(code).toBe(0);
    expect(out).toContain('riskReview-2026-Q4 is open');
    const [sent, ...others] = posts();
    expect(others).toEqual([]);
    expect(JSON.parse(sent?.body ?? '')).toEqual({ subject: { period: '2026-Q4', scope: 'all' } });
    expect(sent?.authorization).toBe('Bearer token-of-hanna-0001');
    expect(sent?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('When a program asks, the standard output is the run as JSON and nothing else', async () => {
    product.answer('POST /processes/riskReview/runs', { status: 201, body: run });
    const { code, out } = await ran(['start', 'riskReview', '--period', '2026-Q4', '--json'], env);
    expect([code, JSON.parse(out)]).toEqual([0, run]);
  });

  it('When that key has a run already, the sentence of the product is shown and the exit code is 1', async () => {
    product.answer('POST /processes/riskReview/runs', problem(409, 'runExists', 'Periodic risk review 2026-Q4 has a run already.'));
    const said = await ran(['start', 'riskReview', '--period', '2026-Q4'], env);
    expect([said.code, said.err, said.out]).toEqual([1, 'Periodic risk review 2026-Q4 has a run already.\n', '']);
  });

  it('When the product refuses several fields, each place is shown', async () => {
    const errors = [{ path: 'subject.period', message: 'a quarter such as 2026-Q4' }];
    product.answer('POST /processes/riskReview/runs', problem(422, 'invalid', 'The subject is not valid.', errors));
    const { code, err } = await ran(['start', 'riskReview', '--period', 'autumn'], env);
    expect([code, err]).toEqual([1, 'The subject is not valid.\n  subject.period: a quarter such as 2026-Q4\n']);
  });

  it('When the product is not ready, the same request goes out again with the same key after the time it names', async () => {
    let tries = 0;
    product.answer('POST /processes/riskReview/runs', () => {
      tries += 1;
      return tries < 3 ? { ...problem(503, 'unavailable', 'Not now.'), headers: { 'Retry-After': '5' } } : { status: 201, body: run };
    });
    const { code, waits, err } = await ran(['start', 'riskReview', '--period', '2026-Q4'], env);
    expect([code, waits]).toEqual([0, [5000, 5000]]);
    expect(new Set(posts().map(({ key }) => key)).size).toBe(1);
    expect(err).toContain('not ready');
  });

  it('When the answer gets lost on its way, the same request goes out again with the same key', async () => {
    let tries = 0;
    product.answer('POST /processes/riskReview/runs', () => {
      tries += 1;
      return tries === 1 ? { cut: true } : { status: 201, body: run };
    });
    const { code, err } = await ran(['start', 'riskReview', '--period', '2026-Q4'], env);
    expect([code, posts().length, new Set(posts().map(({ key }) => key)).size]).toEqual([0, 2, 1]);
    expect(err).toContain('The answer was lost');
  });

  it('When the product stays down behind its API, the exit code is 3 and its sentence is shown', async () => {
    product.answer('POST /processes/riskReview/runs', problem(503, 'unavailable', 'Nothing was lost.'));
    const { code, err } = await ran(['start', 'riskReview', '--period', '2026-Q4'], env);
    expect(code).toBe(3);
    expect(err).toMatch(/Nothing was lost\.\n$/);
  });

  it('When a process is about a record, its fields are said by their names: numbers go as numbers, people by their ids', async () => {
    product.answer('POST /processes/riskAcceptance/runs', { status: 201, body: { ...run, id: 'riskAcceptance-RSK-017-v2' } });
    product.answer('POST /processes/controlImplementation/runs', { status: 201, body: run });
    expect((await ran(['start', 'riskAcceptance', '--subject', 'risk=RSK-017', '--subject', 'asOf=2'], env)).code).toBe(0);
    const named = ['--subject', 'control=CTL-07', '--subject', 'responsible=Lukas Wendt', '--subject', 'due=2026-12-01'];
    expect((await ran(['start', 'controlImplementation', ...named], env)).code).toBe(0);
    expect(posts().map(({ body }) => JSON.parse(body).subject)).toEqual([
      { risk: 'RSK-017', asOf: 2 },
      { control: 'CTL-07', responsible: lukas, due: '2026-12-01' },
    ]);
  });

  it('When a value has an equals sign in it, it stays whole; the period may be said as a field too', async () => {
    product.answer('POST /processes/riskTreatment/runs', { status: 201, body: run });
    product.answer('POST /processes/riskReview/runs', { status: 201, body: run });
    await ran(['start', 'riskTreatment', '--subject', 'risk=RSK-017', '--subject', 'because=2 x 3 = 6'], env);
    await ran(['start', 'riskReview', '--subject', 'period=2026-Q4'], env);
    expect(posts().map(({ body }) => JSON.parse(body).subject)).toEqual([{ risk: 'RSK-017', because: '2 x 3 = 6' }, { period: '2026-Q4' }]);
  });

  it('When a field is missing or is none of its fields, all of them are shown, nothing is opened and the exit code is 2', async () => {
    const { code, err } = await ran(['start', 'controlImplementation', '--subject', 'risk=RSK-017'], env);
    expect([code, posts()]).toEqual([2, []]);
    expect(err).toMatch(/^controlImplementation is not about risk\.\ncontrolImplementation needs control\.\n/);
    expect(err.split('\n').map((row) => row.split(/ {2,}/).slice(0, 2))).toEqual(
      expect.arrayContaining([
        ['control', 'yes'],
        ['plan', 'no'],
        ['responsible', 'no'],
        ['due', 'no'],
      ]),
    );
    expect(err).toContain('In the register controls.');
    expect(err).toContain('--subject <field>=<value>');
    expect((await ran(['start', 'riskReview'], env)).err).toContain('One of due, all, frequent.');
  });

  it('When what is typed as a field is none, nothing is asked', async () => {
    const { code, err } = await ran(['start', 'riskReview', '--subject', '2026-Q4'], env);
    expect([code, product.seen]).toEqual([2, []]);
    expect(err).toContain('such as control=CTL-07');
  });

  it('When there is no such process, those that there are are named', async () => {
    const { code, err } = await ran(['start', 'riskRevue', '--period', '2026-Q4'], env);
    expect([code, posts()]).toEqual([1, []]);
    expect(err).toMatch(/^There is no process "riskRevue"\. There are .*riskReview.*campaign/);
  });

  it('When each process is started with what it needs and nothing else, its subject is one that it takes', async () => {
    const values: Record<string, string> = { period: '2027', since: '2027-01-04', until: '2027-01-04', because: 'An audit', asOf: '1' };
    for (const { key, subject } of definitions) {
      product.answer(`POST /processes/${key}/runs`, { status: 201, body: run });
      const { required = [] } = jsonSchemaOf(subject, 'input') as { required?: string[] };
      const options = required.flatMap((field) => ['--subject', `${field}=${values[field] ?? 'REF-1'}`]);
      expect([key, (await ran(['start', key, ...options], env)).code]).toEqual([key, 0]);
      expect(subject.safeParse(JSON.parse(posts().at(-1)?.body ?? '').subject)).toMatchObject({ success: true });
    }
  });
});

describe('fourstroke runs, run and tasks', () => {
  const late: TaskLine = {
    ...line,
    id: 'riskReview-2026-Q4/reassess/RSK-004/1',
    about: 'RSK-004',
    workingDaysLeft: -3,
    level: 2,
    undeliverable: true,
  };
  const done: TaskLine = {
    ...line,
    ...{
      id: 'riskReview-2026-Q4/reassess/RSK-018/1',
      about: 'RSK-018',
      state: 'done',
      workingDaysLeft: -2,
      closedAt: '2026-10-19T10:00:00.000Z',
    },
    due: '2026-10-16T16:00:00.000Z',
  };
  const detail = {
    ...run,
    numbers: { asked: 3, done: 1, onTime: 0, late: 1, open: 2, overdue: 1, escalated: 1, superseded: 0, cancelled: 0 },
    tasks: [line, late, done],
    proposals: [],
    nonconformities: [],
  };

  it('When a run is shown, one reads who, what, by when, and what came of it', async () => {
    product.answer('GET /runs/riskReview-2026-Q4', { body: detail });
    const { code, out } = await ran(['run', 'riskReview-2026-Q4'], env);
    expect(code).toBe(0);
    expect(out).toContain('Opened 2026-10-01 06:00 UTC by Hanna Vogt');
    expect(out).toContain('3 tasks: 1 done (0 on time), 2 open (1 late), 1 escalated');
    const rows = out
      .split('\n')
      .filter((row) => row.startsWith('Lukas Wendt'))
      .map((row) => row.split(/ {2,}/));
    expect(rows).toEqual([
      ['Lukas Wendt', 'Reassess the risk RSK-017', 'Thu 15 Oct 2026', '7 working days left'],
      ['Lukas Wendt', 'Reassess the risk RSK-004', 'Thu 15 Oct 2026', 'Late, 3 working days, escalated, level 2, mail refused'],
      ['Lukas Wendt', 'Reassess the risk RSK-018', 'Thu 15 Oct 2026', 'Fri 16 Oct 2026', 'Done Mon 19 Oct 2026, 2 working days late'],
    ]);
  });

  it('When a list is longer than one page, the pages are read until the limit', async () => {
    product.answer('GET /tasks', ({ query }) => ({
      body: query.get('cursor') === 'second' ? { items: [late], next: 'third' } : { items: [line], next: 'second' },
    }));
    const { out } = await ran(['tasks', '--limit', '2', '--json'], env);
    expect(JSON.parse(out)).toEqual({ items: [line, late], next: 'third' });
    expect(product.seen.map(({ query }) => [query.get('limit'), query.get('status')])).toEqual([
      ['2', 'open'],
      ['1', 'open'],
    ]);
  });

  it('When only my late tasks are asked for, that is what the product is asked', async () => {
    product.answer('GET /tasks', { body: { items: [] } });
    const { out } = await ran(['tasks', '--mine', '--overdue'], env);
    expect(Object.fromEntries(product.seen[0]?.query ?? [])).toEqual({ assignee: 'me', overdue: 'true', limit: '100' });
    expect(out).toBe('No task.\n');
  });

  it('When a person is named by mail address, their tasks are asked for by id', async () => {
    product.answer('GET /tasks', { body: { items: [line] } });
    await ran(['tasks', '--assignee', 'Lukas.Wendt@tessel.example'], env);
    expect(product.seen.at(-1)?.query.get('assignee')).toBe(lukas);
  });

  it('When runs are listed on a narrow terminal, no line is longer than it', async () => {
    product.answer('GET /runs', {
      body: { items: [{ ...run, status: 'closed', outcome: 'incomplete', supersededBy: 'riskReview-2027-Q1' }] },
    });
    const { out } = await ran(['runs'], env, 60);
    expect(Math.max(...out.split('\n').map((row) => row.length))).toBeLessThanOrEqual(60);
    expect(out).toContain('Hanna');
  });

  it('When the opener may not be seen, the id stands for the name', async () => {
    product.answer(`GET /registers/people/${hanna}`, problem(404, 'notFound', 'There is nothing here.'));
    product.answer('GET /runs', { body: { items: [run] } });
    expect((await ran(['runs'], env)).out).toContain(hanna);
  });
});

describe('fourstroke cancel and reassign', () => {
  it('When a run is cancelled, the reason is sent', async () => {
    product.answer('POST /runs/riskReview-2026-Q4/cancellation', { body: { ...run, status: 'cancelled', reason: 'Opened for a test.' } });
    const { code } = await ran(['cancel', run.id, '--reason', 'Opened for a test.'], env);
    expect([code, JSON.parse(product.seen[0]?.body ?? '')]).toEqual([0, { reason: 'Opened for a test.' }]);
  });

  it('When a task is reassigned to a mail address, the id is percent-encoded and the new person named', async () => {
    const path = `/tasks/${encodeURIComponent(line.id)}/reassignment`;
    product.answer(`POST ${path}`, { body: { ...line, assignee: hanna, assigneeName: 'Hanna Vogt' } });
    const { code, out } = await ran(['reassign', line.id, '--to', 'hanna@tessel.example', '--reason', 'Lukas is on leave.'], env);
    expect(code).toBe(0);
    expect(out).toBe('Reassess the risk RSK-017 is now asked of Hanna Vogt, due Thu 15 Oct 2026 as before.\n');
    expect(JSON.parse(product.seen.at(-1)?.body ?? '')).toEqual({ to: hanna, reason: 'Lukas is on leave.' });
  });

  it('When nobody is called so, nothing is sent and the exit code is 1', async () => {
    const { code, err } = await ran(['reassign', line.id, '--to', 'Nobody', '--reason', 'Somebody must.'], env);
    expect([code, product.seen.filter(({ method }) => method === 'POST')]).toEqual([1, []]);
    expect(err).toContain('"Nobody"');
  });
});

describe('fourstroke init', () => {
  const settings: Settings = defaultSettings({ at: '2026-10-01T06:00:00.000Z', organization: 'Our organization', zone: 'UTC' });

  it('When the organization says where it is, all other settings stay and the version read is sent', async () => {
    product.answer('GET /settings', { body: settings });
    product.answer('PUT /settings', ({ body }) => ({
      body: { ...JSON.parse(body), id: 'settings', updatedAt: settings.updatedAt, version: 2 },
    }));
    const options = [
      '--organization',
      'Tessel',
      '--site',
      'Freiburg',
      '--country',
      'de',
      '--region',
      'BW',
      '--zone',
      'Europe/Berlin',
      '--language',
      'de',
    ];
    const { code, out } = await ran(['init', ...options], env);
    const { id: _id, updatedAt: _at, ...kept } = settings;
    expect(JSON.parse(product.seen[1]?.body ?? '')).toEqual({
      ...kept,
      organization: 'Tessel',
      language: 'de',
      sites: [{ id: 'head-office', name: 'Freiburg', country: 'DE', region: 'BW', zone: 'Europe/Berlin', holidays: [] }],
    });
    expect(code).toBe(0);
    expect(out).toContain('Freiburg (default)');
  });

  it('When the country changes, a region of the old one goes with it', async () => {
    const german = { ...settings, sites: settings.sites.map((site) => ({ ...site, country: 'DE', region: 'BW' })) };
    product.answer('GET /settings', { body: german });
    product.answer('PUT /settings', ({ body }) => ({
      body: { ...JSON.parse(body), id: 'settings', updatedAt: settings.updatedAt, version: 2 },
    }));
    await ran(['init', '--country', 'PT'], env);
    expect(JSON.parse(product.seen[1]?.body ?? '').sites).toEqual([
      { id: 'head-office', name: 'Head office', country: 'PT', zone: 'UTC', holidays: [] },
    ]);
  });

  it('When nothing is to be changed, the settings are shown and nothing is sent', async () => {
    product.answer('GET /settings', { body: settings });
    const { out } = await ran(['init', '--organization', 'Our organization'], env);
    expect(product.seen.map(({ method }) => method)).toEqual(['GET']);
    expect(out).toContain('not set');
  });
});

describe('fourstroke departure', () => {
  const path = `/people/${lukas}/departure`;
  const task = {
    id: line.id,
    title: line.title,
    about: 'RSK-017',
    state: 'open',
    due: line.due,
    zone: line.zone,
    parts: ['assignee'],
    stays: [],
  };
  const plan = {
    ...{ person: lukas, name: 'Lukas Wendt', to: hanna, names: { [hanna]: 'Hanna Vogt' }, problems: [] },
    ...{ roles: [{ role: 'riskOwner' }, { role: 'everyone' }], given: [{ role: 'riskOwner' }] },
    records: ['RSK-004', 'RSK-017'].map((id) => ({ register: 'risks', id, to: hanna })),
    people: [{ id: hanna, name: 'Hanna Vogt', as: 'deputy' }],
    tasks: [
      { ...task, to: { assignee: hanna }, barred: false },
      { ...task, id: 'other', about: 'RSK-004', to: { assignee: hanna }, barred: false },
      { ...task, id: 'third', about: 'RSK-001', to: {}, barred: true, parts: ['confirmer'], stays: ['confirmer'] },
    ],
  };

  it('When it is not said to apply, everything is shown by what it is and whose it will be, and nothing is done', async () => {
    product.answer(`POST ${path}`, { body: plan });
    const { code, out } = await ran(['departure', 'Lukas Wendt', '--to', 'hanna@tessel.example'], env);
    expect([code, JSON.parse(product.seen.at(-1)?.body ?? '')]).toEqual([0, { to: hanna, preview: true }]);
    expect(out.split('\n').map((row) => row.split(/ {2,}/))).toEqual([
      ['What', 'Which', 'Goes to'],
      [expect.stringMatching(/^─+$/), expect.anything(), expect.anything()],
      ['Risk', 'RSK-004, RSK-017', 'Hanna Vogt'],
      ['Reassess the risk', 'RSK-017, RSK-004', 'Hanna Vogt'],
      ['Reassess the risk, to confirm', 'RSK-001', 'nobody yet'],
      ['Deputy of', 'Hanna Vogt', 'nobody'],
      ['Role', 'risk owner', 'Hanna Vogt'],
      ['Role', 'everyone', 'ends'],
      [''],
      ['Duties are separated: 1 task cannot go to the successor.'],
      ['Nothing has been done. Carry it out with --apply and --reason.'],
      [''],
    ]);
  });

  it('When it is applied, the reason is sent and it waits until everything has moved, and says what could not', async () => {
    let looks = 0;
    product.answer(`POST ${path}`, { status: 202, body: { ...plan, departure: { id: 'departure-1' } } });
    product.answer(`GET ${path}`, () => {
      looks += 1;
      return { body: looks < 3 ? { state: 'moving' } : { state: 'moved', left: ['third'] } };
    });
    const options = ['--to', 'Hanna Vogt', '--reason', 'He leaves.', '--roles', 'drop', '--apply'];
    const { code, out, waits } = await ran(['departure', lukas, ...options], env);
    expect([code, waits]).toEqual([0, [500, 500]]);
    const [sent] = product.seen.filter(({ method }) => method === 'POST');
    expect(JSON.parse(sent?.body ?? '')).toEqual({ to: hanna, reason: 'He leaves.', roles: 'drop' });
    expect(out).toContain('Lukas Wendt has left, and the rest has moved.\nNobody may take third');
  });

  it('When a successor is missing, the plan is shown, what is missing is said, and the exit code is 1', async () => {
    const problems = [{ path: 'to', message: 'is needed: 2 records and 2 tasks need somebody named' }];
    product.answer(`POST ${path}`, { body: { ...plan, to: undefined, problems } });
    const { code, out, err } = await ran(['departure', lukas], env);
    expect([code, err]).toEqual([1, `It cannot be carried out so: --to ${problems[0]?.message}.\n`]);
    expect(out).toContain('RSK-017');
  });

  it('When it is applied without a reason, nothing is sent and the exit code is 2', async () => {
    const { code, err } = await ran(['departure', lukas, '--to', hanna, '--apply'], env);
    expect([code, product.seen]).toEqual([2, []]);
    expect(err).toContain('--reason');
  });
});

describe('fourstroke invite', () => {
  it('When somebody is named, the invitation is asked for by id', async () => {
    product.answer(`POST /people/${lukas}/invitation`, { status: 202, body: { person: lukas, invitedAt: '2026-10-01T06:00:00.000Z' } });
    const { code, out } = await ran(['invite', 'lukas wendt'], env);
    expect([code, out]).toEqual([0, 'Lukas Wendt is invited by mail to lukas.wendt@tessel.example.\n']);
  });

  it('When two people have the name, both addresses are shown and nobody is invited', async () => {
    product.answer('GET /registers/people', {
      body: { items: [...people, person('per-l6w1n8d3ze', 'Lukas Wendt', 'other@tessel.example')] },
    });
    const { code, err } = await ran(['invite', 'Lukas Wendt'], env);
    expect([code, product.seen.some(({ method }) => method === 'POST')]).toEqual([1, false]);
    expect(err).toContain('lukas.wendt@tessel.example, other@tessel.example');
  });
});
