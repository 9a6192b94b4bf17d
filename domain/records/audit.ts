import { z } from 'zod';
import { Actor, Day, Instant, Period, Prose, Sentence, Title } from './common.ts';

/** The clauses of the standard that an audit can look at. */
export const Clause = z.enum(['4', '5', '6', '7', '8', '9', '10']).meta({ id: 'Clause' });
export type Clause = z.infer<typeof Clause>;

export const AnnexAControl = z
  .string()
  .regex(/^[5-8]\.\d{1,2}$/, 'a control of Annex A such as 5.15')
  .meta({ id: 'AnnexAControl' });

export const AuditMethod = z.enum(['interview', 'documentReview', 'observation', 'sampling', 'remote']).meta({ id: 'AuditMethod' });
export const FindingGrade = z.enum(['major', 'minor', 'opportunity', 'observation']).meta({ id: 'FindingGrade' });
export type FindingGrade = z.infer<typeof FindingGrade>;
export const AuditConclusion = z.enum(['conforms', 'conformsInPart', 'doesNotConform']).meta({ id: 'AuditConclusion' });

/** A part of the organization that is audited, and who answers for it. */
const Area = z.strictObject({ name: Title, owner: z.string() });

/** What an audit looks at: clauses, controls of Annex A, sites, areas. */
const scope = {
  clauses: z.array(Clause).max(7),
  annexA: z.array(AnnexAControl).max(93),
  sites: z.array(z.string().max(40)).max(200),
  areas: z.array(Area).max(20),
};

/** One internal audit (9.2): what it is for, by what, about what, by whom, and what it says. */
export const Audit = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    title: Title,
    /** The programme it belongs to; one that was ordered beside it has none. */
    programme: z.string().optional(),
    /** Why it is held, and why now: importance, results of before, changes, risk. */
    reason: Sentence,
    objective: Prose.optional(),
    criteria: Prose.optional(),
    ...scope,
    methods: z.array(AuditMethod).max(5),
    /** First and last day of the fieldwork. */
    from: Day,
    to: Day.optional(),
    lead: z.string().optional(),
    /** Auditors beside the one who leads. */
    auditors: z.array(z.string()).max(20),
    /** Why the team is competent and impartial, as whoever named it said. */
    impartiality: Sentence.optional(),
    agenda: Prose.optional(),
    checklist: Prose.optional(),
    samples: Prose.optional(),
    evidence: Prose.optional(),
    summary: Prose.optional(),
    conclusion: AuditConclusion.optional(),
    recipients: z.array(z.string()).max(60).optional(),
    status: z.enum(['planned', 'prepared', 'fieldwork', 'reporting', 'reported', 'followUp', 'closed', 'cancelled']),
    fieldworkOn: Instant.optional(),
    reportedAt: Instant.optional(),
    closedAt: Instant.optional(),
    /** Why it did not take place as planned, and the audit that takes its place. */
    notHeld: Sentence.optional(),
    insteadOf: z.string().optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Audit' });
export type Audit = z.infer<typeof Audit>;

/** What an audit found, measured by a criterion. */
export const AuditFinding = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    audit: z.string(),
    criterion: Title,
    evidence: Prose,
    grade: FindingGrade,
    /** Whoever answers for the area in which it was found. */
    owner: z.string(),
    /** A risk that it makes look other than it was judged. */
    risk: z.string().optional(),
    /** What the audited side said to it. */
    response: Prose.optional(),
    /** Why the auditor let it stand, changed it or took it back. */
    reconsidered: Prose.optional(),
    status: z.enum(['draft', 'agreed', 'open', 'closed', 'withdrawn']),
    nonconformities: z.array(z.string()).max(50),
    improvement: z.string().optional(),
    closedAt: Instant.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'AuditFinding' });
export type AuditFinding = z.infer<typeof AuditFinding>;

/** An audit as a programme plans it; `audit` is its record once the programme is approved. */
export const PlannedAudit = z.strictObject({
  title: Title,
  reason: Sentence,
  from: Day,
  ...{ clauses: scope.clauses, annexA: scope.annexA, sites: scope.sites },
  area: Title,
  owner: z.string(),
});
export type PlannedAudit = z.infer<typeof PlannedAudit>;

/** The audits of a year (9.2.2): which, why, about what; approved by top management. */
export const AuditProgramme = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    period: Period,
    owner: z.string().optional(),
    objectives: Prose.optional(),
    /** Methods, responsibilities, lead times, competence, reporting, resources. */
    arrangements: Prose.optional(),
    /** What may keep the programme from being carried out. */
    risks: Prose.optional(),
    planned: z.array(PlannedAudit).max(20),
    status: z.enum(['draft', 'active', 'completed']),
    approvedBy: Actor.optional(),
    approvedAt: Instant.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'AuditProgramme' });
export type AuditProgramme = z.infer<typeof AuditProgramme>;
