import type { Campaign } from '../../domain/records/campaign.ts';
import { engine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { countsOf, missingIn } from '../../models/campaigns.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { createNumbered } from '../../models/numbered.ts';
import { accountableFor } from '../../models/people.ts';
import type { Deps } from '../deps.ts';
import { processOf, unrecoverable } from '../knowledge.ts';
import { changeOnce } from '../registers/byFlow.ts';
import { type Of, theCampaign } from './piece.ts';

export const createCampaignEnds = ({ store, clock }: Deps) => {
  const change = (call: Of, event: string, set: Partial<Campaign>) =>
    changeOnce(store, {
      ...{ register: 'campaigns', id: call.campaign, set, event, actor: engine, key: call.key },
      at: clock.toOrganization(call.at),
    });

  return {
    /** From now on what is asked does not change any more. */
    async beginCampaign(call: Of): Promise<void> {
      const { workingDays, status, run } = await theCampaign(store, call.campaign);
      if (run === call.run) return; // an earlier execution of this run, or another try
      if (status !== 'draft' && status !== 'cancelled') throw unrecoverable(`${call.campaign} was started by ${run}`);
      const calendar = calendarOf(await settingsNow(store), undefined);
      const due = calendar.addWorkingDays(calendar.dayOf(clock.toOrganization(call.at)), workingDays);
      await change(call, 'started', { status: 'running', run: call.run, due, counts: undefined });
    },

    /** Keeps the counts of the end, before what is missing is asked no more. All who are missing past the last level are one deviation (G15). */
    async countMissing(call: Of): Promise<{ missing: number; nonconformity?: string }> {
      const counts = await countsOf(store, call.run);
      await change(call, 'counted', { counts });
      const tasks = await store.tasks.pick(missingIn(call.run), ['rungs']);
      const ignored = tasks.filter(isPastTheLast).length;
      const nonconformity = ignored === 0 ? undefined : await deviation(call, ignored);
      return { missing: counts.missing, ...(nonconformity !== undefined && { nonconformity }) };
    },

    async closeCampaign({ status, ...call }: Of<{ status: 'closed' | 'cancelled' }>): Promise<void> {
      await change(call, status, { status });
    },
  };

  async function deviation({ campaign, run, key, at: real }: Of, ignored: number): Promise<string> {
    const at = clock.toOrganization(real);
    const { id: owner } = await accountableFor(store, processOf('campaign'));
    return createNumbered(store, {
      register: 'nonconformities',
      set: {
        title: `${ignored} have not answered ${campaign}`,
        source: { kind: 'missedTask', run, subject: campaign },
        ...{ owner, proposedAt: at, status: 'candidate', origin: key },
      },
      ...{ at, actor: engine, event: 'proposed', key },
    });
  }
};

const isPastTheLast = ({ rungs }: Pick<Task, 'rungs'>): boolean =>
  rungs.some(({ nonconformity, state }) => nonconformity === true && (state === 'sent' || state === 'missed'));
