import type { z } from 'zod';
import { Acceptance, Watch } from './acceptance.ts';
import { AccessToken, Answered, Credential } from './access.ts';
import { Audit, AuditFinding, AuditProgramme } from './audit.ts';
import { Brief } from './brief.ts';
import { CalendarFeed } from './calendarFeed.ts';
import { Campaign } from './campaign.ts';
import { Change } from './change.ts';
import { InterestedParty, Issue, Policy, Requirement, Scope } from './context.ts';
import { Control, ControlCheck } from './control.ts';
import { Cycle, PlannedRun } from './cycle.ts';
import { Departure } from './departure.ts';
import { Document, DocumentVersion } from './document.ts';
import { Import, ImportPiece } from './import.ts';
import { Improvement } from './improvement.ts';
import { CalendarEntry, Letter, Link, Mail } from './letter.ts';
import { MailSwitch } from './mailSwitch.ts';
import { ManagementReview, ReviewDecision, ReviewInput } from './managementReview.ts';
import { Measure, Measurement, Objective } from './measurement.ts';
import { Nonconformity, Proposal } from './nonconformity.ts';
import { Person } from './person.ts';
import { RelayTrouble } from './relay.ts';
import { Assessment, Risk } from './risk.ts';
import { RiskCriteria } from './riskCriteria.ts';
import { Rollout, RolloutItem } from './rollout.ts';
import { Run } from './run.ts';
import { Schedule } from './schedule.ts';
import { Organization, Settings } from './settings.ts';
import { SoaDecision, SoaVersion } from './soa.ts';
import { Task } from './task.ts';
import { TrailEntry, TrailText } from './trail.ts';
import { TreatmentPlan } from './treatmentPlan.ts';
import { UpkeepPass } from './upkeepPass.ts';

/** Every kind of record, by the name of its collection. */
export const records = {
  organization: Organization,
  settings: Settings,
  people: Person,
  credentials: Credential,
  tokens: AccessToken,
  answered: Answered,
  risks: Risk,
  assessments: Assessment,
  controls: Control,
  riskCriteria: RiskCriteria,
  acceptances: Acceptance,
  watches: Watch,
  briefs: Brief,
  issues: Issue,
  interestedParties: InterestedParty,
  requirements: Requirement,
  scopes: Scope,
  objectives: Objective,
  measures: Measure,
  measurements: Measurement,
  nonconformities: Nonconformity,
  proposals: Proposal,
  treatmentPlans: TreatmentPlan,
  schedules: Schedule,
  runs: Run,
  tasks: Task,
  letters: Letter,
  mails: Mail,
  links: Link,
  calendarEntries: CalendarEntry,
  calendarFeeds: CalendarFeed,
  relay: RelayTrouble,
  mailSwitch: MailSwitch,
  trail: TrailEntry,
  trailTexts: TrailText,
  imports: Import,
  importPieces: ImportPiece,
  departures: Departure,
  upkeepPasses: UpkeepPass,
  controlChecks: ControlCheck,
  rollouts: Rollout,
  rolloutItems: RolloutItem,
  auditProgrammes: AuditProgramme,
  audits: Audit,
  auditFindings: AuditFinding,
  improvements: Improvement,
  managementReviews: ManagementReview,
  reviewInputs: ReviewInput,
  reviewDecisions: ReviewDecision,
  soaDecisions: SoaDecision,
  soaVersions: SoaVersion,
  cycles: Cycle,
  plannedRuns: PlannedRun,
  policies: Policy,
  changes: Change,
  campaigns: Campaign,
  documents: Document,
  documentVersions: DocumentVersion,
} as const;

export type RecordName = keyof typeof records;
export type RecordOf<N extends RecordName> = z.output<(typeof records)[N]>;
