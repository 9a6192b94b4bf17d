import type { Importable } from '../domain/importable.ts';
import { calendarOf } from '../domain/sites.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';
import type { ImportContext } from './import/context.ts';
import type { Reading } from './import/reading.ts';

/** A file for a register; of a workbook, the sheet of this name. */
export type RegisterFile = { register: Importable; bytes: Buffer; sheet: string | undefined; apply: boolean };

/** Reads a file against what exists now; nothing is written. */
export async function readImport(api: Api, file: RegisterFile): Promise<Reading> {
  return api.readApart({ ...file, context: await contextOf(api, file.register), now: api.clock.now() });
}

async function contextOf({ store, clock }: Api, register: Importable): Promise<ImportContext> {
  const settings = await settingsNow(store);
  const { sites, defaultSite, language } = settings;
  const calendar = calendarOf(settings, undefined);
  const [people, controls, parties, objectives, criteria, versions, existing] = await Promise.all([
    store.people.find({}),
    store.controls.pick({}, ['name']),
    store.interestedParties.pick({}, ['name']),
    store.objectives.pick({}, ['name']),
    criteriaNow(store),
    store.riskCriteria.find({}),
    // These two have no references that people write.
    register === 'people' || register === 'riskCriteria' ? [] : store[register].ids({}),
  ]);
  // The number in the id says which version of the criteria it is; the record itself never changes.
  const version = Math.max(...versions.map(({ id }) => Number(id.slice('criteria-'.length))));
  return {
    ...{ sites, defaultSite, language, zone: calendar.zone, parties, objectives },
    people: people.map(({ id, name, email, status }) => ({ id, name, email, status })),
    controls,
    criteria: { ...criteria, version },
    existingIds: new Set(existing),
    emails: new Set(people.map(({ email }) => email)),
    today: calendar.dayOf(clock.now()),
  };
}
