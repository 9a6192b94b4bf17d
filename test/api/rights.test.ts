import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../api/callers.ts';
import { endpoints } from '../../api/endpoints/index.ts';
import { systemNow } from '../../domain/clock.ts';
import { defaultSettings } from '../../domain/defaults.ts';
import { engine } from '../../domain/records/common.ts';
import { changeRecord } from '../../models/registers.ts';
import { txt } from '../support/samples/files.ts';
import { type Answer, addPerson, ids, type Product, startApi } from './http.ts';

/** Who asks. `owner` owns what is asked for, `other` owns nothing, both hold no role that sees more. */
const askers = ['nobody', 'other', 'owner', 'auditor', 'top', 'manager'] as const;
type Asker = (typeof askers)[number];
/** `ok`: let in, whatever comes of it then. */
type Verdict = 'ok' | 401 | 403 | 404;
type Row = { path?: Record<string, string>; query?: string; body?: unknown; expect: Record<Asker, Verdict> };

const row = (nobody: Verdict, other: Verdict, owner: Verdict, auditor: Verdict, top: Verdict, manager: Verdict) => ({
  ...{ nobody, other, owner, auditor, top, manager },
});
const everyone = row('ok', 'ok', 'ok', 'ok', 'ok', 'ok');
const signedIn = row(401, 'ok', 'ok', 'ok', 'ok', 'ok');
const managerOnly = row(401, 403, 403, 403, 403, 'ok');
const audit = row(401, 403, 403, 'ok', 403, 'ok');
const overseers = row(401, 403, 403, 'ok', 'ok', 'ok');
const ownerAndOverseers = row(401, 404, 'ok', 'ok', 'ok', 'ok');
/** Overseers see it and may not write it. */
const ownerAndManager = row(401, 404, 'ok', 403, 403, 'ok');

/** Who owns it sees it; only the ISMS manager changes it. */
const ownerIsToldNo = row(401, 404, 403, 403, 403, 'ok');

/** The person who is asked, and nobody above them. */
const asked = row(401, 404, 'ok', 403, 403, 403);
/** There is no answer to confirm, and nobody to confirm it. */
const nobodyYet = row(401, 404, 403, 403, 403, 403);

const at = systemNow();
const run = 'riskReview-2026-Q3';
const task = `${run}/reassess/RSK-1/1`;
const outcome = { likelihood: 1, consequence: 1, verdict: 'change', reason: 'It is less likely now.' };
const { id: _id, updatedAt: _at, ...settings } = defaultSettings({ at, organization: 'Tessel', zone: 'Europe/Berlin' });

const requirement = {
  id: 'REQ-001',
  party: 'PTY-001',
  name: 'Report within a day',
  source: 'law',
  addressed: false,
  controls: [] as string[],
  reason: 'Not yet.',
  status: 'active',
} as const;

/** Every route, with what each of them gets. A route that is missing here fails the test. */
const table: Record<string, Row> = {
  'get /healthz': { expect: everyone },
  'get /readyz': { expect: everyone },
  'get /metrics': { expect: everyone },
  'get /api/v1/health': { expect: managerOnly },
  'post /api/v1/session': { body: { email: 'marta@tessel.example', password: 'no' }, expect: row(401, 401, 401, 401, 401, 401) },
  'get /api/v1/session': { expect: signedIn },
  'delete /api/v1/session': { expect: everyone },
  'get /api/v1/today': { expect: signedIn },
  'get /api/v1/people/names': { expect: signedIn },
  'get /api/v1/processes': { expect: signedIn },
  'get /api/v1/processes/map': { expect: signedIn },
  'get /api/v1/responsibilities': { expect: signedIn },
  'get /api/v1/dashboard': { expect: overseers },
  'get /api/v1/openNow': { expect: overseers },
  'get /api/v1/yearCalendar': { expect: overseers },
  'get /api/v1/search': { query: '?q=risk', expect: signedIn },
  'get /api/v1/processes/{key}': { path: { key: 'riskReview' }, expect: signedIn },
  'post /api/v1/processes/{key}/runs': { path: { key: 'riskReview' }, body: { subject: { period: 'never' } }, expect: managerOnly },
  'post /api/v1/processes/{key}/preview': { path: { key: 'riskReview' }, body: { subject: { period: 'never' } }, expect: managerOnly },
  'post /api/v1/simulation': { body: { year: 1900 }, expect: managerOnly },
  'get /api/v1/runs': { expect: signedIn },
  'get /api/v1/runs/{id}': { path: { id: run }, expect: ownerAndOverseers },
  'get /api/v1/runs/{id}/timeLine': { path: { id: run }, expect: ownerAndOverseers },
  'post /api/v1/runs/{id}/cancellation': { path: { id: run }, body: { reason: 'It was opened by mistake.' }, expect: managerOnly },
  'get /api/v1/schedules': { expect: signedIn },
  'get /api/v1/schedules/{process}': { path: { process: 'riskReview' }, expect: signedIn },
  'put /api/v1/schedules/{process}': {
    path: { process: 'riskReview' },
    body: { cadence: { every: 'quarter', openOn: { workingDay: 1 } }, version: 99 },
    expect: managerOnly,
  },
  'post /api/v1/schedules/{process}/trigger': { path: { process: 'riskReview' }, expect: managerOnly },
  'post /api/v1/schedules/{process}/pause': {
    path: { process: 'riskReview' },
    body: { note: 'We move.', version: 99 },
    expect: managerOnly,
  },
  'post /api/v1/schedules/{process}/resumption': { path: { process: 'riskReview' }, body: { version: 99 }, expect: managerOnly },
  'post /api/v1/schedules/{process}/backfill': {
    path: { process: 'riskReview' },
    body: { from: '2099-01-01', to: '2099-01-02' },
    expect: managerOnly,
  },
  'post /api/v1/schedules/{process}/waiver': {
    path: { process: 'riskReview' },
    body: { period: '2026-Q4', reason: 'Nobody was here.', version: 99 },
    expect: managerOnly,
  },
  'get /api/v1/tasks': { expect: signedIn },
  'get /api/v1/closedTasks': { expect: signedIn },
  'get /api/v1/yearAhead': { expect: signedIn },
  'get /api/v1/tasks/numbers': { expect: signedIn },
  'get /api/v1/tasks/{id}': { path: { id: task }, expect: ownerAndOverseers },
  'get /api/v1/tasks/{id}/reading': { path: { id: task }, expect: ownerAndOverseers },
  'get /api/v1/forms': { expect: signedIn },
  'get /api/v1/people/named': { expect: signedIn },
  'get /api/v1/processes/{key}/tasks/{task}': { path: { key: 'riskReview', task: 'reassess' }, expect: signedIn },
  'post /api/v1/tasks/{id}/completion': { path: { id: task }, body: { outcome }, expect: row(401, 404, 'ok', 403, 403, 403) },
  'post /api/v1/tasks/{id}/claim': { path: { id: task }, body: {}, expect: asked },
  'post /api/v1/tasks/{id}/confirmation': { path: { id: task }, body: {}, expect: nobodyYet },
  'post /api/v1/tasks/{id}/return': { path: { id: task }, body: { reason: 'Which controls?' }, expect: nobodyYet },
  'post /api/v1/tasks/{id}/delegation': { path: { id: task }, body: { to: ids.marta, reason: 'She knows it.' }, expect: asked },
  'post /api/v1/tasks/{id}/handOverRequest': { path: { id: task }, body: { reason: 'She knows it.' }, expect: asked },
  'post /api/v1/tasks/{id}/extension': { path: { id: task }, body: { until: '2099-01-02', reason: 'I wait for it.' }, expect: asked },
  'post /api/v1/tasks/{id}/extensionDecision': {
    path: { id: task },
    body: { granted: true, reason: 'Fine.' },
    expect: row(401, 404, 403, 403, 'ok', 'ok'),
  },
  'post /api/v1/tasks/{id}/waiver': {
    path: { id: task },
    body: { reason: 'Not needed.', until: '2099-01-02' },
    expect: row(401, 404, 403, 403, 403, 'ok'),
  },
  'post /api/v1/tasks/{id}/comment': { path: { id: task }, body: { text: 'A comment.' }, expect: row(401, 404, 'ok', 'ok', 403, 'ok') },
  // Let in as far as the form, which is none.
  'post /api/v1/tasks/{id}/evidence': { path: { id: task }, body: {}, expect: row(401, 404, 'ok', 403, 403, 'ok') },
  'get /api/v1/tasks/{id}/evidence/{sha256}': { path: { id: task, sha256: sha256(txt) }, expect: ownerAndOverseers },
  'post /api/v1/tasks/{id}/reassignment': {
    path: { id: task },
    body: { to: ids.marta, reason: 'On leave.' },
    expect: row(401, 404, 403, 403, 403, 'ok'),
  },
  'post /api/v1/tasks/{id}/cancellation': {
    path: { id: task },
    body: { reason: 'Not needed.' },
    expect: row(401, 404, 403, 403, 403, 'ok'),
  },
  'get /api/v1/registers/people': { expect: signedIn },
  'get /api/v1/registers/people/{id}': { path: { id: ids.lukas }, expect: ownerAndOverseers },
  'post /api/v1/registers/people': { body: { name: 'N', email: 'not an address' }, expect: managerOnly },
  'patch /api/v1/registers/people/{id}': { path: { id: ids.lukas }, body: { version: 99, language: 'de' }, expect: ownerAndManager },
  'get /api/v1/registers/risks': { expect: signedIn },
  'get /api/v1/registers/risks/{id}': { path: { id: 'RSK-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/risks': { body: { id: 'RSK-1', name: 'A risk', owner: ids.lukas }, expect: managerOnly },
  'patch /api/v1/registers/risks/{id}': { path: { id: 'RSK-1' }, body: { version: 99, description: 'New.' }, expect: ownerAndManager },
  'get /api/v1/registers/controls': { expect: signedIn },
  'get /api/v1/registers/controls/{id}': { path: { id: 'CTL-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/controls': { body: { id: 'CTL-1', name: 'A control', kind: 'people' }, expect: managerOnly },
  'patch /api/v1/registers/controls/{id}': { path: { id: 'CTL-1' }, body: { version: 99, description: 'New.' }, expect: ownerAndManager },
  'get /api/v1/registers/assessments': { expect: signedIn },
  'get /api/v1/registers/assessments/{id}': { path: { id: 'RSK-1-a' }, expect: ownerAndOverseers },
  'get /api/v1/registers/acceptances': { expect: signedIn },
  'get /api/v1/registers/acceptances/{id}': { path: { id: 'RSK-1-v1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/acceptances/{id}/reading': { path: { id: 'RSK-1-v1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/acceptances/{id}/revocation': {
    path: { id: 'RSK-1-v1' },
    body: { reason: 'It is not so any more.', version: 1 },
    // All of them are programs with a token here: a decision like this takes somebody who has signed in.
    expect: row(401, 404, 403, 403, 403, 403),
  },
  'get /api/v1/registers/nonconformities': { expect: signedIn },
  'get /api/v1/registers/nonconformities/{id}': { path: { id: 'NC-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/nonconformities': { body: { title: 'The door was open', kind: 'observation' }, expect: signedIn },
  'get /api/v1/nonconformities': { expect: signedIn },
  'get /api/v1/nonconformities/loop': { expect: signedIn },
  'get /api/v1/nonconformities/{id}': { path: { id: 'NC-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/issues': { expect: signedIn },
  'get /api/v1/registers/issues/{id}': { path: { id: 'ISS-001' }, expect: signedIn },
  'post /api/v1/registers/issues': {
    body: { id: 'ISS-001', kind: 'internal', name: 'Two sites', effect: '', relevant: true, status: 'active' },
    expect: managerOnly,
  },
  'patch /api/v1/registers/issues/{id}': { path: { id: 'ISS-001' }, body: { version: 99, relevant: false }, expect: managerOnly },
  'get /api/v1/registers/interestedParties': { expect: signedIn },
  'get /api/v1/registers/interestedParties/{id}': { path: { id: 'PTY-001' }, expect: signedIn },
  'post /api/v1/registers/interestedParties': {
    body: { id: 'PTY-001', name: 'BSI', kind: 'authority', expects: '', status: 'active' },
    expect: managerOnly,
  },
  'patch /api/v1/registers/interestedParties/{id}': {
    path: { id: 'PTY-001' },
    body: { version: 99, name: 'The BSI' },
    expect: managerOnly,
  },
  'get /api/v1/registers/requirements': { expect: signedIn },
  'get /api/v1/registers/requirements/{id}': { path: { id: 'REQ-001' }, expect: signedIn },
  'post /api/v1/registers/requirements': { body: requirement, expect: managerOnly },
  'patch /api/v1/registers/requirements/{id}': {
    path: { id: 'REQ-001' },
    body: { version: 99, name: 'Report at once' },
    expect: managerOnly,
  },
  'get /api/v1/registers/objectives': { expect: signedIn },
  'get /api/v1/registers/objectives/{id}': { path: { id: 'OBJ-001' }, expect: signedIn },
  'get /api/v1/registers/measures': { expect: signedIn },
  'get /api/v1/registers/measures/{id}': { path: { id: 'MSR-001' }, expect: ownerAndOverseers },
  'get /api/v1/registers/measurements': { expect: signedIn },
  'get /api/v1/registers/measurements/{id}': { path: { id: 'MSR-001-2026-Q3' }, expect: ownerAndOverseers },
  'get /api/v1/registers/scopes': { expect: signedIn },
  'get /api/v1/registers/scopes/{id}': { path: { id: 'SCP-001' }, expect: signedIn },
  'get /api/v1/registers/controlChecks': { expect: signedIn },
  'get /api/v1/registers/controlChecks/{id}': { path: { id: 'CHK-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/rollouts': { expect: signedIn },
  'get /api/v1/registers/rollouts/{id}': { path: { id: 'ROL-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/rollouts': { body: { id: 'ROL-1', control: 'CTL-1', title: 'To all' }, expect: managerOnly },
  'patch /api/v1/registers/rollouts/{id}': { path: { id: 'ROL-1' }, body: { version: 99, title: 'To all' }, expect: ownerIsToldNo },
  'get /api/v1/registers/rollouts/{id}/progress': { path: { id: 'ROL-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/rollouts/{id}/progress': {
    path: { id: 'ROL-1' },
    body: { items: [{ item: 'LAP-1', state: 'done' }] },
    expect: ownerAndManager,
  },
  'post /api/v1/registers/rollouts/{id}/items': {
    path: { id: 'ROL-1' },
    body: Buffer.from('item,state\nLAP-1,done\n'),
    expect: ownerAndManager,
  },
  'get /api/v1/registers/rolloutItems': { expect: signedIn },
  'get /api/v1/registers/rolloutItems/{id}': { path: { id: 'ROL-1.LAP-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/treatmentPlans': { expect: signedIn },
  'get /api/v1/registers/treatmentPlans/{id}': { path: { id: 'TP-001' }, expect: ownerAndOverseers },
  'get /api/v1/registers/proposals': { expect: signedIn },
  'get /api/v1/registers/proposals/{id}': { path: { id: 'PRP-1' }, expect: ownerAndOverseers },
  'get /api/v1/risks/map': { expect: signedIn },
  'get /api/v1/risks/{id}/levels': { path: { id: 'RSK-1' }, expect: ownerAndOverseers },
  'get /api/v1/risks/{id}/ties': { path: { id: 'RSK-1' }, expect: ownerAndOverseers },
  'get /api/v1/controls/summary': { expect: signedIn },
  'get /api/v1/registers/riskCriteria': { expect: signedIn },
  'get /api/v1/registers/riskCriteria/{id}': { path: { id: 'criteria-1' }, expect: signedIn },
  'post /api/v1/registers/riskCriteria': { body: { preset: 4 }, expect: managerOnly },
  'post /api/v1/registers/{name}/import': { path: { name: 'risks' }, body: Buffer.from('reference\n'), expect: managerOnly },
  'get /api/v1/registers/{name}/export': { path: { name: 'risks' }, expect: signedIn },
  'get /api/v1/imports/{id}': { path: { id: 'import-1' }, expect: managerOnly },
  'get /api/v1/people/{id}': { path: { id: ids.lukas }, expect: ownerAndOverseers },
  'get /api/v1/colleagues': { expect: signedIn },
  'post /api/v1/people/{id}/invitation': { path: { id: ids.lukas }, expect: managerOnly },
  'post /api/v1/people/{id}/departure': { path: { id: ids.lukas }, body: { preview: true }, expect: managerOnly },
  'get /api/v1/people/{id}/departure': { path: { id: ids.lukas }, expect: managerOnly },
  'get /api/v1/mail': { expect: row(401, 403, 403, 'ok', 'ok', 'ok') },
  'post /api/v1/mail/pause': { body: { reason: 'A trial of the import.' }, expect: managerOnly },
  'post /api/v1/mail/resumption': { expect: managerOnly },
  'get /api/v1/mails': { expect: signedIn },
  'get /api/v1/mails/{id}': { path: { id: 'mail-1' }, expect: ownerAndOverseers },
  'get /api/v1/calendarFeed': { expect: row(401, 404, 404, 404, 404, 404) },
  'post /api/v1/calendarFeed': { expect: signedIn },
  'delete /api/v1/calendarFeed': { expect: signedIn },
  'get /api/v1/settings': { expect: signedIn },
  'put /api/v1/settings': { body: { ...settings, version: 99 }, expect: managerOnly },
  'get /api/v1/trail': { expect: audit },
  'get /api/v1/trail/verification': { expect: audit },
  'get /api/v1/registers/policies': { expect: signedIn },
  'get /api/v1/registers/policies/{id}': { path: { id: 'POL-1' }, expect: signedIn },
  'get /api/v1/registers/cycles': { expect: signedIn },
  'get /api/v1/registers/cycles/{id}': { path: { id: 'CYC-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/plannedRuns': { expect: signedIn },
  'get /api/v1/registers/plannedRuns/{id}': { path: { id: 'PLN-1' }, expect: row(401, 404, 404, 'ok', 'ok', 'ok') },
  'get /api/v1/cycles/{id}/progress': { path: { id: 'CYC-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/auditProgrammes': { expect: signedIn },
  'get /api/v1/registers/auditProgrammes/{id}': { path: { id: 'AUP-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/audits': { expect: signedIn },
  'get /api/v1/registers/audits/{id}': { path: { id: 'AUD-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/auditFindings': { expect: signedIn },
  'get /api/v1/registers/auditFindings/{id}': { path: { id: 'FND-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/improvements': { expect: signedIn },
  'get /api/v1/registers/improvements/{id}': { path: { id: 'IMP-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/managementReviews': { expect: signedIn },
  'get /api/v1/registers/managementReviews/{id}': { path: { id: 'MR-1' }, expect: ownerAndOverseers },
  'get /api/v1/managementReviews/{id}/pack': { path: { id: 'MR-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/reviewInputs': { expect: signedIn },
  'get /api/v1/registers/reviewInputs/{id}': { path: { id: 'RIN-1' }, expect: ownerAndOverseers },
  'get /api/v1/registers/reviewDecisions': { expect: signedIn },
  'get /api/v1/registers/reviewDecisions/{id}': { path: { id: 'RD-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/audits': {
    body: { id: 'AUD-1', title: 'An audit', reason: 'Ordered.', from: '2099-01-01' },
    expect: managerOnly,
  },
  'patch /api/v1/registers/audits/{id}': {
    path: { id: 'AUD-1' },
    body: { version: 99, title: 'Another title' },
    expect: row(401, 404, 403, 403, 403, 'ok'),
  },
  'get /api/v1/soa': { expect: overseers },
  'put /api/v1/soa/decisions/{control}': {
    path: { control: '8.25' },
    body: { applicable: false, justification: 'We develop nothing.', version: 99 },
    expect: managerOnly,
  },
  'get /api/v1/soa/versions': { expect: overseers },
  'get /api/v1/soa/versions/{id}': { path: { id: 'SOA-1' }, expect: row(401, 404, 404, 'ok', 'ok', 'ok') },
  'post /api/v1/soa/versions': { body: { note: 'The first one.' }, expect: managerOnly },
  'get /api/v1/soa/export': { expect: overseers },
  'get /api/v1/registers/soaDecisions': { expect: signedIn },
  'get /api/v1/registers/soaDecisions/{id}': { path: { id: '8.24' }, expect: row(401, 404, 404, 'ok', 'ok', 'ok') },
  'get /api/v1/registers/changes': { expect: signedIn },
  'get /api/v1/registers/changes/{id}': { path: { id: 'CHG-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/changes': {
    body: { id: 'CHG-1', title: 'A change', reason: 'It is needed.', purpose: 'Less work.', requestedBy: ids.lukas },
    expect: managerOnly,
  },
  'patch /api/v1/registers/changes/{id}': { path: { id: 'CHG-1' }, body: { version: 99, title: 'Another title' }, expect: ownerIsToldNo },
  'get /api/v1/registers/campaigns': { expect: signedIn },
  'get /api/v1/registers/campaigns/{id}': { path: { id: 'CMP-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/campaigns': {
    body: { id: 'CMP-1', title: 'To sign', kind: 'statement', text: 'Read it.', audience: { roles: ['everyone'] } },
    expect: managerOnly,
  },
  'patch /api/v1/registers/campaigns/{id}': { path: { id: 'CMP-1' }, body: { version: 99, title: 'To sign' }, expect: ownerIsToldNo },
  'get /api/v1/campaigns/{id}': { path: { id: 'CMP-1' }, expect: ownerAndOverseers },
  // Whoever is not asked has nothing to answer, whatever they may read.
  'post /api/v1/campaigns/{id}/answers': {
    path: { id: 'CMP-1' },
    body: { outcome: { statement: 'accepted' } },
    expect: row(401, 404, 'ok', 404, 404, 404),
  },
  'get /api/v1/registers/documents': { expect: signedIn },
  'get /api/v1/registers/documents/{id}': { path: { id: 'DOC-1' }, expect: ownerAndOverseers },
  'post /api/v1/registers/documents': {
    body: { id: 'DOC-1', title: 'A rule', kind: 'procedure', owner: ids.lukas, language: 'en' },
    expect: managerOnly,
  },
  'patch /api/v1/registers/documents/{id}': { path: { id: 'DOC-1' }, body: { version: 99, keptAt: 'The wiki' }, expect: ownerAndManager },
  'get /api/v1/registers/documentVersions': { expect: signedIn },
  'get /api/v1/registers/documentVersions/{id}': { path: { id: 'DOC-1-v1' }, expect: ownerAndOverseers },
  'get /api/v1/documents': { expect: signedIn },
  'get /api/v1/documents/checklist': { expect: overseers },
  'post /api/v1/registers/improvements': { body: { id: 'IMP-1', title: 'An idea', owner: ids.lukas }, expect: managerOnly },
  'patch /api/v1/registers/improvements/{id}': { path: { id: 'IMP-1' }, body: { version: 99, note: 'Later.' }, expect: ownerAndManager },
};

let product: Product;
beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  for (const [id, role] of [
    ['per-other00000', 'riskOwner'],
    ['per-auditor000', 'auditor'],
    ['per-top0000000', 'topManagement'],
  ])
    await addPerson(store, id ?? '', role ?? '');
  const change = { at, actor: engine, event: 'created' };
  const risk = {
    name: 'A risk',
    description: '',
    owner: ids.lukas,
    assets: [],
    threat: '',
    vulnerability: '',
    properties: [],
    treatment: [],
    controls: [],
    status: 'active' as const,
  };
  await changeRecord(store, { ...change, register: 'risks', id: 'RSK-1', set: risk });
  const control = {
    name: 'A control',
    kind: 'people' as const,
    description: '',
    owner: ids.lukas,
    status: 'planned' as const,
    effectiveness: 'untested' as const,
    annexA: [],
  };
  await changeRecord(store, { ...change, register: 'controls', id: 'CTL-1', set: control });
  await changeRecord(store, { ...change, register: 'rollouts', id: 'ROL-1', set: { control: 'CTL-1', title: 'To all' } });
  await changeRecord(store, {
    ...{ ...change, register: 'rolloutItems', id: 'ROL-1.LAP-1' },
    set: { rollout: 'ROL-1', control: 'CTL-1', item: 'LAP-1', state: 'done', doneOn: at.slice(0, 10) },
  });
  await store.controlChecks.insert({
    ...{ id: 'CHK-1', control: 'CTL-1', controlVersion: 1, name: 'A control', owner: ids.lukas, at, by: engine, run, task },
    ...{ design: 'effective', operation: 'effective', result: 'effective', before: 'untested', sample: 'One.', validUntil: '2099-12-31' },
  });
  const context = { ...change, event: 'created' };
  const issue = { kind: 'internal', name: 'Two sites', effect: '', relevant: true, status: 'active' } as const;
  await changeRecord(store, { ...context, register: 'issues', id: 'ISS-001', set: issue });
  const party = { name: 'BSI', kind: 'authority', expects: '', status: 'active' } as const;
  await changeRecord(store, { ...context, register: 'interestedParties', id: 'PTY-001', set: party });
  const { id: requirementId, ...required } = requirement;
  await changeRecord(store, { ...context, register: 'requirements', id: requirementId, set: required });
  await changeRecord(store, { ...context, register: 'scopes', id: 'SCP-001', set: { text: 'Both sites.', status: 'approved' } });
  const objective = { name: 'O', work: 'W', resources: 'R', responsible: ids.lukas, due: '2027-06-30', judgedBy: 'J' } as const;
  await changeRecord(store, { ...context, register: 'objectives', id: 'OBJ-001', set: { ...objective, status: 'active' } });
  const measure = {
    name: 'M',
    method: 'M',
    unit: '%',
    source: 'asked',
    every: 'quarter',
    measurer: ids.lukas,
    analyst: ids.hanna,
  } as const;
  await changeRecord(store, {
    ...{ ...context, register: 'measures', id: 'MSR-001' },
    set: { ...measure, target: 90, direction: 'atLeast', status: 'active' },
  });
  const collected = { measure: 'MSR-001', period: '2026-Q3', value: 91, target: 90, onTarget: true, run } as const;
  await changeRecord(store, {
    ...{ ...context, register: 'measurements', id: 'MSR-001-2026-Q3' },
    set: { ...collected, collectedBy: { person: ids.lukas, via: 'link' }, collectedAt: at },
  });
  const plan = { run, risk: 'RSK-1', because: 'Audit', round: 1, status: 'draft' } as const;
  await changeRecord(store, {
    ...{ ...context, register: 'treatmentPlans', id: 'TP-001' },
    set: { ...plan, options: [], added: [], items: [], plannedBy: [], decisions: [] },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'proposals', id: 'PRP-1' },
    set: { process: 'riskTreatment', about: 'RSK-1', run, reason: 'It was refused.', to: ids.lukas, proposedAt: at, status: 'open' },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'soaDecisions', id: '8.24' },
    set: { applicable: false, justification: 'Nothing is encrypted by us.' },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'soaVersions', id: 'SOA-1' },
    set: { publishedAt: at, publishedBy: engine, note: 'The first one.', content: '[]', digest: 'x' },
  });
  const source = { kind: 'missedTask' as const, run, task };
  await changeRecord(store, {
    ...change,
    register: 'nonconformities',
    id: 'NC-1',
    set: { title: 'Missed', source, owner: ids.lukas, proposedAt: at, status: 'candidate' },
  });
  const scope = { clauses: [], annexA: [], sites: [], areas: [] };
  const window = { opensOn: '2026-10-01', closesBy: '2026-10-22' };
  await changeRecord(store, {
    ...{ ...change, register: 'auditProgrammes', id: 'AUP-1' },
    set: { period: '2026', owner: ids.lukas, planned: [], status: 'draft' },
  });
  await changeRecord(store, { ...{ ...change, register: 'policies', id: 'POL-1' }, set: { text: 'We keep it safe.', status: 'approved' } });
  await changeRecord(store, {
    ...{ ...change, register: 'cycles', id: 'CYC-1' },
    set: { period: '2026', owner: ids.lukas, added: [], status: 'draft' },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'plannedRuns', id: 'PLN-1' },
    set: { cycle: 'CYC-1', process: 'riskReview', key: '2026-Q4', subject: {}, ...window, ifNeeded: false, status: 'planned' },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'audits', id: 'AUD-1' },
    set: { title: 'An audit', reason: 'Due.', ...scope, methods: [], from: '2026-12-01', lead: ids.lukas, auditors: [], status: 'planned' },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'auditFindings', id: 'FND-1' },
    set: { audit: 'AUD-1', criterion: 'A rule', evidence: 'Seen.', grade: 'minor', owner: ids.lukas, status: 'open', nonconformities: [] },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'improvements', id: 'IMP-1' },
    set: { title: 'An idea', description: '', source: 'person', owner: ids.lukas, status: 'open', notedAt: at },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'managementReviews', id: 'MR-1' },
    set: {
      ...{ period: '2026', since: '2025-10-01', owner: ids.lukas, participants: [], contributors: [], attended: [], decisions: [] },
      ...{ status: 'packIssued', pack: 'MR-1/pack' },
    },
  });
  await store.briefs.insert({
    ...{ id: 'MR-1/pack', run: 'managementReview-2026', frozenAt: at, title: '2026', facts: [], tables: [], digest: '0'.repeat(64) },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'reviewInputs', id: 'RIN-1' },
    set: { review: 'MR-1', line: 'a', title: 'a) Earlier decisions', owner: ids.lukas },
  });
  const campaignRun = 'campaign-CMP-1';
  await changeRecord(store, {
    ...{ ...change, register: 'campaigns', id: 'CMP-1' },
    set: {
      ...{
        title: 'To sign',
        kind: 'statement',
        text: 'Read it.',
        audience: { roles: ['everyone'], sites: [], people: [] },
        workingDays: 10,
      },
      ...{ status: 'running', run: campaignRun, due: '2099-01-02' },
    },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'reviewDecisions', id: 'RD-1' },
    set: { review: 'MR-1', kind: 'other', text: 'Do it.', owner: ids.lukas, due: '2026-12-01', starts: 'action', status: 'decided' },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'changes', id: 'CHG-1' },
    set: {
      ...{ title: 'A change', reason: 'It is needed.', purpose: 'Less work.', source: { kind: 'person' }, requestedBy: ids.marta },
      ...{ responsible: ids.lukas, status: 'requested' },
    },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'documents', id: 'DOC-1' },
    set: {
      ...{ title: 'A rule', kind: 'procedure', owner: ids.lukas, reviewers: [], language: 'en', classification: 'internal' },
      ...{ references: [], reviewEvery: 12, status: 'draft' },
    },
  });
  await changeRecord(store, {
    ...{ ...change, register: 'documentVersions', id: 'DOC-1-v1' },
    set: { document: 'DOC-1', number: 1, because: 'It is needed.', authors: [], status: 'draft' },
  });
  const judged = { likelihood: 3, consequence: 3, band: 'medium' as const, aboveAcceptance: true };
  await store.assessments.insert({ id: 'RSK-1-a', risk: 'RSK-1', kind: 'initial', at, by: engine, criteria: 'criteria-1', ...judged });
  await changeRecord(store, {
    ...{ ...change, register: 'acceptances', id: 'RSK-1-v1' },
    set: {
      ...{ run: 'riskAcceptance-RSK-1-v1', risk: 'RSK-1', owner: ids.lukas, authority: 'riskOwner', state: 'ended', askedAt: at },
      snapshot: {
        ...{ risk: 'RSK-1', riskVersion: 1, name: 'A risk', description: '', owner: ids.lukas, levels: { likelihood: 3, consequence: 3 } },
        ...{ band: 'medium', status: 'active', linked: [], controls: [], criteria: 'criteria-1', assessment: 'RSK-1-a' },
        frozenAt: at,
      },
    },
  });
  await store.imports.insert({ id: 'import-1', register: 'risks', rows: 1, applied: 1, state: 'applied', by: engine, at });
  const left = { person: ids.lukas, roles: 'drop', reason: 'Gone.', by: { person: ids.hanna, via: 'login' }, state: 'moved' } as const;
  await store.departures.insert({ ...left, id: 'departure-1', at });
  await changeRecord(store, {
    ...{ ...change, register: 'schedules', id: 'riskReview' },
    set: {
      process: 'riskReview',
      cadence: { every: 'quarter', openOn: { workingDay: 1 } },
      since: at.slice(0, 10),
      paused: false,
      waived: [],
    },
  });
  const sent = {
    messageId: '<mail-1@tessel.example>',
    subject: 'S',
    letters: [],
    state: 'accepted' as const,
    attempts: 1,
    maybeDuplicate: false,
  };
  await store.mails.insert({ id: 'mail-1', person: ids.lukas, to: 'lukas@tessel.example', at, ...sent });
  const opened = { process: 'riskReview', openedAt: at, definition: 'riskReview@1' };
  await store.runs.insert({
    ...opened,
    id: run,
    key: '2026-Q3',
    attempt: 1,
    subject: {},
    status: 'open',
    seq: 0,
    openedBy: engine,
    waitingFor: [],
    settingsVersion: 1,
    gates: [],
  });
  const asked = {
    answer: 'link' as const,
    state: 'open' as const,
    seq: 1,
    version: 1,
    assignee: ids.lukas,
    assignment: 1,
    accountable: 'per-other00009',
    level: 0,
    undeliverable: false,
  };
  const signing = { run: 'campaign-CMP-1', process: 'campaign', task: 'sign', about: 'CMP-1', definition: 'campaign@1', inPerson: true };
  await store.tasks.insert({
    ...{ ...opened, ...asked, ...signing, id: `${signing.run}/sign/${ids.lukas}/1`, attempt: 1, rungs: [] },
    ...{ baselineDue: at, due: at, zone: 'Europe/Berlin', outcomeSchema: '{}', state: 'done', outcome: { statement: 'accepted' } },
  });
  await store.tasks.insert({
    ...opened,
    ...asked,
    id: task,
    run,
    task: 'reassess',
    about: 'RSK-1',
    attempt: 1,
    baselineDue: at,
    due: at,
    zone: 'Europe/Berlin',
    rungs: [],
    evidence: [{ ...(await product.evidence.put(txt, 'restore.txt')), name: 'restore.txt', addedAt: at, addedBy: ids.lukas }],
    outcomeSchema: '{}',
  });
});
afterAll(() => product.stop());

const people: Record<Asker, string> = {
  nobody: '',
  other: 'per-other00000',
  owner: ids.lukas,
  auditor: 'per-auditor000',
  top: 'per-top0000000',
  manager: ids.hanna,
};

async function ask(route: string, { path = {}, query = '', body }: Row, asker: Asker): Promise<Answer> {
  const [method = '', template = ''] = route.split(' ');
  const target = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asking = asker === 'nobody' ? product.asNobody : product.as(people[asker]);
  return asking(method.toUpperCase(), `${target}${query}`, body);
}

const verdictOf = ({ status }: Answer): Verdict => (status === 401 || status === 403 || status === 404 ? status : 'ok');

describe('Who may do what', () => {
  it('When a route is added, it stands in this table', () => {
    expect(Object.keys(table).sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it.each(Object.entries(table))('When %s is asked by each role, each gets what the table says', async (route, given) => {
    const got: Partial<Record<Asker, Verdict>> = {};
    for (const asker of askers) got[asker] = verdictOf(await ask(route, given, asker));
    expect(got).toEqual(given.expect);
  });

  const byId = Object.entries(table).filter(
    ([route, { path }]) =>
      path?.id !== undefined &&
      !/criteria|imports|cancellation|invitation|departure|issues|interestedParties|requirements|scopes|policies|objectives/i.test(route),
  );
  it.each(byId)('When %s is asked for an id that does not exist, it is the answer that strangers get', async (route, given) => {
    for (const asker of ['other', 'owner', 'manager'] as const) {
      const unknown = await ask(route, { ...given, path: { id: 'unknown-1' } }, asker);
      expect(unknown.status).toBe(404);
      expect(unknown.text).toBe((await ask(route, given, 'other')).text);
    }
  });

  it.each([
    'tasks',
    'runs',
    'registers/people',
    'registers/risks',
    'registers/controls',
    'registers/assessments',
    'nonconformities',
    'registers/nonconformities',
    'registers/treatmentPlans',
    'registers/proposals',
    'registers/audits',
    'registers/auditFindings',
    'registers/improvements',
    'registers/reviewDecisions',
    'registers/changes',
    'registers/campaigns',
    'documents',
    'mails',
  ])('When somebody lists %s, they see what they may read one by one, and nothing else', async (list) => {
    const count = async (asker: Asker) => {
      const { body } = await product.as(people[asker])('GET', `/api/v1/${list}`);
      return (body as { items: unknown[] }).items.length;
    };
    const [other, owner, manager] = [await count('other'), await count('owner'), await count('manager')];
    // Everybody sees themselves, and what they have reported above.
    const own: Record<string, [number, number]> = {
      'registers/people': [1, 1],
      nonconformities: [1, 2],
      'registers/nonconformities': [1, 2],
      tasks: [0, 2],
    };
    expect([other, owner]).toEqual(own[list] ?? [0, 1]);
    expect(manager).toBeGreaterThanOrEqual(1);
  });

  it('When an owner changes a field that is not theirs to change, it is 403 with the field, and nothing changes', async () => {
    const { status, body } = await product.as(ids.lukas)('PATCH', '/api/v1/registers/risks/RSK-1', {
      version: 1,
      owner: ids.marta,
      description: 'Mine.',
    });
    expect(status).toBe(403);
    expect((body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual(['owner']);
    expect(await product.store.risks.get('RSK-1')).toMatchObject({ version: 1, owner: ids.lukas, description: '' });
  });

  it('When somebody gives themselves a role, it is 403', async () => {
    const { status } = await product.as(ids.lukas)('PATCH', `/api/v1/registers/people/${ids.lukas}`, {
      version: 1,
      roles: [{ role: 'ismsManager' }],
    });
    expect(status).toBe(403);
  });
});
