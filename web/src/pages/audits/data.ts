import type { Audit, AuditFinding, AuditProgramme } from '../../../../domain/records/audit.ts';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { everyOf, record } from '../../data/records.ts';

export const programmes = everyOf<AuditProgramme>('/registers/auditProgrammes');
export const allAudits = everyOf<Audit>('/registers/audits');
export const allFindings = everyOf<AuditFinding>('/registers/auditFindings');
export const findingsOf = (audit: string) => everyOf<AuditFinding>('/registers/auditFindings', { audit });
export const auditOf = (id: string) => record<Audit>(`/registers/audits/${encodeURIComponent(id)}`);
export const statement = record<{ lines: SoaLine[] }>('/soa');
