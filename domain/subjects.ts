import type { Role } from './records/common.ts';
import type { RecordOf } from './records/index.ts';

type Registers =
  | 'risks'
  | 'controls'
  | 'nonconformities'
  | 'proposals'
  | 'measures'
  | 'auditProgrammes'
  | 'audits'
  | 'auditFindings'
  | 'managementReviews'
  | 'reviewInputs'
  | 'reviewDecisions'
  | 'cycles'
  | 'plannedRuns'
  | 'changes'
  | 'campaigns'
  | 'documents';

type Subject<N extends Registers> = {
  /** Whoever owns the record holds this role for it. */
  ownerRole: Role;
  ownerOf(record: RecordOf<N>): string | undefined;
  titleOf(record: RecordOf<N>): string;
};

/** Registers that a task can be about: whose each record is, and what it is called. */
export const subjects = {
  risks: { ownerRole: 'riskOwner', ownerOf: ({ owner }) => owner, titleOf: ({ name }) => name },
  controls: { ownerRole: 'controlOwner', ownerOf: ({ owner }) => owner, titleOf: ({ name }) => name },
  nonconformities: { ownerRole: 'processOwner', ownerOf: ({ owner }) => owner, titleOf: ({ title }) => title },
  proposals: { ownerRole: 'ismsManager', ownerOf: ({ to }) => to, titleOf: ({ reason }) => reason },
  measures: { ownerRole: 'processOwner', ownerOf: ({ measurer }) => measurer, titleOf: ({ name }) => name },
  auditProgrammes: { ownerRole: 'auditProgrammeManager', ownerOf: ({ owner }) => owner, titleOf: ({ period }) => period },
  audits: { ownerRole: 'auditor', ownerOf: ({ lead }) => lead, titleOf: ({ title }) => title },
  auditFindings: { ownerRole: 'processOwner', ownerOf: ({ owner }) => owner, titleOf: ({ criterion }) => criterion },
  managementReviews: { ownerRole: 'ismsManager', ownerOf: ({ owner }) => owner, titleOf: ({ period }) => period },
  reviewInputs: { ownerRole: 'processOwner', ownerOf: ({ owner }) => owner, titleOf: ({ title }) => title },
  reviewDecisions: { ownerRole: 'processOwner', ownerOf: ({ owner }) => owner, titleOf: ({ text }) => text },
  cycles: { ownerRole: 'ismsManager', ownerOf: ({ owner }) => owner, titleOf: ({ period }) => period },
  plannedRuns: { ownerRole: 'ismsManager', ownerOf: () => undefined, titleOf: ({ process, key }) => `${process} ${key}` },
  changes: { ownerRole: 'processOwner', ownerOf: ({ responsible }) => responsible, titleOf: ({ title }) => title },
  documents: { ownerRole: 'documentOwner', ownerOf: ({ owner }) => owner, titleOf: ({ title }) => title },
  // It has no owner of its own: each of many is asked by name.
  campaigns: { ownerRole: 'ismsManager', ownerOf: () => undefined, titleOf: ({ title }) => title },
} satisfies { [N in Registers]: Subject<N> };

/** Registers a task can be about; the engine finds its owner and title there. */
export type About = keyof typeof subjects;

/** What the record says of itself, whichever of these registers it is of. */
export function subjectOf(about: About, record: unknown): { owner: string | undefined; title: string } {
  const { ownerOf, titleOf } = subjects[about] as Subject<never>;
  return { owner: ownerOf(record as never), title: titleOf(record as never) };
}
