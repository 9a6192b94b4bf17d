import { z } from 'zod';
import type {
  ConfirmAsked,
  Confirmed,
  Delegated,
  DeputyAsked,
  DueToday,
  Escalation,
  ExtensionAsked,
  ExtensionDecided,
  HandedBack,
  HandOverAsked,
  Invitation,
  MailData,
  Missing,
  Opened,
  Outcome,
  Proposed,
  Reassigned,
  Reminder,
  Returned,
  RunCancelled,
  RunClosed,
  RunOpened,
  Section,
  Succession,
  Taken,
  TaskLine,
  Waived,
} from '../../../activities/letters/types.ts';
import type { Language } from '../../../domain/records/common.ts';
import type { Step } from '../../../domain/records/reading.ts';
import { definition as campaign } from '../../../workflows/campaign/definition.ts';
import { definition } from '../../../workflows/riskReview/definition.ts';

/** Thursday 15 October 2026, end of the working day in Freiburg. */
export const due = '2026-10-15T16:00:00.000Z';
export const token = '7Jq2xV0mWb8sKd4RfTz1pAaaaaaaaaaaaaaaaaaaaaa';
export const link = `https://isms.tessel.example/a/${token}`;

const run = 'riskReview-2026-Q4';
const process = { title: definition.title, clauses: definition.clauses };
export const asked = { run, process, definition: definition.tasks.reassess };
export const schema = z.toJSONSchema(definition.tasks.reassess.outcome) as Record<string, unknown>;

const day = (on: string) => `2026-${on}T06:00:00.000Z`;
export const steps: Step[] = [
  { at: '2026-10-01T06:02:00.000Z', what: 'opened', level: 0, to: [{ as: 'assignee', you: true }], state: 'sent', delivery: 'accepted' },
  { at: day('10-13'), what: 'reminder', level: 0, to: [{ as: 'assignee', you: true }], state: 'pending' },
  { at: day('10-15'), what: 'dueToday', level: 0, to: [{ as: 'assignee', you: true }], state: 'pending' },
  {
    at: day('10-16'),
    what: 'escalation',
    level: 1,
    to: [
      { as: 'assignee', you: true },
      { as: 'lineManager', name: 'Martin Seidel' },
    ],
    state: 'pending',
  },
  {
    at: day('10-20'),
    what: 'escalation',
    level: 2,
    to: [
      { as: 'assignee', you: true },
      { as: 'accountable', name: 'Hanna Vogt' },
      { as: 'ismsManager', name: 'Hanna Vogt' },
    ],
    state: 'pending',
  },
  {
    at: day('10-29'),
    what: 'escalation',
    level: 3,
    to: [{ as: 'topManagement', name: 'Martin Seidel' }],
    nonconformity: true,
    state: 'pending',
  },
];

export const fourRisks: TaskLine[] = [
  { task: 't4', reference: 'RSK-004', changes: 0, since: '2026-07-02' },
  { task: 't17', reference: 'RSK-017', changes: 3, since: '2026-07-02' },
  { task: 't18', reference: 'RSK-018', changes: 1, since: '2026-07-02' },
  { task: 't21', reference: 'RSK-021', changes: 0, since: '2026-07-02' },
];

/** `count` risks, the first `changed` of which have changed. */
export const manyRisks = (count: number, changed = 0): TaskLine[] =>
  Array.from({ length: count }, (_, i) => ({
    task: `t${i}`,
    reference: `RSK-${String(101 + i).padStart(3, '0')}`,
    changes: i < changed ? 1 + ((changed - i) % 3) : 0,
    since: '2026-07-01',
  }));

const asking = { ...asked, tasks: fourRisks, due, left: 10, answer: 'link' as const, steps };
export const opened = (over: Partial<Opened> = {}): Opened => ({ ...asking, kind: 'opened', ...over });
export const reminder = (over: Partial<Reminder> = {}): Reminder => ({ ...asking, kind: 'reminder', left: 2, ...over });
export const dueToday = (over: Partial<DueToday> = {}): DueToday => ({ ...asking, kind: 'dueToday', left: 0, ...over });
export const reassigned = (over: Partial<Reassigned> = {}): Reassigned => ({
  ...asking,
  kind: 'reassigned',
  from: 'Lukas Wendt',
  by: 'Hanna Vogt',
  left: 6,
  ...over,
});
export const taken = (over: Partial<Taken> = {}): Taken => ({
  ...asked,
  kind: 'taken',
  tasks: fourRisks.slice(0, 1),
  to: 'Marta Nogueira',
  by: 'Hanna Vogt',
  due,
  ...over,
});

const aboutOne = { ...asked, tasks: fourRisks.slice(1, 2), due };
export const delegated = (over: Partial<Delegated> = {}): Delegated => ({
  ...asking,
  ...{ kind: 'delegated', from: 'Rui Tavares', until: '2026-10-09', onBehalfOf: 'Rui Tavares', ...over },
});
export const deputyAsked = (over: Partial<DeputyAsked> = {}): DeputyAsked => ({
  ...asking,
  ...{ kind: 'deputyAsked', onBehalfOf: 'Rui Tavares', left: 2, ...over },
});
export const handedBack = (over: Partial<HandedBack> = {}): HandedBack => ({
  ...asking,
  ...{ kind: 'handedBack', from: 'Marta Nogueira', how: 'cameBack', left: 4, ...over },
});
export const confirmAsked = (over: Partial<ConfirmAsked> = {}): ConfirmAsked => ({
  ...asking,
  ...{ kind: 'confirmAsked', answer: 'login', confirming: { by: 'Rui Tavares' }, tasks: fourRisks.slice(1, 2), left: 5, ...over },
});
export const confirmed = (over: Partial<Confirmed> = {}): Confirmed => ({ ...aboutOne, kind: 'confirmed', by: 'Hanna Vogt', ...over });
export const returned = (over: Partial<Returned> = {}): Returned => ({
  ...asking,
  ...{ kind: 'returned', by: 'Hanna Vogt', reason: 'Which controls did you count?', tasks: fourRisks.slice(1, 2), left: 5, ...over },
});
export const extensionAsked = (over: Partial<ExtensionAsked> = {}): ExtensionAsked => ({
  ...aboutOne,
  ...{ kind: 'extensionAsked', by: 'Rui Tavares', until: '2026-10-22', extended: 0, ...over },
});
export const extensionDecided = (over: Partial<ExtensionDecided> = {}): ExtensionDecided => ({
  ...asking,
  ...{ kind: 'extensionDecided', by: 'Hanna Vogt', granted: true, due: '2026-10-22T16:00:00.000Z', before: due, left: 7, ...over },
});
export const handOverAsked = (over: Partial<HandOverAsked> = {}): HandOverAsked => ({
  ...aboutOne,
  ...{ kind: 'handOverAsked', by: 'Rui Tavares', to: 'Marta Nogueira', ...over },
});
export const waived = (over: Partial<Waived> = {}): Waived => ({
  ...aboutOne,
  ...{ kind: 'waived', by: 'Hanna Vogt', until: '2027-03-31', ...over },
});

export const escalation = (over: Partial<Escalation> = {}): Escalation => ({
  ...asking,
  kind: 'escalation',
  tasks: fourRisks.slice(0, 3),
  left: -3,
  level: 2,
  mine: false,
  assignee: 'Jonas Albrecht',
  as: 'ismsManager',
  mayDecide: true,
  nonconformity: false,
  also: ['Jonas Albrecht'],
  steps: steps.slice(-1),
  sent: [
    { at: '2026-10-01T06:02:00.000Z', what: 'opened', delivery: 'accepted' },
    { at: day('10-13'), what: 'reminder', delivery: 'accepted' },
    { at: day('10-15'), what: 'dueToday', delivery: 'rejected' },
    { at: day('10-16'), what: 'escalation', to: ['Martin Seidel'], delivery: 'accepted' },
  ],
  ...over,
});

export const outcome = (over: Partial<Outcome> = {}): Outcome => ({
  ...asked,
  kind: 'outcome',
  tasks: fourRisks.slice(0, 3).map((line, i) => ({
    ...line,
    at: '2026-10-06T08:12:00.000Z',
    schema,
    outcome: { likelihood: 2, consequence: 4, verdict: i === 0 ? 'change' : 'keep', reason: 'The three open laptops stay in the office.' },
  })),
  by: 'link',
  address: 'lukas.wendt@tessel.example',
  open: 1,
  due,
  ...over,
});

export const runOpened = (over: Partial<RunOpened> = {}): RunOpened => ({
  run,
  process,
  kind: 'runOpened',
  period: '2026-Q4',
  asked: 14,
  owners: [
    { name: 'Lukas Wendt', count: 4, due },
    { name: 'Jonas Albrecht', count: 3, due },
    { name: 'Rui Tavares', count: 3, due: '2026-10-16T17:00:00.000Z' },
    { name: 'Oliver Stark', count: 1, due },
  ],
  due: '2026-10-16T17:00:00.000Z',
  openedBy: 'Hanna Vogt',
  superseded: 2,
  ...over,
});

export const runClosed = (over: Partial<RunClosed> = {}): RunClosed => ({
  run,
  process,
  kind: 'runClosed',
  period: '2026-Q4',
  outcome: 'incomplete',
  closedAt: '2027-01-04T07:00:00.000Z',
  numbers: { asked: 14, onTime: 10, late: 2, escalated: 3, superseded: 2 },
  supersededBy: 'riskReview-2027-Q1',
  gates: [
    { gate: 'G1', passed: true, detail: 'Each risk has one active owner' },
    { gate: 'G15', passed: false, detail: 'Something stayed open past the last rung' },
  ],
  ...over,
});

export const runCancelled = (over: Partial<RunCancelled> = {}): RunCancelled => ({
  run,
  process,
  kind: 'runCancelled',
  period: '2026-Q4',
  closedAt: '2026-10-06T08:12:00.000Z',
  by: 'Hanna Vogt',
  tasks: fourRisks.slice(0, 3),
  ...over,
});

export const proposal = (over: Partial<Proposed> = {}): Proposed => ({
  run,
  process,
  kind: 'proposal',
  what: 'acceptance',
  at: '2026-10-06T08:12:00.000Z',
  references: ['RSK-014'],
  ...over,
});

export const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  kind: 'invitation',
  token,
  invitedBy: 'Hanna Vogt',
  expiresAt: '2026-10-15T06:00:00.000Z',
  ...over,
});

export const succession = (over: Partial<Succession> = {}): Succession => ({
  kind: 'succession',
  from: 'Jonas Albrecht',
  by: 'Hanna Vogt',
  at: '2026-10-01T06:00:00.000Z',
  references: ['RSK-003', 'RSK-001', 'RSK-002', 'RSK-017', 'CTL-12'],
  roles: ['riskOwner', 'controlOwner', 'everyone'],
  confirmations: 2,
  ...over,
});

/** To a line manager: who of theirs has not answered what everybody is asked. */
export const missing = (over: Partial<Missing> = {}): Missing => ({
  run: 'campaign-CMP-001',
  process: { title: campaign.title, clauses: campaign.clauses },
  kind: 'missing',
  reference: 'CMP-001',
  people: ['Lukas Wendt', 'Marta Nogueira'],
  due: '2026-10-13T16:00:00.000Z',
  nonconformity: false,
  mayRead: false,
  ...over,
});

/** A mail to Lukas Wendt (German reader: the same person) on 1 October 2026, eight in the morning in Freiburg. */
export const mailOf = (sections: Section[], over: Partial<MailData> = {}): MailData => ({
  language: 'en' as Language,
  organization: 'Tessel Instruments',
  to: { name: 'Lukas Wendt', first: 'Lukas' },
  zone: 'Europe/Berlin',
  now: '2026-10-01T06:00:00.000Z',
  baseUrl: 'https://isms.tessel.example',
  link,
  ismsManager: 'Hanna Vogt',
  calendar: true,
  sections,
  ...over,
});
