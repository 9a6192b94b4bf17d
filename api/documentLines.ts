import type { Document, DocumentVersion } from '../domain/records/document.ts';
import type { DocumentLine } from '../domain/records/documentLine.ts';
import { calendarOf } from '../domain/sites.ts';
import { progressOfCampaign } from '../models/campaigns.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Store } from '../models/store.ts';
import type { Api } from './deps.ts';
import { peopleById } from './taskLines.ts';

const fields = ['document', 'number', 'status', 'approvedAt', 'campaign'] as const;
type Version = Pick<DocumentVersion, (typeof fields)[number] | 'id'>;

const inMaking: readonly DocumentVersion['status'][] = ['draft', 'inReview', 'inApproval'];

/** Documents with the version in force, the one that is being made, and how far the acknowledgement is. */
export async function documentLines(api: Api, found: readonly Document[]): Promise<DocumentLine[]> {
  const { store, clock } = api;
  const calendar = calendarOf(await settingsNow(store), undefined);
  const today = calendar.dayOf(clock.now());
  const [versions, people] = await Promise.all([
    store.documentVersions.pick({ document: { $in: found.map(({ id }) => id) } }, fields),
    peopleById(
      api,
      found.map(({ owner }) => owner),
    ),
  ]);
  return Promise.all(
    found.map(async ({ id, title, kind, status, owner, current, nextReview }): Promise<DocumentLine> => {
      const inForce = versions.find((one) => one.id === current);
      return {
        ...{ id, title, kind, status, owner, ownerName: people.get(owner)?.name ?? owner, number: inForce?.number, nextReview },
        approvedOn: inForce?.approvedAt && calendar.dayOf(inForce.approvedAt),
        overdue: status === 'current' && nextReview !== undefined && nextReview < today,
        underWay: underWayOf(versions, id),
        acknowledged: await acknowledgedOf(store, inForce),
      };
    }),
  );
}

function underWayOf(versions: readonly Version[], document: string): DocumentLine['underWay'] {
  const made = versions.filter((one) => one.document === document && inMaking.includes(one.status));
  const newest = made.sort((a, b) => a.number - b.number).at(-1);
  return newest && { number: newest.number, status: newest.status };
}

async function acknowledgedOf(store: Store, version: Version | undefined): Promise<DocumentLine['acknowledged']> {
  const campaign = version?.campaign === undefined ? undefined : await store.campaigns.get(version.campaign);
  return campaign && { campaign: campaign.id, ...(await progressOfCampaign(store, campaign)) };
}
