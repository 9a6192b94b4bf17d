import { type Calendar, makeCalendar } from '../../domain/calendar.ts';
import type { Person } from '../../domain/records/person.ts';
import { siteOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Api } from '../deps.ts';

/** `downloads`: signed in, and so may have the files of a task; by a link one only learns that they are there. */
export type Reader = { api: Api; person: Person; calendar: Calendar; siteName: string; downloads?: boolean };

export async function readerOf(api: Api, person: Person): Promise<Reader> {
  const settings = await settingsNow(api.store);
  const site = siteOf(settings, person);
  return { api, person, calendar: makeCalendar(site, settings), siteName: site.name };
}
