import { previousPeriod } from '../../domain/period.ts';
import type { MeasureSource } from '../../domain/records/measurement.ts';
import { isDue, isFrequent } from '../../domain/reviewDates.ts';
import { closedStates } from '../../domain/rules/task.ts';
import type { Filter } from '../../models/collection.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import { createCampaignReads } from '../campaign/reads.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { createAcceptanceReads } from './acceptances.ts';
import { createAuditReads } from './auditReads.ts';
import { createControlReads } from './controlReads.ts';
import { createCycleReads } from './cycles.ts';
import { createDocumentReads } from './documents.ts';
import { createReviewReads } from './managementReviews.ts';
import { isMeasuredIn } from './measuring.ts';
import { createChangeReads } from './plannedChanges.ts';
import { createRolloutReads } from './rollouts.ts';
import { createSetupReads } from './setup.ts';

/** Ids and frozen facts that flows read from registers. */
export const createReads = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => ({
  /**
   * Ids of the risks that a review asks about: those due in the period, or every active one; between two quarters those of the bands that do not wait
   * that long, unless somebody is asked about them already.
   */
  async risksDue({ subject }: Pick<Call<unknown>, 'subject'>): Promise<string[]> {
    const criteria = await criteriaNow(store);
    const risks = await store.risks.find({ status: { $nin: ['draft', 'closed'] } });
    if (subject.scope === 'all') return risks.map((risk) => risk.id);
    const due = risks.filter((risk) => isDue(risk, String(subject.period), criteria));
    if (subject.scope !== 'frequent') return due.map((risk) => risk.id);
    const frequent = due.filter((risk) => isFrequent(risk, criteria)).map((risk) => risk.id);
    const asked = await store.tasks.find({ process: 'riskReview', about: { $in: frequent }, state: { $nin: [...closedStates] } });
    return frequent.filter((risk) => !asked.some(({ about }) => about === risk));
  },

  /** Who has put a nonconformity right, found its cause, planned or carried out: none of them judges whether it worked. */
  async doersOf({ nonconformity }: Call<{ nonconformity: string }>): Promise<string[]> {
    const found = await store.nonconformities.get(nonconformity);
    const own = ['corrected', 'analysed', 'planned', 'implemented'];
    const entries = await store.trail.find({ chain: `nonconformities/${nonconformity}`, event: { $in: own } });
    const people = [...entries.map(({ actor }) => actor.person), found?.owner, found?.responsible];
    return [...new Set(people)].filter((person): person is string => person !== undefined && person !== 'engine');
  },

  /** Measures that a run of a quarter has to bring: all whose own period ended with the quarter before. */
  measuresDue: ({ subject }: Pick<Call<unknown>, 'subject'>): Promise<string[]> => measuresFor(store, String(subject.period), {}),

  /** Those of them that are asked of people. */
  measuresAsked: ({ subject }: Pick<Call<unknown>, 'subject'>): Promise<string[]> =>
    measuresFor(store, String(subject.period), { source: 'asked' }),

  async measure({ measure }: Call<{ measure: string }>): Promise<{ source: MeasureSource; analyst: string }> {
    const found = await store.measures.get(measure);
    if (found === undefined) throw unrecoverable(`there is no measure ${measure}`);
    return { source: found.source, analyst: found.analyst };
  },

  /** What an accepted proposal starts; null where it only was to be known. */
  async proposed({ proposal }: Call<{ proposal: string }>): Promise<{ process: string; subject: Record<string, unknown> } | null> {
    const found = await store.proposals.get(proposal);
    return found?.subject === undefined ? null : { process: found.process, subject: found.subject };
  },

  ...createAcceptanceReads({ store, clock }),
  ...createControlReads({ store }),
  ...createAuditReads({ store }),
  ...createReviewReads({ store }),
  ...createCycleReads({ store }),
  ...createSetupReads({ store, clock }),
  ...createChangeReads({ store }),
  ...createDocumentReads({ store, clock }),
  ...createCampaignReads({ store, clock }),
  ...createRolloutReads({ store, clock }),
});

async function measuresFor(store: Store, period: string, more: Filter): Promise<string[]> {
  const active = await store.measures.find({ status: 'active', ...more }, { sort: { _id: 1 } });
  return active.filter((measure) => isMeasuredIn(measure, previousPeriod(period))).map(({ id }) => id);
}

export type Reads = ReturnType<typeof createReads>;
