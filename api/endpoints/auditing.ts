import { z } from 'zod';
import { Audit } from '../../domain/records/audit.ts';
import { Brief } from '../../domain/records/brief.ts';
import { Reference } from '../../domain/records/common.ts';
import { Improvement } from '../../domain/records/improvement.ts';
import { notFound } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { seen } from '../policy.ts';
import { changing, creating, listing, reading } from '../register.ts';
import { auditProblems, improvementProblems } from '../registerRules.ts';

const NewAudit = z
  .strictObject({
    id: Reference,
    title: Audit.shape.title,
    reason: Audit.shape.reason,
    from: Audit.shape.from,
    to: Audit.shape.to,
    objective: Audit.shape.objective,
    criteria: Audit.shape.criteria,
    clauses: Audit.shape.clauses.default([]),
    annexA: Audit.shape.annexA.default([]),
    sites: Audit.shape.sites.default([]),
    areas: Audit.shape.areas.default([]),
    lead: Audit.shape.lead,
    auditors: Audit.shape.auditors.default([]),
    methods: Audit.shape.methods.default([]),
  })
  .meta({ id: 'NewAudit', description: 'An audit beside the programme. A run of internalAudit holds it.' });

const NewImprovement = z
  .strictObject({
    id: Reference,
    title: Improvement.shape.title,
    description: Improvement.shape.description.default(''),
    owner: Improvement.shape.owner,
  })
  .meta({ id: 'NewImprovement' });

/** What the flow of an audit writes itself, from its preparation on. */
const byFlow = [
  ...['programme', 'status', 'agenda', 'checklist', 'samples', 'evidence', 'summary', 'conclusion', 'recipients', 'impartiality'],
  ...['fieldworkOn', 'reportedAt', 'closedAt', 'notHeld', 'insteadOf', 'run', 'origin'],
];

/** Audits with their programmes and findings, improvements, and management reviews with inputs and decisions. */
export const auditing = [
  listing('auditProgrammes', ['period', 'status']),
  reading('auditProgrammes'),
  listing('audits', ['programme', 'status', 'lead']),
  reading('audits'),
  creating({
    register: 'audits',
    body: NewAudit,
    complete: async (audit) => ({ ...audit, status: 'planned' as const }),
    problems: auditProblems,
  }),
  changing({ register: 'audits', fixed: byFlow, problems: auditProblems }),
  listing('auditFindings', ['audit', 'grade', 'status', 'owner']),
  reading('auditFindings'),
  listing('improvements', ['status', 'owner', 'source']),
  reading('improvements'),
  creating({
    register: 'improvements',
    body: NewImprovement,
    complete: async (improvement, { clock }) => ({
      ...improvement,
      source: 'person' as const,
      status: 'open' as const,
      notedAt: clock.now(),
    }),
    problems: improvementProblems,
  }),
  changing({ register: 'improvements', fixed: ['source', 'subject', 'notedAt', 'origin'], problems: improvementProblems }),
  listing('managementReviews', ['period', 'status']),
  reading('managementReviews'),
  endpoint({
    method: 'get',
    path: '/api/v1/managementReviews/{id}/pack',
    tag: 'registers',
    summary: 'What a management review had in front of it, as it was frozen when the pack was issued.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: Brief,
    also: { 404: 'There is no such review, or its pack is not issued yet.' },
    handle: async ({ api: { store }, caller, params }) => {
      const review = await seen(caller, 'managementReviews', store, params.id);
      const pack = review?.pack === undefined ? undefined : await store.briefs.get(review.pack);
      if (pack === undefined) throw notFound();
      return pack;
    },
  }),
  listing('reviewInputs', ['review', 'line', 'owner']),
  reading('reviewInputs'),
  listing('reviewDecisions', ['review', 'status', 'owner']),
  reading('reviewDecisions'),
];
