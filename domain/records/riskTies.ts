import { z } from 'zod';
import { AuditFinding } from './audit.ts';
import { Change } from './change.ts';
import { Instant } from './common.ts';
import { Nonconformity } from './nonconformity.ts';
import { Run } from './run.ts';

/** What else concerns a risk, the newest first: of each kind as many as a page tells, and only what its reader may see. */
export const RiskTies = z
  .strictObject({
    /** About the risk itself or one of its controls, whichever `about` names. */
    nonconformities: z.array(Nonconformity.pick({ id: true, title: true, status: true }).extend({ about: z.string() })),
    findings: z.array(AuditFinding.pick({ id: true, audit: true, criterion: true, status: true })),
    /** Planned changes that may make it another than it was judged. */
    changes: z.array(Change.pick({ id: true, title: true, status: true, run: true })),
    /** Runs that asked about it: whether they ask now, and when they were answered last. */
    runs: z.array(Run.pick({ id: true, process: true, key: true }).extend({ isAsked: z.boolean(), answeredAt: Instant.optional() })),
  })
  .meta({ id: 'RiskTies' });
export type RiskTies = z.infer<typeof RiskTies>;
