import { isDue, isFrequent } from '../../domain/reviewDates.ts';
import { closedStates } from '../../domain/rules/task.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';

/** Ids and frozen facts that flows read from registers. */
export const createReads = ({ store }: Pick<Deps, 'store'>) => ({
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
});

export type Reads = ReturnType<typeof createReads>;
