import { defaultSettings } from '../defaults.ts';
import type { Instant } from '../records/common.ts';
import type { Settings, Site } from '../records/settings.ts';

export type SiteName = 'freiburg' | 'porto';

/** Days on which a site of the example does not work although no law says so, in the year of `at` and the next. */
const ownHolidays = (at: Instant, days: readonly (readonly [monthAndDay: string, name: string])[]): Site['holidays'] => {
  const year = Number(at.slice(0, 4));
  return [year, year + 1].flatMap((y) => days.map(([day, name]) => ({ day: `${y}-${day}`, name })));
};

const bridge = [
  ['12-24', 'Closed between the years'],
  ['12-28', 'Closed between the years'],
  ['12-29', 'Closed between the years'],
  ['12-30', 'Closed between the years'],
  ['12-31', 'Closed between the years'],
] as const;

const freiburg = (at: Instant): Site => ({
  id: 'freiburg',
  name: 'Freiburg',
  country: 'DE',
  region: 'BW',
  zone: 'Europe/Berlin',
  holidays: ownHolidays(at, [['07-10', 'Company day'], ...bridge]),
});

// Portugal has no regions in the holiday data, so the town's own day stands here.
const porto = (at: Instant): Site => ({
  id: 'porto',
  name: 'Porto',
  country: 'PT',
  zone: 'Europe/Lisbon',
  holidays: ownHolidays(at, [['06-24', 'São João'], ['07-10', 'Company day'], ...bridge]),
});

/** Default settings with the two sites of Tessel Instruments and their own free days. */
export const exampleSettings = (at: Instant): Settings => ({
  ...defaultSettings({ at, organization: 'Tessel Instruments', zone: 'Europe/Berlin' }),
  sites: [freiburg(at), porto(at)],
  defaultSite: 'freiburg',
});
