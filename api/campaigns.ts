import type { z } from 'zod';
import type { Campaign, CampaignAnswer, CampaignProgress } from '../domain/records/campaign.ts';
import type { Task } from '../domain/records/task.ts';
import { type Detail, notFound } from '../domain/refusal.ts';
import { progressOfCampaign, questionOf } from '../models/campaigns.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Store } from '../models/store.ts';
import type { Api } from './deps.ts';
import { byOf, type Caller, seen } from './policy.ts';
import { refusalOf } from './problem.ts';

/** n of m, and what it asks of the caller. @throws Refusal 404 */
export async function campaignProgress(api: Api, caller: Caller, id: string): Promise<z.input<typeof CampaignProgress>> {
  const campaign = await seen(caller, 'campaigns', api.store, id);
  if (campaign === undefined) throw notFound();
  const { title, kind, status, due, run } = campaign;
  const mine = await askedOf(api.store, campaign, caller);
  return {
    ...{ campaign: id, title, kind, status, due, run, ...(await progressOfCampaign(api.store, campaign)) },
    ...(mine !== undefined && { mine: answerOf(mine) }),
  };
}

type Sent = { outcome: unknown; key: string; repeated: boolean };

/**
 * The caller's own answer. One who has answered is answered with what they said then, however often and by whatever request they say it again.
 * @throws Refusal 404 for whoever is not asked, 409 `closed` where it is not asked any more, 422 with paths into the outcome
 */
export async function answerCampaign(api: Api, caller: Caller, id: string, sent: Sent): Promise<z.input<typeof CampaignAnswer>> {
  const campaign = await api.store.campaigns.get(id);
  const task = campaign && (await askedOf(api.store, campaign, caller));
  if (campaign === undefined || task === undefined) throw notFound();
  if (task.state === 'done') return answerOf(task);
  try {
    return answerOf(await api.tasks.complete({ task, by: byOf(caller), ...sent }));
  } catch (thrown) {
    // Answered by the link, or by another request, in the same moment.
    const now = refusalOf(thrown)?.code === 'closed' ? await askedOf(api.store, campaign, caller) : undefined;
    if (now?.state !== 'done') throw thrown;
    return answerOf(now);
  }
}

const askedOf = async (store: Store, { run, kind }: Campaign, { id }: Caller): Promise<Task | undefined> =>
  run === undefined ? undefined : store.tasks.get(questionOf(run, kind, id));

const answerOf = ({
  id,
  about = '',
  assignee,
  state,
  openedAt,
  due,
  answeredAt,
  answeredBy,
  outcome,
}: Task): z.input<typeof CampaignAnswer> => ({
  ...{ campaign: about, person: assignee, task: id, state, askedAt: openedAt, due, answeredAt, answeredBy, outcome },
});

/** What a campaign must agree with beyond its own shape: it asks somebody, and those that it names exist. What has begun is not changed any more. */
export async function campaignProblems(
  store: Store,
  { audience, control, status }: Omit<Campaign, 'version' | 'updatedAt'>,
): Promise<Detail[]> {
  return [
    ...(status === 'draft' || status === 'cancelled'
      ? []
      : [{ path: 'status', message: 'has begun: what is asked is not changed any more' }]),
    ...(await audienceProblems(store, audience)),
    ...(control !== undefined && (await store.controls.get(control)) === undefined
      ? [{ path: 'control', message: `there is no control ${control}` }]
      : []),
  ];
}

/** An audience has somebody in it, and the sites and people that it names are there. */
export async function audienceProblems(store: Store, { roles, sites: named, people: asked }: Campaign['audience']): Promise<Detail[]> {
  const { sites } = await settingsNow(store);
  const people = new Set((await store.people.find({ id: { $in: asked }, status: 'active' })).map(({ id }) => id));
  return [
    ...(roles.length + named.length + asked.length === 0 ? [{ path: 'audience', message: 'asks nobody' }] : []),
    ...named.flatMap((site, n) =>
      sites.some(({ id }) => id === site)
        ? []
        : [{ path: `audience.sites.${n}`, message: `is one of ${sites.map(({ id }) => id).join(', ')}` }],
    ),
    ...asked.flatMap((id, n) => (people.has(id) ? [] : [{ path: `audience.people.${n}`, message: 'nobody active has this id' }])),
  ];
}
