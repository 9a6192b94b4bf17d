import type { Instant } from '../../domain/records/common.ts';
import { calendarOf } from '../../domain/sites.ts';
import { missingIn } from '../../models/campaigns.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Deps } from '../deps.ts';
import type { Of } from './piece.ts';

/** How a campaign stands: how many are missing, whether its time is over, and when there is something to do next, in the organization's time. */
export type Standing = { missing: number; isOver: boolean; next: Instant };

export const createCampaignReads = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => ({
  async campaignStanding({ run, at }: Of): Promise<Standing> {
    const missing = await store.tasks.pick(missingIn(run), ['rungs']);
    const rungs = missing.flatMap((task) => task.rungs);
    const calendar = calendarOf(await settingsNow(store), undefined);
    const today = calendar.dayOf(clock.toOrganization(at));
    const pending = rungs.flatMap((rung) => (rung.state === 'pending' ? [rung.at] : []));
    const morning = calendar.startOfDay(calendar.addWorkingDays(today, 1));
    return {
      missing: missing.length,
      // On the day after the last rung: whoever it reached has a day to answer.
      isOver: pending.length === 0 && rungs.every((rung) => calendar.dayOf(rung.at) < today),
      next: [...pending, morning].reduce((first, one) => (one < first ? one : first)),
    };
  },
});
