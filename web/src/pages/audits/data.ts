import type { Audit, AuditFinding, AuditProgramme } from '../../../../domain/records/audit.ts';
import type { Settings } from '../../../../domain/records/settings.ts';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { oneOf, wholeOf } from '../../data/whole.ts';

export const programmes = wholeOf<AuditProgramme>('/registers/auditProgrammes');
export const allAudits = wholeOf<Audit>('/registers/audits');
export const allFindings = wholeOf<AuditFinding>('/registers/auditFindings');
export const findingsOf = (audit: string) => wholeOf<AuditFinding>('/registers/auditFindings', { audit });
export const auditOf = (id: string) => oneOf<Audit>(`/registers/audits/${encodeURIComponent(id)}`);
export const statement = oneOf<{ lines: SoaLine[] }>('/soa');
export const settings = oneOf<Settings>('/settings');
