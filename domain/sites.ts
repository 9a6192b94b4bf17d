import { type Calendar, makeCalendar } from './calendar.ts';
import type { Person } from './records/person.ts';
import type { Settings, Site } from './records/settings.ts';

/** The site of a person, or the default one when nobody is given or the site has been removed since. */
export function siteOf(settings: Settings, person: Pick<Person, 'site'> | undefined): Site {
  const named = (id: string | undefined) => settings.sites.find((site) => site.id === id);
  const site = named(person?.site) ?? named(settings.defaultSite) ?? settings.sites[0];
  if (site === undefined) throw new Error('the settings have no site');
  return site;
}

export const calendarOf = (settings: Settings, person: Pick<Person, 'site'> | undefined): Calendar =>
  makeCalendar(siteOf(settings, person), settings);
