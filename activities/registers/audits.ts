import type { Audit, AuditFinding, FindingGrade } from '../../domain/records/audit.ts';
import type { Instant } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { createNumbered } from '../../models/numbered.ts';
import { holdersOf } from '../../models/people.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { actorBy } from '../steps/happened.ts';
import { calendarNow, theAudit, theFinding } from './auditReads.ts';
import { changeOnce } from './byFlow.ts';

type Found = { criterion: string; evidence: string; grade: FindingGrade; owner: string; risk?: string | undefined };
type OfAudit<A> = Call<A & { audit: string; by: By | undefined }>;
type OfFinding = Call<{ finding: string }>;

const isDeviation = ({ grade }: Pick<AuditFinding, 'grade'>): boolean => grade === 'major' || grade === 'minor';

/** What an audit writes beyond single fields. */
export const createAuditWrites = ({ store, clock }: Deps) => {
  const change = (call: Call<unknown>, id: string, set: Partial<Audit>, event: string, by?: By, why?: string) =>
    changeOnce(store, {
      ...{ register: 'audits', id, set, at: clock.toOrganization(call.at), actor: actorBy(by), event, key: call.key },
      ...(why !== undefined && { why }),
    });
  const changeFinding = (call: Call<unknown>, id: string, set: Partial<AuditFinding>, event: string, by?: By, why?: string) =>
    changeOnce(store, {
      ...{ register: 'auditFindings', id, set, at: clock.toOrganization(call.at), actor: actorBy(by), event, key: call.key },
      ...(why !== undefined && { why }),
    });
  const findingsOf = (audit: string) => store.auditFindings.find({ audit });

  return {
    async endFieldwork({ audit, evidence, by, ...call }: OfAudit<{ evidence: string }>): Promise<void> {
      const to = (await calendarNow(store)).dayOf(clock.toOrganization(call.at));
      await change(call, audit, { status: 'reporting', evidence, to, fieldworkOn: clock.toOrganization(call.at) }, 'fieldworkEnded', by);
    },

    /** A record for each, under numbers of their own; answers their ids. */
    async recordFindings(call: OfAudit<{ findings: Found[]; impression: string }>): Promise<string[]> {
      const { audit, findings, impression, by, key } = call;
      const ids: string[] = [];
      for (const [n, { risk, ...found }] of findings.entries())
        ids.push(
          await createNumbered(store, {
            ...{ register: 'auditFindings', at: clock.toOrganization(call.at), actor: actorBy(by), event: 'found', key: `${key}/${n + 1}` },
            set: { audit, ...found, ...(risk !== undefined && { risk }), status: 'draft', nonconformities: [], origin: `${key}/${n + 1}` },
          }),
        );
      await change(call, audit, {}, 'drafted', by, impression);
      return ids;
    },

    /** The report stands; answers who gets it: top management, whoever answers for an area, and those who were named. */
    async reportAudit(
      call: OfAudit<{ conclusion: NonNullable<Audit['conclusion']>; summary: string; others: string[] }>,
    ): Promise<string[]> {
      const { audit: id, conclusion, summary, others, by } = call;
      const audit = await theAudit(store, id);
      const leaders = (await holdersOf(store, 'topManagement')).map((one) => one.id);
      const recipients = [...new Set([...leaders, ...audit.areas.map(({ owner }) => owner), ...others])].filter(
        (one) => one !== audit.lead,
      );
      const standing = (await findingsOf(id)).filter(({ status }) => status === 'draft' || status === 'agreed');
      for (const one of standing) await changeFinding(call, one.id, { status: 'open' }, 'reported', by);
      const status = standing.some(isDeviation) ? 'followUp' : 'reported';
      await change(call, id, { conclusion, summary, recipients, status, reportedAt: clock.toOrganization(call.at) }, 'reported', by);
      return recipients;
    },

    /** A nonconformity of its own, and another one where it was dealt with in vain; answers its id. */
    async raiseFinding({ finding: id, ...call }: OfFinding): Promise<string> {
      const { audit, criterion, evidence, owner, grade, nonconformities } = await theFinding(store, id);
      const at = clock.toOrganization(call.at);
      const { lead } = await theAudit(store, audit);
      const nonconformity = await createNumbered(store, {
        ...{ register: 'nonconformities', at, actor: engine, event: 'found', key: call.key },
        set: {
          ...{ title: criterion, description: evidence, source: { kind: 'audit', run: call.run, subject: id }, owner, proposedAt: at },
          ...{ status: 'candidate', origin: call.key, ...(isDeviation({ grade }) && { grade: grade as 'major' | 'minor' }) },
          ...(lead !== undefined && { reportedBy: lead }),
        },
      });
      await changeFinding(call, id, { nonconformities: [...new Set([...nonconformities, nonconformity])] }, 'raised');
      return nonconformity;
    },

    /** What is no nonconformity: a chance to improve goes into its register, an observation stands by itself. */
    async fileFinding({ finding: id, ...call }: OfFinding): Promise<void> {
      const { criterion, evidence, owner, grade } = await theFinding(store, id);
      const at = clock.toOrganization(call.at);
      const improvement =
        grade === 'opportunity'
          ? await createNumbered(store, {
              ...{ register: 'improvements', at, actor: engine, event: 'found', key: call.key },
              set: {
                title: criterion,
                description: evidence,
                source: 'audit',
                subject: id,
                owner,
                status: 'open',
                notedAt: at,
                origin: call.key,
              },
            })
          : undefined;
      await changeFinding(call, id, { ...(improvement !== undefined && { improvement }), ...closedAt(at) }, 'filed');
    },

    async followUpFinding(
      call: Call<{ finding: string; verdict: 'confirmed' | 'again'; reason: string; by: By | undefined }>,
    ): Promise<void> {
      const { finding, verdict, reason, by } = call;
      const set = verdict === 'confirmed' ? closedAt(clock.toOrganization(call.at)) : {};
      await changeFinding(call, finding, set, verdict, by, reason);
    },

    /** Closed once every finding is; an audit that ended before that stays what it is. */
    async closeAudit({ audit, ...call }: Call<{ audit: string }>): Promise<void> {
      const open = (await findingsOf(audit)).filter(({ status }) => status !== 'closed' && status !== 'withdrawn');
      if (open.length > 0) return;
      await change(call, audit, closedAt(clock.toOrganization(call.at)), 'closed');
    },
  };
};

const closedAt = (at: Instant) => ({ status: 'closed', closedAt: at }) as const;
