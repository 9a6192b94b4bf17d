import type { Words } from './process.ts';
import type { Day } from './records/common.ts';
import type { Document } from './records/document.ts';

/** Registers that hold what the standard wants kept, so that no document beside them is needed. */
export type Holding =
  | 'scopes'
  | 'policies'
  | 'riskCriteria'
  | 'soaVersions'
  | 'treatmentPlans'
  | 'objectives'
  | 'campaigns'
  | 'runs'
  | 'assessments'
  | 'controlChecks'
  | 'measurements'
  | 'auditProgrammes'
  | 'audits'
  | 'managementReviews'
  | 'nonconformities'
  | 'requirements';

/** What stands for a line: one record that is in force, or many, of which the last is named. */
export type Standing = {
  register: Holding | 'documents';
  id: string;
  title?: string | undefined;
  /** How many there are, where it is a register of records. */
  count?: number | undefined;
  approvedOn?: Day | undefined;
  nextReview?: Day | undefined;
};

type Line = {
  clause: string;
  kind: 'document' | 'record';
  title: Words;
  from: readonly Holding[];
  /** Nothing to keep where nothing has happened. */
  ifAny?: true;
};

const line = (clause: string, kind: Line['kind'], en: string, de: string, ...from: Holding[]): Line => ({
  clause,
  kind,
  title: { en, de },
  from,
});

/** What the clauses want documented. */
const ofClauses: readonly Line[] = [
  line('4.3', 'document', 'Scope of the ISMS', 'Geltungsbereich des ISMS', 'scopes'),
  line('5.2', 'document', 'Information security policy', 'Leitlinie zur Informationssicherheit', 'policies'),
  line('6.1.2', 'document', 'How risks are assessed', 'Wie Risiken beurteilt werden', 'riskCriteria'),
  line('6.1.3', 'document', 'How risks are treated', 'Wie Risiken behandelt werden'),
  line('6.1.3 d', 'document', 'Statement of Applicability', 'Erklärung zur Anwendbarkeit', 'soaVersions'),
  line('6.1.3 e', 'document', 'Plans for the treatment of risks', 'Pläne zur Behandlung von Risiken', 'treatmentPlans'),
  line('6.2', 'document', 'Objectives', 'Ziele', 'objectives'),
  line('7.2', 'record', 'Evidence of competence', 'Nachweise der Kompetenz', 'campaigns'),
  line(
    '7.5',
    'document',
    'What else the organization needs in writing, also from outside',
    'Was die Organisation sonst schriftlich braucht, auch von außen',
  ),
  line('8.1', 'record', 'That processes went as planned', 'Dass die Prozesse wie geplant liefen', 'runs'),
  line('8.2', 'record', 'What the assessments of risks came to', 'Ergebnisse der Risikobeurteilungen', 'assessments'),
  line('8.3', 'record', 'What the treatment of risks came to', 'Ergebnisse der Risikobehandlung', 'treatmentPlans', 'controlChecks'),
  line('9.1', 'record', 'What was monitored and measured', 'Ergebnisse von Überwachung und Messung', 'measurements'),
  line('9.2', 'record', 'The audit programme, and what the audits found', 'Auditprogramm und Auditergebnisse', 'auditProgrammes', 'audits'),
  line('9.3', 'record', 'What management reviews decided', 'Ergebnisse der Managementbewertungen', 'managementReviews'),
  {
    ...line(
      '10.2',
      'record',
      'Nonconformities, what was done and what came of it',
      'Nichtkonformitäten, Maßnahmen und ihre Ergebnisse',
      'nonconformities',
    ),
    ifAny: true,
  },
];

/** What controls of Annex A want documented, where they are necessary. */
const ofControls: readonly Line[] = [
  line('A.5.1', 'document', 'Policies on single topics', 'Themenbezogene Regeln'),
  line('A.5.9', 'document', 'List of what has to be protected', 'Verzeichnis der schützenswerten Werte'),
  line('A.5.10', 'document', 'Rules of acceptable use', 'Regeln für den zulässigen Gebrauch'),
  line('A.5.20', 'document', 'Security in agreements with suppliers', 'Sicherheit in Vereinbarungen mit Lieferanten'),
  line('A.5.26', 'document', 'How incidents are handled', 'Umgang mit Vorfällen'),
  line('A.5.29', 'document', 'Security while operations are disrupted', 'Sicherheit während einer Störung des Betriebs'),
  line('A.5.30', 'document', 'How information technology is kept going', 'Wie die Informationstechnik betriebsbereit bleibt'),
  line('A.5.31', 'document', 'What laws and contracts require', 'Was Gesetze und Verträge verlangen', 'requirements'),
  line('A.5.37', 'document', 'Operating instructions', 'Betriebsanweisungen'),
  line('A.6.2', 'document', 'Security in employment contracts', 'Sicherheit in Arbeitsverträgen'),
  line('A.6.6', 'document', 'Agreements on confidentiality', 'Vereinbarungen zur Vertraulichkeit'),
  line('A.8.9', 'document', 'How systems are configured', 'Wie Systeme konfiguriert sind'),
  line('A.8.15', 'record', 'Logs of what happens in systems', 'Protokolle der Ereignisse in Systemen'),
  line('A.8.27', 'document', 'Principles by which systems are built', 'Grundsätze, nach denen Systeme entwickelt werden'),
];

/** A document in force, with the day on which its version was approved. */
export type InForce = Pick<Document, 'id' | 'title' | 'kind' | 'references' | 'nextReview'> & { approvedOn?: Day | undefined };

export type ChecklistSources = {
  documents: readonly InForce[];
  held: Readonly<Record<Holding, readonly Standing[]>>;
  /** Necessary controls of Annex A, such as `A.5.10`. */
  necessary: ReadonlySet<string>;
  today: Day;
};

export type ChecklistLine = Omit<Line, 'from' | 'ifAny'> & { stands: Standing[]; missing: boolean; overdue: boolean };

/** What has to be documented, and what stands for it: documents in force by what they say that they answer, and registers. */
export function checklistOf({ documents, held, necessary, today }: ChecklistSources): ChecklistLine[] {
  const lines = [...ofClauses, ...ofControls.filter(({ clause }) => necessary.has(clause))];
  return lines.map(({ from, ifAny, ...said }) => {
    const stands = [...documents.filter((one) => isFor(said.clause, one)).map(standingOf), ...from.flatMap((register) => held[register])];
    const overdue = stands.some(({ nextReview }) => nextReview !== undefined && nextReview < today);
    return { ...said, stands, missing: stands.length === 0 && ifAny !== true, overdue };
  });
}

/** A document stands for what it says that it answers, and for what its kind alone says; one that says nothing is what the organization itself has found necessary. */
function isFor(clause: string, { references, kind }: InForce): boolean {
  if (kinds[clause]?.includes(kind) === true) return true;
  if (clause === '7.5' && references.length === 0) return true;
  return references.some((one) => one === clause || one.startsWith(`${clause}.`));
}

const kinds: Partial<Record<string, readonly Document['kind'][]>> = { '5.2': ['policy'], 'A.5.1': ['topicPolicy'], '7.5': ['external'] };

const standingOf = ({ id, title, nextReview, approvedOn }: InForce): Standing => ({
  ...{ register: 'documents', id, title },
  ...(approvedOn !== undefined && { approvedOn }),
  ...(nextReview !== undefined && { nextReview }),
});
