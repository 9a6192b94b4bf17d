import { systemNow } from '../../domain/clock.ts';
import { criteriaPreset } from '../../domain/criteria.ts';
import { defaultSettings } from '../../domain/defaults.ts';
import { engine } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { Settings } from '../../domain/records/settings.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';

/** Ids of the people of the small test organization: Hanna runs the ISMS, Martin leads, Tove is the board; Lukas and Marta own risks. */
export const ids = {
  hanna: 'per-hanna00000',
  martin: 'per-martin0000',
  tove: 'per-tove000000',
  lukas: 'per-lukas00000',
  marta: 'per-marta00000',
};

const people: Pick<Person, 'id' | 'name' | 'email' | 'roles' | 'manager'>[] = [
  { id: ids.tove, name: 'Tove Lind', email: 'tove@tessel.example', roles: [{ role: 'topManagement' }] },
  { id: ids.hanna, name: 'Hanna Vogt', email: 'hanna@tessel.example', roles: [{ role: 'ismsManager' }], manager: ids.tove },
  { id: ids.martin, name: 'Martin Seidel', email: 'martin@tessel.example', roles: [{ role: 'riskOwner' }], manager: ids.tove },
  { id: ids.lukas, name: 'Lukas Wendt', email: 'lukas@tessel.example', roles: [{ role: 'riskOwner' }], manager: ids.martin },
  { id: ids.marta, name: 'Marta Nogueira', email: 'marta@tessel.example', roles: [{ role: 'riskOwner' }], manager: ids.martin },
];

const change = { at: systemNow(), actor: engine, event: 'created' };

/** A small organization of five people in Berlin's zone, with criteria and settings. */
export async function foundOrganization(store: Store, settings: Partial<Settings> = {}): Promise<void> {
  const {
    id: _id,
    version: _version,
    updatedAt: _at,
    ...defaults
  } = defaultSettings({ at: change.at, organization: 'Tessel Instruments', zone: 'Europe/Berlin' });
  await changeRecord(store, {
    ...change,
    register: 'settings',
    id: 'settings',
    set: { ...defaults, mail: { gatherSeconds: 1 }, ...settings },
  });
  const { id, version: _v, ...criteria } = criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: change.at });
  await store.riskCriteria.insert({ ...criteria, id, version: 1 });
  for (const { id: person, ...set } of people)
    await changeRecord(store, {
      ...change,
      register: 'people',
      id: person,
      set: { site: 'head-office', language: 'en', absences: [], status: 'active', ...set },
    });
}

export async function addRisks(store: Store, owner: string, references: readonly string[], more: Partial<Risk> = {}): Promise<void> {
  for (const id of references) {
    const set: Partial<Risk> = {
      ...{ name: `Secret of ${id}`, description: 'What it is about.', owner, assets: [], threat: '', vulnerability: '', properties: [] },
      ...{ treatment: [], controls: [], status: 'active', ...more },
    };
    await changeRecord(store, { ...change, register: 'risks', id, set });
  }
}
