import type { Day } from '../domain/records/common.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';

/** The day at the default site of the organization, by its own clock. */
export const todayOf = async ({ store, clock }: Pick<Api, 'store' | 'clock'>): Promise<Day> =>
  calendarOf(await settingsNow(store), undefined).dayOf(clock.now());
