import { z } from 'zod';
import type {
  AnsweredPage,
  CommandForm,
  DecisionPage,
  Frame,
  MailsPage,
  MyMailPage,
  MyTasksPage,
  RunPage,
  RunsPage,
  SchedulesPage,
  ScheduleView,
  TaskForm,
  TaskGroup,
  TasksPage,
} from '../../../api/plain/views/types.ts';
import { definition } from '../../../workflows/riskReview/definition.ts';
import { asked, due, schema, steps, token } from './letters.ts';

export const frame: Frame = {
  language: 'en',
  organization: 'Tessel Instruments',
  now: '2026-10-06T08:00:00.000Z',
  zone: 'Europe/Berlin',
  style: 'style.css',
  person: { name: 'Lukas Wendt' },
};

const labels = {
  likelihood: ['rare', 'unlikely', 'possible', 'likely', 'almost certain'],
  consequence: ['negligible', 'minor', 'moderate', 'major', 'severe'],
};

export const laptop: TaskForm = {
  task: 'riskReview-2026-Q4/reassess/RSK-017/1',
  name: 'RSK-017',
  reference: 'RSK-017',
  title: 'Laptop with customer data left in a car',
  schema,
  labels,
  last: { likelihood: 2, consequence: 3, verdict: 'keep', reason: 'As before.' },
  facts: {
    description:
      'A service laptop is left in a parked car and stolen. Measurements and contact data of customers are read by a stranger; a notice to customers and the authority may follow.',
    last: { day: '2026-07-02', likelihood: 2, consequence: 3, band: 'medium' },
    changes: [
      { kind: 'controlChanged', reference: 'CTL-31', name: 'Disk encryption', day: '2026-08-20', status: 'implementing' },
      { kind: 'controlAdded', reference: 'CTL-33', name: 'Statement signed by each employee', day: '2026-09-01' },
      { kind: 'riskChanged', day: '2026-09-09' },
    ],
    controls: [
      {
        reference: 'CTL-30',
        name: 'Nothing stays in the car',
        kind: 'organizational',
        status: 'implemented',
        effectiveness: 'effective',
        checkedOn: '2026-05-12',
      },
      {
        reference: 'CTL-32',
        name: 'Password and lock after five minutes',
        kind: 'technological',
        status: 'implemented',
        effectiveness: 'effective',
        checkedOn: '2026-09-03',
      },
      { reference: 'CTL-31', name: 'Disk encryption', kind: 'technological', status: 'implementing', effectiveness: 'untested' },
      { reference: 'CTL-33', name: 'Statement signed by each employee', kind: 'legal', status: 'implemented', effectiveness: 'partly' },
      {
        reference: 'CTL-34',
        name: 'Training “On the road”',
        kind: 'people',
        status: 'implemented',
        effectiveness: 'effective',
        checkedOn: '2026-05-20',
      },
    ],
  },
};

/** The same with two files; by a link one only learns that they are there. */
export const withFiles: TaskForm = {
  ...laptop,
  evidence: [
    {
      sha256: 'a'.repeat(64),
      name: 'Encryption report of October.pdf',
      size: 1_840_000,
      addedAt: '2026-10-05T09:12:00.000Z',
      href: '/report',
    },
    { sha256: 'b'.repeat(64), name: 'Laptops.xlsx', size: 18_300, addedAt: '2026-10-06T07:01:00.000Z' },
  ],
};

export const notebook: TaskForm = {
  task: 'riskReview-2026-Q4/reassess/RSK-004/1',
  name: 'RSK-004',
  reference: 'RSK-004',
  title: 'Service notebook infected at a customer site',
  schema,
  labels,
  last: { likelihood: 2, consequence: 2 },
  facts: {
    description: 'A notebook joins a customer network and carries malicious software back to Freiburg.',
    last: { day: '2026-07-02', by: 'Marta Nogueira', likelihood: 2, consequence: 2, band: 'low' },
    changes: [],
    controls: [
      {
        reference: 'CTL-20',
        name: 'Malware protection',
        kind: 'technological',
        status: 'implemented',
        effectiveness: 'effective',
        checkedOn: '2026-09-03',
      },
    ],
  },
};

export const unjudged: TaskForm = {
  ...notebook,
  task: 'riskReview-2026-Q4/reassess/RSK-030/1',
  name: 'RSK-030',
  reference: 'RSK-030',
  title: 'Customer photos on private phones',
  last: undefined,
  facts: { description: '', changes: [], controls: [] },
};

export const group = (tasks: TaskForm[], over: Partial<TaskGroup> = {}): TaskGroup => ({
  ...asked,
  due,
  left: 7,
  level: 0,
  site: 'Freiburg',
  tasks,
  steps,
  ...over,
});

export const tasks = (groups: TaskGroup[], over: Partial<TasksPage> = {}): TasksPage => ({
  ...frame,
  csrf: 'csrf-value',
  key: 'key-value',
  by: 'link',
  action: `/a/${token}`,
  groups,
  answered: 0,
  of: groups.reduce((sum, { tasks: some }) => sum + some.length, 0),
  page: { number: 1, of: 1 },
  endsAt: '2026-12-31T16:00:00.000Z',
  ...over,
});

export const confirmGroup: TaskGroup = {
  run: 'riskReview-2026-Q4',
  process: asked.process,
  definition: definition.tasks.confirm,
  due: '2026-10-22T16:00:00.000Z',
  left: 12,
  level: 0,
  site: 'Freiburg',
  steps: [],
  tasks: [
    {
      task: 'riskReview-2026-Q4/confirm/2026-Q4/1',
      name: 'confirm',
      title: 'Check consistency and add new risks',
      schema: z.toJSONSchema(definition.tasks.confirm.outcome) as Record<string, unknown>,
    },
  ],
};

/** What was typed for the first risk, and why it was refused. */
export const refused: TaskForm = {
  ...laptop,
  typed: { likelihood: '4', consequence: '3', verdict: 'keep', reason: 'Encryption did its work in Lyon; <b>three</b> laptops are open.' },
  problems: { verdict: 'You keep the risk as it was, but the levels are others than in July. Choose “change”, or set the levels back.' },
};

export const fiveHundred = (): TasksPage => {
  const some = Array.from({ length: 25 }, (_, i) => ({ ...notebook, task: `t${i}`, name: `RSK-${i + 126}`, reference: `RSK-${i + 126}` }));
  return tasks([group(some)], {
    answered: 25,
    of: 500,
    page: { number: 1, of: 19, next: '?page=2' },
    recorded: { answers: 25, comment: false },
  });
};

export const answered: AnsweredPage = {
  ...frame,
  by: 'link',
  justNow: true,
  recorded: [
    {
      reference: 'RSK-017',
      title: laptop.title,
      at: '2026-10-06T08:12:00.000Z',
      by: 'link',
      schema,
      labels,
      outcome: {
        likelihood: 2,
        consequence: 3,
        verdict: 'keep',
        reason: 'Encryption did its work in Lyon; the three open laptops stay in the office until November.',
      },
    },
    {
      reference: 'RSK-004',
      title: notebook.title,
      at: '2026-10-06T08:12:00.000Z',
      by: 'link',
      schema,
      labels,
      outcome: { likelihood: 3, consequence: 2, verdict: 'change', reason: 'Two infections at customers.' },
    },
  ],
  open: [{ reference: 'RSK-030', title: unjudged.title }],
  due,
  more: `/a/${token}`,
};

const card = { ...asked, level: 0 };
export const myTasks: MyTasksPage = {
  ...frame,
  person: { name: 'Rui Tavares' },
  now: '2026-10-21T08:00:00.000Z',
  zone: 'Europe/Lisbon',
  site: 'Porto',
  csrf: 'csrf-value',
  seesRuns: true,
  groups: [
    {
      ...card,
      href: '/tasks/riskReview-2026-Q4/reassess',
      references: ['RSK-002', 'RSK-010', 'RSK-014'],
      count: 3,
      due: '2026-10-23T17:00:00.000Z',
      left: 2,
    },
    {
      ...card,
      run: 'riskReview-2026-Q3',
      href: '/tasks/riskReview-2026-Q3/reassess',
      references: ['RSK-001', 'RSK-003', 'RSK-005', 'RSK-007', 'RSK-009'],
      count: 5,
      due: '2026-10-14T17:00:00.000Z',
      left: -5,
      level: 2,
    },
    {
      ...card,
      definition: definition.tasks.confirm,
      href: '/tasks/riskReview-2026-Q4/confirm',
      references: [],
      count: 1,
      due: '2026-11-06T17:00:00.000Z',
      left: 12,
    },
  ],
  done: [
    { title: 'Reassess four risks', closedAt: '2026-07-09T08:00:00.000Z', state: 'done', by: 'link', late: 0 },
    { title: 'Reassess risk RSK-020', closedAt: '2026-07-20T08:00:00.000Z', state: 'done', by: 'login', late: 2 },
    { title: 'Reassess risk RSK-021', closedAt: '2026-07-01T08:00:00.000Z', state: 'superseded', late: 0 },
  ],
};

const ofLaptop = [{ name: 'RSK-017', label: 'RSK-017 Reassess the risk' }];
const ofBoth = [...ofLaptop, { name: 'RSK-004', label: 'RSK-004 Reassess the risk' }];
export const linkForms: CommandForm[] = [
  { command: 'extend', tasks: ofBoth, least: '2026-10-16' },
  { command: 'askHandOver', tasks: ofBoth },
];
export const ownForms: CommandForm[] = [
  { command: 'claim', tasks: ofLaptop },
  { command: 'extend', tasks: ofLaptop, typed: { until: '2026-10-01', reason: 'I wait.' }, problem: 'The day must be after today.' },
  { command: 'delegate', tasks: ofLaptop, least: '2026-10-07' },
  { command: 'takeBack', tasks: ofLaptop },
  { command: 'giveBack', tasks: ofLaptop },
  { command: 'askHandOver', tasks: ofLaptop },
];

export const myWork: Pick<MyTasksPage, 'lent' | 'decide' | 'waiting' | 'notice'> = {
  lent: [
    {
      ...card,
      href: '/tasks/x/reassess',
      references: ['RSK-030'],
      count: 1,
      due,
      left: 3,
      standIn: { isOwner: true, other: 'Marta Nogueira' },
    },
  ],
  decide: [
    { what: 'confirm', href: '/tasks/a', reference: 'RSK-017', title: 'Reassess the risk', who: 'Lukas Wendt', due, left: 4, level: 0 },
    {
      what: 'extension',
      href: '/tasks/b',
      reference: 'RSK-004',
      title: 'Reassess the risk',
      who: 'Petra Lindner',
      until: '2026-10-30',
      due,
      left: 2,
      level: 0,
    },
    { what: 'handOver', href: '/tasks/c', reference: 'RSK-005', title: 'Reassess the risk', who: 'Petra Lindner', due, left: -1, level: 1 },
  ],
  waiting: [{ title: 'RSK-021 Reassess the risk', href: '/tasks/d', confirmer: 'Hanna Vogt' }],
  notice: 'giveBack',
};

const head = {
  id: 'riskReview-2026-Q4',
  process: asked.process,
  period: '2026-Q4',
  status: 'open' as const,
  openedAt: '2026-10-01T06:00:00.000Z',
  openedBy: 'its schedule',
  numbers: { asked: 14, done: 7, onTime: 6, late: 1, open: 7, overdue: 4, escalated: 3, superseded: 0 },
};

const line = { promised: due, due, title: 'Reassess the risk', level: 0, undeliverable: false };
export const run: RunPage = {
  ...frame,
  ...head,
  person: { name: 'Hanna Vogt' },
  now: '2026-10-21T08:00:00.000Z',
  csrf: 'csrf-value',
  seesRuns: true,
  tasks: [
    {
      ...line,
      task: '1',
      reference: 'RSK-017',
      who: 'Lukas Wendt',
      state: 'done',
      closedAt: '2026-10-06T08:12:00.000Z',
      left: 7,
      by: 'link',
    },
    {
      ...line,
      task: '2',
      reference: 'RSK-020',
      who: 'Oliver Stark',
      state: 'done',
      closedAt: '2026-10-19T10:06:00.000Z',
      left: -2,
      level: 1,
      by: 'link',
    },
    { ...line, task: '3', reference: 'RSK-002', who: 'Rui Tavares', state: 'open', due: '2026-10-23T17:00:00.000Z', left: 2 },
    { ...line, task: '4', reference: 'RSK-008', who: 'Petra Lindner', state: 'open', left: -3, level: 1, undeliverable: true },
    { ...line, task: '5', reference: 'RSK-001', who: 'Jonas Albrecht', state: 'open', left: -4, level: 2, answer: '/tasks/x' },
    {
      ...line,
      task: '6',
      reference: 'RSK-003',
      who: 'Jonas Albrecht',
      state: 'superseded',
      closedAt: '2026-10-20T10:06:00.000Z',
      left: -3,
    },
    {
      ...line,
      task: '7',
      title: 'Check consistency and add new risks',
      who: 'Hanna Vogt',
      state: 'open',
      due: '2026-10-30T17:00:00.000Z',
      promised: '2026-10-30T17:00:00.000Z',
      left: 7,
    },
  ],
  gates: [
    { gate: 'G1', passed: true, detail: 'Each risk has one active owner' },
    { gate: 'G15', passed: false, detail: 'Something stayed open past the last rung' },
  ],
  requests: [
    {
      task: '3',
      reference: 'RSK-002',
      title: 'Reassess the risk',
      by: 'Rui Tavares',
      until: '2026-10-30',
      due,
      reason: 'I wait for the test.',
    },
  ],
  commands: {
    action: '/runs/riskReview-2026-Q4/tasks',
    key: 'page-key',
    forms: [
      { command: 'decideExtension', tasks: [{ name: '3', label: 'RSK-002 Reassess the risk, Rui Tavares' }], least: '2026-10-26' },
      {
        command: 'reassign',
        tasks: [
          { name: '3', label: 'RSK-002 Reassess the risk, Rui Tavares' },
          { name: '5', label: 'RSK-001 Reassess the risk, Jonas Albrecht' },
        ],
        people: [{ id: 'per-1', name: 'Marta Nogueira' }],
        typed: { task: '5', to: 'per-1', reason: 'She runs it now.' },
        problem: 'The task is already asked of this person.',
      },
      { command: 'waive', tasks: [{ name: '5', label: 'RSK-001 Reassess the risk, Jonas Albrecht' }], least: '2026-10-22' },
    ],
  },
  cancel: { action: '/runs/riskReview-2026-Q4/cancellation', key: 'cancel-key' },
};

export const runs: RunsPage = {
  ...frame,
  person: { name: 'Hanna Vogt' },
  csrf: 'csrf-value',
  seesRuns: true,
  runs: [
    { ...head, href: '/runs/riskReview-2026-Q4' },
    {
      ...head,
      id: 'riskReview-2026-Q3',
      href: '/runs/riskReview-2026-Q3',
      period: '2026-Q3',
      status: 'closed',
      outcome: 'complete',
      closedAt: '2026-07-30T10:00:00.000Z',
      numbers: { asked: 12, done: 12, onTime: 11, late: 1, open: 0, overdue: 0, escalated: 1, superseded: 0 },
    },
    {
      ...head,
      id: 'riskReview-2026-Q2',
      href: '/runs/riskReview-2026-Q2',
      period: '2026-Q2',
      status: 'closed',
      outcome: 'incomplete',
      closedAt: '2026-07-01T04:00:00.000Z',
    },
  ],
  start: { action: '/runs', key: 'start-key', periods: ['2026-Q4', '2027-Q1'], period: '2026-Q4' },
};

const [recorded] = answered.recorded;
export const decision: DecisionPage = {
  ...frame,
  ...{
    person: { name: 'Hanna Vogt' },
    csrf: 'csrf-value',
    seesRuns: true,
    key: 'page-key',
    action: '/tasks/riskReview-2026-Q4/reassess/RSK-017/1',
  },
  ...{
    what: 'confirm',
    who: 'Lukas Wendt',
    asked: 'Lukas Wendt',
    group: group([laptop], { askedOf: 'Lukas Wendt' }),
    answer: recorded,
    cameBack: 1,
  },
  history: [
    { at: '2026-10-01T06:00:00.000Z', event: 'opened', name: 'Lukas Wendt' },
    {
      at: '2026-10-02T08:00:00.000Z',
      event: 'submitted',
      name: 'Lukas Wendt',
      answer: { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As seen.' },
    },
    { at: '2026-10-05T08:00:00.000Z', event: 'returned', name: 'Hanna Vogt', text: 'Which controls?' },
    { at: '2026-10-05T09:00:00.000Z', event: 'delegated', name: 'Lukas Wendt', to: 'Marta Nogueira' },
    { at: '2026-10-06T06:00:00.000Z', event: 'extensionAsked', name: 'Marta Nogueira', day: '2026-10-22', text: 'I wait for the test.' },
  ],
  commands: [
    { command: 'confirm', tasks: ofLaptop, needsWaiver: true },
    { command: 'return', tasks: ofLaptop, typed: { reason: 'x' }, problem: 'A sentence is needed.' },
  ],
};
export const extensionDecision: DecisionPage = {
  ...decision,
  ...{ what: 'extension', until: '2026-10-22', reason: 'I wait for the test.', answer: undefined, cameBack: 0 },
  commands: [{ command: 'decideExtension', tasks: ofLaptop, least: '2026-10-16' }],
};

const quarterly: ScheduleView = {
  ...{ id: 'riskReview', href: '/schedules/riskReview', process: definition.title, version: 3, every: 'quarter', workingDay: 1 },
  ...{ zone: 'Europe/Berlin', onlyWhenDue: false, paused: false },
  next: ['2027-01-04', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-03'].map((day, n) => ({ period: `2027-Q${n + 1}`, day })),
  missed: [],
  waived: [],
};
const secondly: ScheduleView = {
  ...quarterly,
  ...{
    id: 'riskReview.monthly',
    href: '/schedules/riskReview.monthly',
    every: 'month',
    onlyWhenDue: true,
    paused: true,
    note: 'We move the register.',
  },
  missed: [
    { period: '2026-08', day: '2026-08-03' },
    { period: '2026-09', day: '2026-09-01' },
  ],
  waived: [{ period: '2026-07', reason: 'The quarter covers it.', name: 'Hanna Vogt', at: '2026-07-06T08:00:00.000Z' }],
  sent: { act: 'waive', typed: { period: '2026-09', reason: 'x' }, problem: 'A sentence is needed.' },
};
export const schedules: SchedulesPage = {
  ...frame,
  ...{
    person: { name: 'Hanna Vogt' },
    csrf: 'csrf-value',
    seesRuns: true,
    schedules: [quarterly, secondly],
    managing: { key: 'page-key' },
  },
};

export const myMail: MyMailPage = {
  ...{ ...frame, person: { name: 'Lukas Wendt' }, csrf: 'c', seesRuns: false, action: '/my-mail', site: 'Freiburg', paused: false },
  form: { digest: '', hour: '', from: '20:00', to: '07:00' },
  usual: { digest: 'atOnce', hour: '08:00' },
  calendar: { action: '/my-mail/calendar', url: 'https://isms.tessel.example/calendar/7Jq2xV0mWb8sKd4RfTz1pAaaaaaaaaaaaaaaaaaaaaa.ics' },
  notice: 'saved',
};

const row = { to: 'Lukas Wendt', attempts: 1, maybeDuplicate: false, at: '2026-10-01T06:02:00.000Z' };

export const mails: MailsPage = {
  ...{ ...frame, person: { name: 'Hanna Vogt' }, csrf: 'c', seesRuns: true, waiting: 3, shown: '', next: '/mails?cursor=x' },
  filters: [
    { shown: '', href: '/mails' },
    { shown: 'accepted', href: '/mails?state=accepted' },
    { shown: 'deferred', href: '/mails?state=deferred' },
    { shown: 'rejected', href: '/mails?state=rejected' },
  ],
  rows: [
    { ...row, id: '1', subject: '[ISMS] Action by 15 Oct: Reassess 4 risks', state: 'accepted' },
    {
      ...{ ...row, id: '2', to: 'Petra Lindner', subject: '[ISMS] Action by 15 Oct: Reassess risk RSK-008', state: 'rejected' },
      response: "Can't send mail - all recipients were rejected: 550 5.1.1 <petra.lindner@tessel.example>: No such mailbox",
    },
    {
      ...row,
      id: '3',
      subject: '[ISMS] Opened: Periodic risk review 2026-Q4',
      state: 'deferred',
      attempts: 4,
      response: 'Greeting never received',
    },
    { ...row, id: '4', subject: '-', state: 'sending', maybeDuplicate: true },
  ],
  relay: { kind: 'misconfigured', since: '2026-10-05T07:30:00.000Z', why: 'Invalid login: 535 5.7.8 Error: authentication failed' },
  unreachable: [{ name: 'Petra Lindner', email: 'petra.lindner@tessel.example', since: '2026-10-01T06:02:10.000Z', code: '550 5.1.1' }],
  form: { action: '/mails', key: 'k' },
};
