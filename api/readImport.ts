import { makeCalendar } from '../domain/calendar.ts';
import type { ImportPiece } from '../domain/records/import.ts';
import { siteOf } from '../domain/sites.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';
import type { ImportContext } from './import/context.ts';
import { type Importable, readRegister } from './import/readRegister.ts';
import type { ImportResult } from './import/report.ts';

/** Records of one register, in the order in which they are written. */
export type Batch = { register: ImportPiece['register']; records: Record<string, unknown>[] };

/** What was found in a file: how many records it holds, what is wrong, and the records themselves. */
export type Reading = Omit<ImportResult<unknown>, 'rows'> & { rows: number; batches: Batch[] };

const readers: Record<Importable, (bytes: Buffer, context: ImportContext, now: string) => Reading> = {
  people: (bytes, context) => plain('people', readRegister('people', bytes, context)),
  controls: (bytes, context) => plain('controls', readRegister('controls', bytes, context)),
  riskCriteria(bytes, context, createdAt) {
    const { rows, ...rest } = readRegister('riskCriteria', bytes, context);
    return plain('riskCriteria', { ...rest, rows: rows.map((criteria) => ({ ...criteria, createdAt })) });
  },
  /** New controls and past assessments first, so that no risk names what is not there. */
  risks(bytes, context) {
    const { rows, controls, report, notes, ignored } = readRegister('risks', bytes, context);
    const batches: Batch[] = [
      { register: 'controls', records: controls },
      { register: 'assessments', records: rows.flatMap(({ assessment }) => assessment ?? []) },
      { register: 'risks', records: rows.map(({ risk }) => risk) },
    ];
    return { rows: rows.length, report, notes, ignored, batches };
  },
};

const plain = (register: Batch['register'], { rows, report, notes, ignored }: ImportResult<Record<string, unknown>>): Reading => ({
  ...{ rows: rows.length, report, notes, ignored },
  batches: [{ register, records: rows }],
});

/** Reads a file against what exists now; nothing is written. */
export async function readImport(api: Api, register: Importable, bytes: Buffer): Promise<Reading> {
  return readers[register](bytes, await contextOf(api, register), api.clock.now());
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
  const existing = register === 'risks' ? await store.risks.find({}) : register === 'controls' ? controls : [];
  // The number in the id says which version of the criteria it is; the record itself never changes.
  const version = Math.max(...versions.map(({ id }) => Number(id.slice('criteria-'.length))));
  return {
    ...{ people: people.filter(({ status }) => status === 'active'), sites, defaultSite, language, controls },
    criteria: { ...criteria, version },
    existingIds: new Set(existing.map(({ id }) => id)),
    emails: new Set(people.map(({ email }) => email)),
    today: makeCalendar(siteOf(settings, undefined), settings).dayOf(clock.now()),
  };
}
