import { z } from 'zod';
import type { AcceptanceNews, Opened, Outcome } from '../../../activities/letters/types.ts';
import type { AcceptancePage, AcceptancesPage } from '../../../api/plain/views/acceptanceTypes.ts';
import type { MyGroup, TaskForm, TaskGroup } from '../../../api/plain/views/types.ts';
import type { FrozenFacts } from '../../../domain/records/reading.ts';
import { definition } from '../../../workflows/riskAcceptance/definition.ts';
import { steps } from './letters.ts';
import { frame } from './pages.ts';

const process = { title: definition.title, clauses: definition.clauses };
const due = '2026-10-27T16:00:00.000Z';
const labels = {
  likelihood: ['rare', 'unlikely', 'possible', 'likely', 'almost certain'],
  consequence: ['negligible', 'minor', 'moderate', 'major', 'severe'],
};
const schemaOf = (task: 'request' | 'approve') => z.toJSONSchema(definition.tasks[task].outcome) as Record<string, unknown>;

/** What is frozen for a decision of top management on a flood. */
export const flood: FrozenFacts = {
  description: 'Water from the street runs into the basement; both racks stand still for days, and what was not copied is lost.',
  ...{ band: 'veryHigh', likelihood: 3, consequence: 5, labels, criteriaVersion: 3 },
  ...{ frozenAt: '2026-10-19T14:04:00.000Z', owner: 'Marta Nogueira', authority: 'topManagement', months: 3, until: '2027-01-21' },
  controls: [
    {
      reference: 'CTL-41',
      name: 'Water alarm',
      kind: 'technological',
      status: 'implemented',
      effectiveness: 'effective',
      checkedOn: '2026-10-14',
    },
    { reference: 'CTL-42', name: 'Daily copy to Freiburg', kind: 'technological', status: 'implemented', effectiveness: 'effective' },
    { reference: 'CTL-43', name: 'Racks upstairs', kind: 'physical', status: 'implementing', effectiveness: 'untested' },
  ],
  request: {
    ...{ name: 'Marta Nogueira', at: '2026-10-20T09:12:00.000Z' },
    justification: 'Moving the two racks upstairs needs the new power line, which the utility connects in January.',
    measures: 'Daily copy to Freiburg since 12 October.',
  },
  before: { times: 0 },
  differences: [],
};

const benches: FrozenFacts = {
  ...flood,
  description: 'Benches cannot be updated any more; what gets onto them stays.',
  ...{ band: 'high', likelihood: 3, consequence: 4, months: 6, until: '2027-04-21', controls: flood.controls.slice(0, 1) },
  request: {
    ...{ name: 'Rui Tavares', at: '2026-10-20T15:40:00.000Z' },
    justification: 'The maker delivers the new controllers in March.',
    measures: 'Benches are off the network since August.',
  },
  before: { times: 2, until: '2026-10-20' },
  returned: { name: 'Martin Seidel', at: '2026-10-14T09:00:00.000Z', reason: 'Third time. Is there an offer by now?' },
  differences: [
    { kind: 'level', likelihood: 4, consequence: 4, band: 'veryHigh' },
    { kind: 'owner', name: 'Petra Lindner' },
    { kind: 'controls' },
    { kind: 'status', status: 'treating' },
    { kind: 'control', control: 'CTL-41 Water alarm', status: 'implemented', effectiveness: 'ineffective' },
    { kind: 'gone', control: 'CTL-40' },
  ],
};

export const formOf = (reference: string, title: string, frozen: FrozenFacts, over: Partial<TaskForm> = {}): TaskForm => {
  const task = `riskAcceptance-${reference}-v5/${over.asks ?? 'approve'}/${reference}/1`;
  return { ...{ task, name: task, reference, title, frozen, seen: '1', asks: 'approve', schema: schemaOf('approve'), labels }, ...over };
};

export const approvals: TaskForm[] = [
  formOf('RSK-023', 'Flood in the basement server room in Porto', flood),
  formOf('RSK-011', 'Test benches run an unsupported operating system', benches, {
    due: '2026-10-29T17:00:00.000Z',
    typed: { decision: 'approve', reason: 'Until the controllers are there.' },
    problems: { decision: 'The risk is not what was frozen any more, so it cannot be approved like this: return it.' },
  }),
  ...['RSK-014', 'RSK-009', 'RSK-006'].map((reference) =>
    formOf(reference, 'Firmware component without a maintainer', { ...benches, returned: undefined, differences: [] }),
  ),
];

export const approvalGroup = (tasks: TaskForm[], over: Partial<TaskGroup> = {}): TaskGroup => ({
  ...{ run: 'riskAcceptance-RSK-023-v5', process, definition: definition.tasks.approve, due, left: 4, level: 0, site: 'Freiburg' },
  ...(tasks.length > 1 && { runs: tasks.map(({ reference }) => `riskAcceptance-${reference}-v5`) }),
  ...{ steps: steps.slice(0, 4), tasks, ...over },
});

const { request: _asked, ...unasked } = flood;
/** What an owner is asked, whose request came back; what was written before is filled in. */
export const requestForm = formOf('RSK-023', 'Flood in the basement server room in Porto', unasked, {
  ...{ asks: 'request', schema: schemaOf('request') },
  typed: { justification: 'The power line comes in January.', measures: 'Daily copy to Freiburg.' },
  returned: { by: 'Martin Seidel', at: '2026-10-21T09:00:00.000Z', reason: 'What does an earlier line cost?' },
});
export const ownForm = formOf(
  'RSK-007',
  'Keys of the office',
  { ...unasked, ...{ band: 'medium', likelihood: 3, consequence: 3, authority: 'riskOwner', months: 12, until: '2027-10-21' } },
  { asks: 'request', schema: schemaOf('request') },
);

export const approvalCard: MyGroup = {
  ...{ run: 'riskAcceptance-RSK-023-v5', process, definition: definition.tasks.approve, href: '/decisions/riskAcceptance/approve' },
  ...{ references: ['RSK-006', 'RSK-009', 'RSK-011', 'RSK-014', 'RSK-023'], count: 5, due, left: 4, level: 0 },
};

const signedIn = { ...frame, person: { name: 'Marta Nogueira' }, now: '2026-10-21T08:00:00.000Z', csrf: 'csrf-value', seesRuns: true };

export const acceptancesList: AcceptancesPage = {
  ...{ ...signedIn, inForce: 1, next: '?cursor=x' },
  rows: (['accepted', 'asked', 'refused', 'ended', 'revoked'] as const).map((state, n) => ({
    ...{ href: `/acceptances/RSK-02${n}-v5`, reference: `RSK-02${n}`, title: 'Flood in the basement server room', band: 'veryHigh', state },
    ...{ askedAt: '2026-10-19T14:04:00.000Z', ...(state === 'accepted' && { until: '2027-01-21' }) },
    ...((state === 'ended' || state === 'revoked') && { endedAt: '2026-10-20T14:04:00.000Z' }),
  })),
};

const { months: _months, until: _until, ...decidedOn } = flood;
export const accepted: AcceptancePage = {
  ...{ ...signedIn, reference: 'RSK-023', title: 'Flood in the basement server room in Porto', state: 'accepted', until: '2027-01-21' },
  ...{ run: 'riskAcceptance-RSK-023-v5', facts: decidedOn },
  decided: { name: 'Martin Seidel', at: '2026-10-21T07:00:00.000Z', reason: 'Until the line is there.' },
  form: { action: '/acceptances/RSK-023-v5/revocation', key: 'page-key', version: 4 },
};

/* Letters about the same. */
const lines = approvals.map(({ task, reference }, n) => ({
  ...{ task, reference, frozen: { at: '2026-10-20T09:12:00.000Z', by: n === 0 ? 'Marta Nogueira' : 'Rui Tavares' } },
}));
const asked = { run: 'riskAcceptance-RSK-023-v5', process, due, left: 4, answer: 'login' as const, steps: steps.slice(0, 4) };
export const approveAsked = (over: Partial<Opened> = {}): Opened => ({
  ...{ ...asked, definition: definition.tasks.approve, tasks: lines, page: '/decisions/riskAcceptance/approve' },
  ...{ runs: lines.map(({ reference }) => `riskAcceptance-${reference}-v5`), kind: 'opened', ...over },
});
export const requestAsked = (over: Partial<Opened> = {}): Opened => ({
  ...{ ...asked, definition: definition.tasks.request, page: '/decisions/riskAcceptance/request' },
  ...{ tasks: [{ task: 't', reference: 'RSK-023', frozen: { at: '2026-10-19T14:04:00.000Z' } }], kind: 'opened', ...over },
});
export const requestRecorded: Outcome = {
  ...{ run: asked.run, process, definition: definition.tasks.request, kind: 'outcome', by: 'login', open: 0, due, toApprove: true },
  tasks: [
    { task: 't', reference: 'RSK-023', at: '2026-10-20T09:12:00.000Z', outcome: { decision: 'retain' }, schema: schemaOf('request') },
  ],
};
export const acceptanceNews = (over: Partial<AcceptanceNews> = {}): AcceptanceNews => ({
  ...{ run: asked.run, process, kind: 'acceptance', at: '2026-10-21T07:00:00.000Z', said: 'accepted', until: '2027-01-21' },
  ...{ references: ['RSK-023'], mine: true, page: '/acceptances/RSK-023-v5', ...over },
});
