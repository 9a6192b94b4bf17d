import type { Audit, AuditFinding, AuditProgramme } from '../../../domain/records/audit.ts';
import type { Instant } from '../../../domain/records/common.ts';
import type { Improvement } from '../../../domain/records/improvement.ts';
import { day, rowByRow, titles, type Value, words } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** Audit programmes, audits, findings and improvements, to read and to evaluate; nothing imports them. */
export const auditProgrammes = rowByRow({
  id: ({ id }: AuditProgramme) => id,
  period: ({ period }) => period,
  status: ({ status }) => status,
  owner: ({ owner }, naming) => naming(owner),
  audits: ({ planned }) => titles(planned.map(({ title, from }) => `${from} ${title}`)),
  objectives: ({ objectives }) => objectives,
  arrangements: ({ arrangements }) => arrangements,
  risks: ({ risks }) => risks,
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
  approved_at_utc: ({ approvedAt }) => instant(approvedAt),
  run: ({ run }) => run,
});

export const audits = rowByRow({
  id: ({ id }: Audit) => id,
  title: ({ title }) => title,
  programme: ({ programme }) => programme,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
  objective: ({ objective }) => objective,
  criteria: ({ criteria }) => criteria,
  clauses: ({ clauses }) => words(clauses),
  annex_a: ({ annexA }) => words(annexA.map((id) => `A.${id}`)),
  sites: ({ sites }) => words(sites),
  areas: ({ areas }) => titles(areas.map(({ name }) => name)),
  area_owners: ({ areas }, naming) => words(areas.map(({ owner }) => naming(owner) ?? '')),
  from: ({ from }) => day(from),
  to: ({ to }) => day(to),
  lead: ({ lead }, naming) => naming(lead),
  auditors: ({ auditors }, naming) => words(auditors.map((one) => naming(one) ?? '')),
  impartiality: ({ impartiality }) => impartiality,
  conclusion: ({ conclusion }) => conclusion,
  summary: ({ summary }) => summary,
  reported_at_utc: ({ reportedAt }) => instant(reportedAt),
  closed_at_utc: ({ closedAt }) => instant(closedAt),
  not_held: ({ notHeld }) => notHeld,
  instead_of: ({ insteadOf }) => insteadOf,
  run: ({ run }) => run,
});

export const auditFindings = rowByRow({
  id: ({ id }: AuditFinding) => id,
  audit: ({ audit }) => audit,
  criterion: ({ criterion }) => criterion,
  evidence: ({ evidence }) => evidence,
  grade: ({ grade }) => grade,
  owner: ({ owner }, naming) => naming(owner),
  status: ({ status }) => status,
  response: ({ response }) => response,
  reconsidered: ({ reconsidered }) => reconsidered,
  risk: ({ risk }) => risk,
  nonconformities: ({ nonconformities }) => words(nonconformities),
  improvement: ({ improvement }) => improvement,
  closed_at_utc: ({ closedAt }) => instant(closedAt),
});

export const improvements = rowByRow({
  id: ({ id }: Improvement) => id,
  title: ({ title }) => title,
  description: ({ description }) => description,
  source: ({ source }) => source,
  subject: ({ subject }) => subject,
  owner: ({ owner }, naming) => naming(owner),
  status: ({ status }) => status,
  note: ({ note }) => note,
  noted_at_utc: ({ notedAt }) => instant(notedAt),
});
