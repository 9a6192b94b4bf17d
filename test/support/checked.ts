import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { RecordOf } from '../../domain/records/index.ts';
import { digestOfVersion } from '../../models/documents.ts';
import { changeRecord, type RegisterName } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import { addRisks, foundOrganization, ids } from './organization.ts';
import { password } from './product.ts';

const by = (person: string) => ({ person, via: 'login' as const });
const at = (day: string) => `${day}T09:00:00.000Z`;
const year = systemNow().slice(0, 4);

/**
 * An organization that has been checked: an audit with findings, a management review with decisions, a document that is acknowledged, a planned year.
 * Hanna runs it, Tove leads, Marta is the auditor; the three can sign in.
 */
export async function foundChecked(store: Store): Promise<void> {
  await foundOrganization(store);
  await store.people.set(ids.marta, { roles: [{ role: 'auditor' }] });
  await store.people.set(ids.tove, { language: 'de' });
  await addRisks(store, ids.lukas, ['RSK-001']);
  const passwordHash = await hashPassword(password);
  for (const id of [ids.hanna, ids.tove, ids.marta]) await store.credentials.insert({ id, passwordHash, changedAt: systemNow() });
  await audited(store);
  await reviewed(store);
  await documented(store);
  await planned(store);
}

const add = <N extends RegisterName>(store: Store, register: N, id: string, set: Partial<RecordOf<N>>) =>
  changeRecord(store, { register, id, set, at: systemNow(), actor: engine, event: 'created' });

async function audited(store: Store): Promise<void> {
  await add(store, 'auditProgrammes', 'AUP-001', {
    ...{ period: year, owner: ids.hanna, objectives: 'Do restores work?', planned: [], status: 'active' },
    ...{ approvedBy: by(ids.tove), approvedAt: at(`${year}-01-12`) },
  });
  const scope = { programme: 'AUP-001', auditors: [], methods: ['interview'], lead: ids.marta } as const;
  await add(store, 'audits', 'AUD-001', {
    ...{
      ...scope,
      title: 'Backups and restores',
      reason: 'It failed last year.',
      clauses: ['8', '9'],
      annexA: ['8.13'],
      methods: ['interview'],
    },
    ...{
      sites: ['head-office'],
      areas: [{ name: 'Operations', owner: ids.lukas }],
      from: `${year}-02-02`,
      to: `${year}-02-04`,
      auditors: [],
    },
    ...{ status: 'followUp', reportedAt: at(`${year}-02-12`), conclusion: 'conformsInPart', summary: 'Restores are not tested.' },
    ...{ objective: 'Are restores tested?', criteria: 'Our backup rule.', agenda: 'Two days.', recipients: [ids.tove] },
  });
  await add(store, 'audits', 'AUD-002', {
    ...{ ...scope, title: 'People and training', reason: 'Many are new.', clauses: ['7'], annexA: ['6.3'], methods: ['interview'] },
    ...{ sites: [], areas: [], from: `${Number(year) + 1}-03-09`, auditors: [], status: 'planned' },
  });
  await add(store, 'auditFindings', 'FND-001', {
    ...{ audit: 'AUD-001', criterion: 'Restores are tested each quarter', evidence: 'None since May.', grade: 'minor', owner: ids.lukas },
    ...{ status: 'open', nonconformities: [], response: 'That is right.' },
  });
  await add(store, 'auditFindings', 'FND-002', {
    ...{ audit: 'AUD-001', criterion: 'Tapes are labelled', evidence: 'They are.', grade: 'observation', owner: ids.lukas },
    ...{ status: 'closed', nonconformities: [], closedAt: at(`${year}-02-12`) },
  });
}

const label = (en: string, de: string) => ({ en, de });

async function reviewed(store: Store): Promise<void> {
  await store.briefs.insert({
    ...{ id: 'MR-001/pack', run: `managementReview-${year}`, frozenAt: at(`${year}-03-02`), title: year, digest: 'd'.repeat(64) },
    facts: [
      { label: label('a) Where earlier decisions stand', 'a) Stand früherer Entscheidungen'), said: ['All are done.'] },
      { label: label('a) Open decisions', 'a) Offene Entscheidungen'), said: ['0'] },
      { label: label('d3) Open findings', 'd3) Offene Feststellungen'), said: ['1'] },
    ],
    tables: [
      {
        title: label('d3) Audits', 'd3) Audits'),
        columns: [label('Audit', 'Audit'), label('Conclusion', 'Urteil')],
        rows: [['AUD-001 Backups and restores', label('Conforms but for the findings', 'Konform bis auf die Feststellungen')]],
      },
    ],
  });
  const decision = { text: 'Test a restore each quarter', owner: ids.lukas, kind: 'improvement' as const, starts: 'action' as const };
  await add(store, 'managementReviews', 'MR-001', {
    ...{ period: year, since: `${Number(year) - 1}-03-01`, owner: ids.hanna, participants: [ids.tove, ids.hanna], contributors: [] },
    ...{
      status: 'approved',
      day: `${year}-03-05`,
      heldOn: `${year}-03-05`,
      attended: [ids.tove, ids.hanna],
      minutes: 'Tove opened the meeting.',
    },
    ...{ suitable: 'yes', adequate: 'yes', effective: 'partly', pack: 'MR-001/pack', packedAt: at(`${year}-03-02`) },
    ...{ decisions: [{ ...decision, due: `${year}-01-15` }], noChange: 'Nothing has to change.' },
    ...{ approvedBy: by(ids.tove), approvedAt: at(`${year}-03-09`) },
  });
  await add(store, 'reviewDecisions', 'RD-001', { ...decision, review: 'MR-001', due: '2020-01-15', status: 'accepted' });
  await add(store, 'reviewDecisions', 'RD-002', {
    ...{
      ...decision,
      text: 'Hire a second operator',
      kind: 'resources',
      review: 'MR-001',
      due: `${year}-05-01`,
      status: 'done',
      result: 'Hired.',
    },
  });
}

async function documented(store: Store): Promise<void> {
  const said = { document: 'DOC-001', number: 1, text: 'Lock your screen.', summary: 'The first version.', authors: [ids.lukas] };
  await add(store, 'documentVersions', 'DOC-001-v1', {
    ...{
      ...said,
      because: 'New',
      status: 'current',
      approvedBy: by(ids.hanna),
      approvedAt: at(`${year}-01-20`),
      publishedAt: at(`${year}-01-20`),
    },
    ...{ digest: digestOfVersion(said as never), campaign: 'CMP-001', decisions: [] },
  });
  await add(store, 'documents', 'DOC-001', {
    ...{
      title: 'Acceptable use',
      kind: 'topicPolicy',
      owner: ids.lukas,
      reviewers: [ids.martin],
      language: 'en',
      classification: 'internal',
    },
    ...{ references: ['A.5.10'], reviewEvery: 12, status: 'current', current: 'DOC-001-v1', nextReview: '2020-01-20' },
    audience: { roles: ['everyone'], sites: [], people: [] },
  });
  const run = 'campaign-CMP-001';
  await add(store, 'campaigns', 'CMP-001', {
    ...{ title: 'Acceptable use, version 1', kind: 'statement', text: 'I have read it.', workingDays: 10, status: 'running', run },
    ...{ audience: { roles: ['everyone'], sites: [], people: [] }, due: '2099-01-02' },
  });
  for (const [n, person] of [ids.lukas, ids.martin, ids.tove].entries())
    await store.tasks.insert({
      ...{
        id: `${run}/sign/${person}/1`,
        run,
        process: 'campaign',
        task: 'sign',
        about: 'CMP-001',
        attempt: 1,
        answer: 'link',
        inPerson: true,
      },
      ...{ state: n === 0 ? 'done' : 'open', seq: 1, version: 1, assignee: person, assignment: 1, accountable: ids.hanna, level: 0 },
      ...{ openedAt: at(`${year}-01-20`), baselineDue: at('2099-01-02'), due: at('2099-01-02'), zone: 'Europe/Berlin', rungs: [] },
      ...{ undeliverable: false, definition: 'campaign@1', outcomeSchema: '{}' },
    });
}

async function planned(store: Store): Promise<void> {
  await add(store, 'cycles', 'CYC-001', {
    ...{ period: year, owner: ids.hanna, priorities: 'Restores.', added: [], status: 'active' },
    ...{ approvedBy: by(ids.tove), approvedAt: at(`${year}-01-08`) },
  });
  const window = { subject: {}, opensOn: '2020-01-02', closesBy: '2020-01-24', ifNeeded: false, status: 'planned' as const };
  await add(store, 'plannedRuns', 'PLN-001', { ...window, cycle: 'CYC-001', process: 'riskReview', key: `${year}-Q1` });
  await add(store, 'plannedRuns', 'PLN-002', {
    ...{ ...window, cycle: 'CYC-001', process: 'contextReview', key: year, status: 'waived', waivedBecause: 'Nothing had changed.' },
  });
}
