import { makeCalendar } from '../domain/calendar.ts';
import { siteOf } from '../domain/sites.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';
import type { ImportContext } from './import/context.ts';
import type { Reading } from './import/reading.ts';
import type { Importable } from './import/readRegister.ts';

/** A file for a register; of a workbook, the sheet of this name. */
export type RegisterFile = { register: Importable; bytes: Buffer; sheet: string | undefined; apply: boolean };

/** Reads a file against what exists now; nothing is written. */
export async function readImport(api: Api, file: RegisterFile): Promise<Reading> {
  return api.readApart({ ...file, context: await contextOf(api, file.register), now: api.clock.now() });
}

async function contextOf({ store, clock }: Api, register: Importable): Promise<ImportContext> {
  const settings = await settingsNow(store);
  const { sites, defaultSite, language } = settings;
  const [people, controls, criteria, versions] = await Promise.all([
    store.people.find({}),
    store.controls.find({}),
    criteriaNow(store),
    store.riskCriteria.find({}),
  ]);
  const existing = register === 'risks' ? await store.risks.ids({}) : register === 'controls' ? controls.map(({ id }) => id) : [];
  // The number in the id says which version of the criteria it is; the record itself never changes.
  const version = Math.max(...versions.map(({ id }) => Number(id.slice('criteria-'.length))));
  return {
    ...{ sites, defaultSite, language },
    people: people.map(({ id, name, email, status }) => ({ id, name, email, status })),
    controls: controls.map(({ id, name }) => ({ id, name })),
    criteria: { ...criteria, version },
    existingIds: new Set(existing),
    emails: new Set(people.map(({ email }) => email)),
    today: makeCalendar(siteOf(settings, undefined), settings).dayOf(clock.now()),
  };
}
