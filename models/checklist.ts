import type { Calendar } from '../domain/calendar.ts';
import { type ChecklistLine, checklistOf, type Holding, type InForce, type Standing } from '../domain/checklist.ts';
import type { Day, Instant } from '../domain/records/common.ts';
import type { Filter } from './collection.ts';
import { criteriaNow } from './knowledge.ts';
import { statementNow } from './soa.ts';
import type { Store } from './store.ts';

type Asked = { store: Store; dayOf: Calendar['dayOf'] };

/** What has to be documented, and what stands for it today. */
export async function checklistNow(store: Store, calendar: Pick<Calendar, 'dayOf'>, today: Day): Promise<ChecklistLine[]> {
  const asked = { store, dayOf: calendar.dayOf };
  const [documents, held, necessary] = await Promise.all([documentsInForce(asked), heldNow(asked), necessaryNow(store)]);
  return checklistOf({ documents, held, necessary, today });
}

async function documentsInForce({ store, dayOf }: Asked): Promise<InForce[]> {
  const documents = await store.documents.find({ status: 'current' });
  const versions = await store.documentVersions.pick({ id: { $in: documents.flatMap(({ current }) => current ?? []) } }, ['approvedAt']);
  const approved = new Map(versions.map(({ id, approvedAt }) => [id, approvedAt]));
  return documents.map((document) => {
    const at = approved.get(document.current ?? '');
    return { ...document, ...(at !== undefined && { approvedOn: dayOf(at) }) };
  });
}

async function necessaryNow(store: Store): Promise<Set<string>> {
  return new Set((await statementNow(store)).filter(({ applicable }) => applicable === true).map(({ control }) => control));
}

/** Registers of which a record is in force, with when it was approved. */
const inForce = { scopes: 'approved', policies: 'approved' } as const;
/** Registers of which every record of these kinds is kept. */
const kept = {
  objectives: { status: { $in: ['active', 'achieved', 'notAchieved'] } },
  campaigns: { kind: 'training', status: 'closed' },
  assessments: {},
  controlChecks: {},
  treatmentPlans: { status: { $in: ['approved', 'accepted', 'continued'] } },
  measurements: {},
  auditProgrammes: { status: { $ne: 'draft' } },
  audits: { status: { $in: ['reported', 'followUp', 'closed'] } },
  managementReviews: { status: { $in: ['approved', 'closed'] } },
  nonconformities: { status: { $ne: 'declined' } },
  requirements: { status: 'active' },
} satisfies Partial<Record<Holding, Filter>>;

async function heldNow(asked: Asked): Promise<Record<Holding, Standing[]>> {
  const versions = Object.keys(inForce).map(async (register) => [register, await approvedOf(asked, register as keyof typeof inForce)]);
  const records = Object.entries(kept).map(async ([register, filter]) => [
    register,
    await countedIn(asked, register as keyof typeof kept, filter),
  ]);
  const own = [
    ['riskCriteria', await criteriaOf(asked)],
    ['soaVersions', await statementOf(asked)],
    ['runs', await lastRunOf(asked)],
  ];
  return Object.fromEntries([...(await Promise.all([...versions, ...records])), ...own]) as Record<Holding, Standing[]>;
}

async function approvedOf({ store, dayOf }: Asked, register: keyof typeof inForce): Promise<Standing[]> {
  const found = await store[register].find({ status: inForce[register] });
  return found.map(({ id, approvedAt }) => ({ register, id, ...on(dayOf, approvedAt) }));
}

const on = (dayOf: Calendar['dayOf'], at: Instant | undefined) => (at === undefined ? {} : { approvedOn: dayOf(at) });

/** How many there are, and the last of them by its id. */
async function countedIn({ store }: Asked, register: keyof typeof kept, filter: Filter): Promise<Standing[]> {
  const collection = store[register] as unknown as {
    count(f: Filter): Promise<number>;
    first(f: Filter, o: object): Promise<{ id: string } | undefined>;
  };
  const last = await collection.first(filter, { sort: { _id: -1 } });
  return last === undefined ? [] : [{ register, id: last.id, count: await collection.count(filter) }];
}

async function criteriaOf({ store, dayOf }: Asked): Promise<Standing[]> {
  const { id, createdAt } = await criteriaNow(store);
  return [{ register: 'riskCriteria', id, ...on(dayOf, createdAt) }];
}

async function statementOf({ store, dayOf }: Asked): Promise<Standing[]> {
  const newest = await store.soaVersions.first({}, { sort: { publishedAt: -1 } });
  return newest === undefined ? [] : [{ register: 'soaVersions', id: newest.id, ...on(dayOf, newest.publishedAt) }];
}

/** Not counted: there is no end to them. */
async function lastRunOf({ store }: Asked): Promise<Standing[]> {
  const last = await store.runs.first({ status: 'closed' }, { sort: { openedAt: -1 } });
  return last === undefined ? [] : [{ register: 'runs', id: last.id }];
}
