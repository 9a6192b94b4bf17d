import type { Audit, AuditProgramme } from '../../../../domain/records/audit.ts';

export type Covered = 'held' | 'underWay' | 'planned' | 'notHeld';

/** What counts when several audits look at the same: the one that has come furthest. */
const furthest: readonly Covered[] = ['held', 'underWay', 'planned', 'notHeld'];

type Standing = Pick<Audit, 'status'>;

/** How far an audit has come with what it looks at. */
export function coveredBy({ status }: Standing): Covered {
  if (status === 'reported' || status === 'followUp' || status === 'closed') return 'held';
  if (status === 'cancelled') return 'notHeld';
  return status === 'planned' ? 'planned' : 'underWay';
}

export type Scoped = Pick<Audit, 'id' | 'title' | 'status' | 'clauses' | 'annexA' | 'sites' | 'from' | 'programme'>;

/** A clause such as `6`, or a control of Annex A such as `A.8.13`. */
export const looksAt = ({ clauses, annexA }: Pick<Audit, 'clauses' | 'annexA'>, subject: string): boolean =>
  subject.startsWith('A.') ? annexA.includes(subject.slice(2)) : (clauses as readonly string[]).includes(subject);

export type MatrixColumn = { key: string; name: string; audits: readonly Scoped[] };

/** What stands where a clause or control meets a year, an audit or a site; nothing where no audit looks at it. */
export function cellOf(subject: string, { audits }: MatrixColumn): Covered | undefined {
  const there = new Set(audits.filter((audit) => looksAt(audit, subject)).map(coveredBy));
  return furthest.find((one) => there.has(one));
}

/** The year an audit belongs to: that of its programme, else of its first day. */
export const yearOf = ({ programme, from }: Scoped, programmes: readonly Pick<AuditProgramme, 'id' | 'period'>[]): string =>
  programmes.find(({ id }) => id === programme)?.period ?? from.slice(0, 4);

const shownYears = 4;

/** The last years in which audits are, oldest first. */
export function byYears(audits: readonly Scoped[], programmes: readonly Pick<AuditProgramme, 'id' | 'period'>[]): MatrixColumn[] {
  const years = [...new Set(audits.map((audit) => yearOf(audit, programmes)))].sort().slice(-shownYears);
  return years.map((year) => ({ key: year, name: year, audits: audits.filter((audit) => yearOf(audit, programmes) === year) }));
}

export const byAudits = (audits: readonly Scoped[]): MatrixColumn[] =>
  [...audits]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((audit) => ({ key: audit.id, name: `${audit.id} ${audit.title}`, audits: [audit] }));

export function bySites(audits: readonly Scoped[], nameOf: (site: string) => string): MatrixColumn[] {
  const sites = [...new Set(audits.flatMap((audit) => audit.sites))];
  return sites.map((site) => ({ key: site, name: nameOf(site), audits: audits.filter((audit) => audit.sites.includes(site)) }));
}

/** What no audit has looked at in any of these. */
export const gapsIn = (subjects: readonly string[], columns: readonly MatrixColumn[]): string[] =>
  subjects.filter((subject) => !columns.some((column) => cellOf(subject, column) === 'held'));

export const clauses = ['4', '5', '6', '7', '8', '9', '10'] as const;
export const themes = ['5', '6', '7', '8'] as const;
export type Theme = (typeof themes)[number];
