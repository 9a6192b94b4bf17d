import type { Calendar } from '../../domain/calendar.ts';
import { nextPeriod, periodBounds } from '../../domain/period.ts';
import type { DueRule } from '../../domain/process.ts';
import type { Audit, AuditFinding } from '../../domain/records/audit.ts';
import type { Day } from '../../domain/records/common.ts';
import { calendarOf } from '../../domain/sites.ts';
import { partialTo, startProblems } from '../../models/auditing.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';

type Of = Call<{ audit: string }>;

export async function theAudit(store: Store, id: string): Promise<Audit> {
  const found = await store.audits.get(id);
  if (found === undefined) throw unrecoverable(`there is no audit ${id}`);
  return found;
}

export async function theFinding(store: Store, id: string): Promise<AuditFinding> {
  const found = await store.auditFindings.get(id);
  if (found === undefined) throw unrecoverable(`there is no finding ${id}`);
  return found;
}

export const calendarNow = async (store: Store): Promise<Calendar> => calendarOf(await settingsNow(store), undefined);

/** That day, or so many working days from now where it is over already. */
export const dueOn = (day: Day, today: Day, workingDays: number): DueRule =>
  day > today ? { from: 'opening', day } : { from: 'opening', workingDays };

/** What the flows of programme and audit read. Days are counted back from the fieldwork and from the beginning of the year. */
export const createAuditReads = ({ store }: Pick<Deps, 'store'>) => ({
  async programmeDays({ subject, runOpenedAt }: Call<unknown>) {
    const calendar = await calendarNow(store);
    const { first, last } = periodBounds(String(subject.period));
    const today = calendar.dayOf(runOpenedAt);
    return {
      draftBy: dueOn(calendar.addWorkingDays(first, -20), today, 10),
      approveBy: dueOn(calendar.addWorkingDays(first, -10), today, 5),
      nextOpensOn: calendar.addWorkingDays(last, -35),
      next: nextPeriod(String(subject.period)),
    };
  },

  async auditDays({ audit: id }: Of) {
    const calendar = await calendarNow(store);
    const { from, to } = await theAudit(store, id);
    const before = (workingDays: number): Day => calendar.addWorkingDays(from, -workingDays);
    const fieldworkBy = to ?? calendar.addWorkingDays(from, 5);
    return { opensOn: before(25), fixBy: before(20), planBy: before(10), prepareBy: before(5), from, fieldworkBy };
  },

  isHeld: async ({ audit: id }: Of): Promise<boolean> => (await theAudit(store, id)).status === 'closed',

  async isProgrammeHeld({ programme }: Call<{ programme: string }>): Promise<boolean> {
    return (await store.audits.count({ programme, status: { $nin: ['closed', 'cancelled'] } })) === 0;
  },

  /** Who leads it, and who must not audit because it is theirs. */
  async auditTeam({ audit: id }: Of): Promise<{ lead: string | null; barred: string[] }> {
    const audit = await theAudit(store, id);
    return { lead: audit.lead ?? null, barred: [...(await partialTo(store, audit)).keys()] };
  },

  /** Whether nothing speaks against the start (G10). */
  mayStart: async ({ audit: id }: Of): Promise<boolean> => (await startProblems(store, await theAudit(store, id))).length === 0,

  async auditees({ audit: id }: Of): Promise<string[]> {
    return [...new Set((await theAudit(store, id)).areas.map(({ owner }) => owner))];
  },

  async finding({ finding: id }: Call<{ finding: string }>) {
    const { grade, risk, status } = await theFinding(store, id);
    const isKnown = risk !== undefined && (await store.risks.get(risk)) !== undefined;
    return { grade, risk: isKnown ? risk : null, isWithdrawn: status === 'withdrawn' };
  },
});
