import type { Campaign, CampaignCounts } from '../domain/records/campaign.ts';
import type { Task } from '../domain/records/task.ts';
import { unansweredStates } from '../domain/rules/task.ts';
import type { Store } from './store.ts';

/** What is asked of one person: one task for each, ever, so that its id is the guard against asking twice. */
export const questionOf = (run: string, kind: Campaign['kind'], person: string): string => `${run}/${taskFor[kind]}/${person}/1`;

export const taskFor: Record<Campaign['kind'], string> = { statement: 'sign', training: 'learn' };

export const missingIn = (run: string) => ({ run, state: { $in: [...unansweredStates] } });

/** How many were asked, and what became of it until now. */
export async function countsOf(store: Store, run: string): Promise<CampaignCounts> {
  const count = (filter: object) => store.tasks.count({ run, ...filter });
  const [asked, answered, excepted, dropped] = await Promise.all([
    count({}),
    count({ state: 'done' }),
    count({ state: 'waived' }),
    count({ state: 'cancelled' }),
  ]);
  return { asked, answered, excepted, dropped, missing: asked - answered - excepted - dropped };
}

/** The counts of a campaign: as it was closed, since what was missing then is not asked any more; or as they are now. */
export async function progressOfCampaign(store: Store, { status, run, counts }: Campaign): Promise<CampaignCounts> {
  if (run === undefined) return none;
  return status === 'closed' || status === 'cancelled' ? (counts ?? none) : countsOf(store, run);
}

const none: CampaignCounts = { asked: 0, answered: 0, excepted: 0, dropped: 0, missing: 0 };

/** Those who are missing, of whom this reader was told at a rung. */
export async function missingToldTo(store: Store, run: string, rung: string, reader: string): Promise<Pick<Task, 'assignee' | 'due'>[]> {
  const missing = await store.tasks.pick(missingIn(run), ['assignee', 'due', 'rungs']);
  return missing.filter(({ rungs }) => rungs.some(({ key, state, told }) => key === rung && state === 'sent' && told.includes(reader)));
}
