import type { Audit, AuditFinding } from '../../domain/records/audit.ts';
import { startProblems } from '../../models/auditing.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { verdicts } from './words.ts';

export const grades = {
  major: label('Major nonconformity', 'Wesentliche Nichtkonformität'),
  minor: label('Minor nonconformity', 'Geringfügige Nichtkonformität'),
  opportunity: label('Opportunity for improvement', 'Verbesserungsmöglichkeit'),
  observation: label('Observation', 'Beobachtung'),
};
export const conclusions = {
  conforms: label('Conforms and works', 'Konform und wirksam'),
  conformsInPart: label('Conforms but for the findings', 'Konform bis auf die Feststellungen'),
  doesNotConform: label('Does not conform', 'Nicht konform'),
};
const states = {
  draft: label('Facts being checked', 'Tatsachen werden geprüft'),
  agreed: label('Facts checked', 'Tatsachen geprüft'),
  open: label('Open', 'Offen'),
  closed: label('Closed', 'Geschlossen'),
  withdrawn: label('Taken back', 'Zurückgenommen'),
} satisfies Record<AuditFinding['status'], unknown>;

/** An audit as far as it has come: scope, team, plan, and what it found. */
export async function audits(store: Store, id: string): Promise<Draft> {
  const audit = await store.audits.get(id);
  if (audit === undefined) throw unrecoverable(`there is no audit ${id}`);
  const found = await store.auditFindings.find({ audit: id });
  return {
    title: audit.title,
    facts: await factsOf(store, audit),
    tables: [...(await areasOf(store, audit)), ...(await findingsOf(store, found))],
  };
}

async function factsOf(store: Store, audit: Audit) {
  const team = await Promise.all(audit.auditors.map((one) => nameOf(store, one)));
  const recipients = await Promise.all((audit.recipients ?? []).map((one) => nameOf(store, one)));
  const named = (names: (string | undefined)[]) => names.filter((name): name is string => name !== undefined);
  return [
    ...fact(label('Why, and why now', 'Warum, und warum jetzt'), audit.reason),
    ...fact(label('What speaks against the start', 'Was dem Beginn entgegensteht'), await against(store, audit)),
    ...fact(label('Objective', 'Ziel'), audit.objective),
    ...fact(label('Criteria', 'Kriterien'), audit.criteria),
    ...fact(label('Clauses', 'Abschnitte'), audit.clauses.join(', ')),
    ...fact(label('Controls of Annex A', 'Maßnahmen aus Anhang A'), audit.annexA.map((one) => `A.${one}`).join(', ')),
    ...fact(label('Sites', 'Standorte'), audit.sites.join(', ')),
    ...fact(label('First day', 'Erster Tag'), audit.from, 'day'),
    ...fact(label('Last day', 'Letzter Tag'), audit.to, 'day'),
    ...fact(label('Leads the audit', 'Leitet das Audit'), await nameOf(store, audit.lead)),
    ...fact(label('Further auditors', 'Weitere Auditorinnen und Auditoren'), named(team)),
    ...fact(label('Competence and impartiality', 'Kompetenz und Unparteilichkeit'), audit.impartiality),
    ...fact(label('Audit plan', 'Auditplan'), audit.agenda),
    ...fact(label('What the audited areas have said', 'Was die auditierten Bereiche gesagt haben'), await heard(store, audit)),
    ...fact(label('Checklist', 'Checkliste'), audit.checklist),
    ...fact(label('Samples', 'Stichproben'), audit.samples),
    ...fact(label('What was seen and heard', 'Was gesehen und gehört wurde'), audit.evidence),
    ...fact(label('Conclusion', 'Urteil'), said(conclusions, audit.conclusion)),
    ...fact(label('Summary', 'Zusammenfassung'), audit.summary),
    ...fact(label('Report goes to', 'Bericht geht an'), named(recipients)),
  ];
}

/** Only once somebody has fixed it: an audit that is only planned lacks everything by nature. */
const against = async (store: Store, audit: Audit): Promise<string[]> =>
  audit.status === 'planned' && audit.criteria !== undefined ? (await startProblems(store, audit)).map(({ message }) => message) : [];

async function heard(store: Store, { run }: Audit): Promise<string[]> {
  const answers = run === undefined ? [] : await store.tasks.find({ run, task: 'receivePlan', state: 'done' });
  return Promise.all(answers.map(async ({ assignee, outcome }) => `${await nameOf(store, assignee)}: ${outcome?.note}`));
}

const areasOf = async (store: Store, { areas }: Audit) =>
  table(
    label('Audited areas', 'Auditierte Bereiche'),
    [label('Area', 'Bereich'), label('Answers for it', 'Verantwortlich')],
    await Promise.all(areas.map(async ({ name, owner }) => [name, (await nameOf(store, owner)) ?? owner])),
  );

const findingsOf = async (store: Store, found: readonly AuditFinding[]) =>
  table(
    label('Findings', 'Feststellungen'),
    [
      ...[label('Reference', 'Referenz'), label('Criterion', 'Kriterium'), label('Evidence', 'Beleg'), label('Grade', 'Einstufung')],
      ...[label('Answers for the area', 'Verantwortlich'), label('The audited side', 'Auditierte Seite'), label('Stands', 'Stand')],
    ],
    await Promise.all(
      found.map(async ({ id, criterion, evidence, grade, owner, response = '', status }) => [
        ...[id, criterion, evidence, grades[grade], (await nameOf(store, owner)) ?? owner, response, states[status]],
      ]),
    ),
  );

/** One finding, with what was said to it and what was done about it. */
export async function auditFindings(store: Store, id: string): Promise<Draft> {
  const found = await store.auditFindings.get(id);
  if (found === undefined) throw unrecoverable(`there is no finding ${id}`);
  const audit = await store.audits.get(found.audit);
  return {
    title: found.criterion,
    facts: [
      ...fact(label('Audit', 'Audit'), `${found.audit} ${audit?.title ?? ''}`),
      ...fact(label('Criterion', 'Kriterium'), found.criterion),
      ...fact(label('Evidence', 'Beleg'), found.evidence),
      ...fact(label('Grade', 'Einstufung'), grades[found.grade]),
      ...fact(label('Answers for the area', 'Verantwortlich für den Bereich'), await nameOf(store, found.owner)),
      ...fact(label('Risk', 'Risiko'), found.risk),
      ...fact(label('The audited side says', 'Die auditierte Seite sagt'), found.response),
      ...fact(label('The auditor says', 'Die Auditorin sagt'), found.reconsidered),
    ],
    tables: await actionsTo(store, found),
  };
}

const standing = {
  candidate: label('Reported', 'Gemeldet'),
  accepted: label('Taken up', 'Aufgegriffen'),
  declined: label('Rejected', 'Verworfen'),
  closed: label('Closed', 'Geschlossen'),
};

async function actionsTo(store: Store, { nonconformities }: AuditFinding) {
  const all = await store.nonconformities.find({ id: { $in: nonconformities } });
  return table(
    label('What was done about it', 'Was dazu getan wurde'),
    [
      ...[
        label('Nonconformity', 'Nichtkonformität'),
        label('Stands', 'Stand'),
        label('Correction', 'Korrektur'),
        label('Cause', 'Ursache'),
      ],
      ...[label('Result', 'Ergebnis'), label('Verdict', 'Urteil')],
    ],
    all.map(({ id, status, correction = '', cause = '', result = '', effectiveness = [] }) => [
      ...[id, standing[status], correction, cause, result, said(verdicts, effectiveness.at(-1)?.verdict) ?? ''],
    ]),
  );
}
