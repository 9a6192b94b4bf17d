import { createHash } from 'node:crypto';
import type { ServiceConfig } from '../config.ts';
import { systemNow } from '../domain/clock.ts';
import { criteriaPreset } from '../domain/criteria.ts';
import { defaultSettings } from '../domain/defaults.ts';
import { exampleOrganization } from '../domain/example/index.ts';
import { engine, type Instant } from '../domain/records/common.ts';
import type { RecordOf } from '../domain/records/index.ts';
import type { Person } from '../domain/records/person.ts';
import type { Organization } from '../domain/records/settings.ts';
import { changeRecord, type RegisterName } from '../models/registers.ts';
import type { Store } from '../models/store.ts';
import { sha256 } from './callers.ts';
import { hashPassword } from './passwords.ts';

type Config = Pick<ServiceConfig, 'adminEmail' | 'adminPassword' | 'adminToken' | 'example'> & Partial<Pick<ServiceConfig, 'clockStart'>>;
type Content = ReturnType<typeof exampleOrganization>;

/**
 * Creates the organization at the first start: its moment of creation first, which is the origin of its clock, then what it begins with, the
 * settings last. Every step has a fixed id, so that a start that was cut off, or two at once, come to the same organization.
 */
export async function ensureOrganization({ store, config }: { store: Store; config: Config }): Promise<Organization> {
  const startsAt = config.clockStart === undefined ? {} : { startsAt: config.clockStart };
  await store.organization.insert({ id: 'organization', createdAt: systemNow(), ...startsAt });
  const organization = await store.organization.get('organization');
  if (organization === undefined) throw new Error('the organization was inserted and is not there');
  const at = organization.startsAt ?? organization.createdAt;
  if ((await store.settings.get('settings')) === undefined) await create(store, config, at);
  await ensureToken(store, config, at);
  return organization;
}

async function create(store: Store, config: Config, at: Instant): Promise<void> {
  const { criteria, people, controls, risks, assessments, objectives, measures, settings } = contentOf(config, at);
  await inChunks(people, (person) => begin(store, 'people', person, at));
  await begin(store, 'riskCriteria', criteria, at);
  await inChunks(controls, (control) => begin(store, 'controls', control, at));
  await store.assessments.insertMissing(assessments);
  await inChunks(risks, (risk) => begin(store, 'risks', risk, at));
  await inChunks(objectives, (objective) => begin(store, 'objectives', objective, at));
  await inChunks(measures, (measure) => begin(store, 'measures', measure, at));
  await ensurePassword(store, config, at);
  await begin(store, 'settings', settings, at);
}

function contentOf(config: Config, at: Instant): Content {
  if (config.example) return exampleOrganization({ at, adminEmail: config.adminEmail });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const settings = defaultSettings({ at, organization: 'Our organization', zone });
  return {
    settings,
    criteria: criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: at }),
    people: [administrator(config, at, settings.defaultSite)],
    ...{ controls: [], risks: [], assessments: [], objectives: [], measures: [] },
  };
}

/** The first ISMS manager; the id is the same for every process that creates this organization, and names nobody. */
const administrator = ({ adminEmail }: Config, at: Instant, site: string): Person => ({
  id: `per-${BigInt(`0x${createHash('sha256').update(`administrator ${at}`).digest('hex')}`)
    .toString(36)
    .slice(0, 10)}`,
  version: 1,
  name: 'ISMS manager',
  email: adminEmail,
  roles: [{ role: 'ismsManager' }, { role: 'everyone' }],
  site,
  language: 'en',
  absences: [],
  status: 'active',
  updatedAt: at,
});

/** Inserts a record with its trail; one that is there already stays as it is. */
async function begin<N extends RegisterName>(store: Store, register: N, record: RecordOf<N>, at: Instant): Promise<void> {
  const { id, version: _version, updatedAt: _updatedAt, ...set } = record as { id: string; version: number; updatedAt?: Instant };
  await changeRecord(store, { register, id, set: set as Partial<RecordOf<N>>, at, actor: engine, event: 'created', key: 'setup' });
}

async function inChunks<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let n = 0; n < items.length; n += 12) await Promise.all(items.slice(n, n + 12).map(work));
}

const administratorOf = async (store: Store, { adminEmail }: Config): Promise<Person | undefined> =>
  (await store.people.first({ email: adminEmail.toLowerCase(), status: 'active' })) ??
  (await store.people.first({ status: 'active', 'roles.role': 'ismsManager' }));

async function ensurePassword(store: Store, config: Config, at: Instant): Promise<void> {
  const person = await administratorOf(store, config);
  if (person === undefined || config.adminPassword === undefined) return;
  await store.credentials.insert({ id: person.id, passwordHash: await hashPassword(config.adminPassword), changedAt: at });
}

const tokenName = 'ADMIN_TOKEN';

/** The token of the environment is the only one of its name: a new one at a later start takes the place of the old one. */
async function ensureToken(store: Store, config: Config, at: Instant): Promise<void> {
  const person = await administratorOf(store, config);
  if (person === undefined || config.adminToken === undefined) return;
  const id = sha256(config.adminToken);
  await store.tokens.insert({ id, person: person.id, name: tokenName, createdAt: at });
  await store.tokens.remove({ name: tokenName, _id: { $ne: id } });
}
