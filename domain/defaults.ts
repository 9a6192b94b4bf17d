import { defaultLadders } from './ladders.ts';
import type { Instant } from './records/common.ts';
import type { Settings } from './records/settings.ts';

/**
 * Settings an organization begins with: one site in the given zone, without a country until somebody sets it, so that no
 * holiday is guessed; Monday to Friday, 08:00 to 18:00; mail gathers for a minute.
 */
export const defaultSettings = (o: { at: Instant; organization: string; zone: string }): Settings => ({
  id: 'settings',
  version: 1,
  organization: o.organization,
  language: 'en',
  sites: [{ id: 'head-office', name: 'Head office', zone: o.zone, holidays: [] }],
  defaultSite: 'head-office',
  workingDay: { start: '08:00', end: '18:00' },
  workingWeek: [1, 2, 3, 4, 5],
  ladders: defaultLadders(),
  mail: { gatherSeconds: 60 },
  updatedAt: o.at,
});
