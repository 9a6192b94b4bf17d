import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Day } from './records/common.ts';

type Place = { country: string; region?: string | undefined };

// Computing a year takes up to 50 ms and never gives another result, so each is computed once.
const years = new Map<string, ReadonlyMap<Day, string>>();

/** Name of the public holiday that makes this whole day free in the country or region, if there is one. */
export function publicHoliday(place: Place, day: Day): string | undefined {
  const year = Number(day.slice(0, 4));
  // A holiday of several days may have begun in the year before.
  return holidaysOf(place, year).get(day) ?? holidaysOf(place, year - 1).get(day);
}

/** What is wrong with a country or region, as a sentence that says what is known; undefined when its holidays are known. */
export function unknownPlace({ country, region }: Place): string | undefined {
  const holidays = new Holidays();
  if (!(country in holidays.getCountries())) return `No holidays are known for the country ${country}; leave it out and list them by hand.`;
  if (region === undefined) return undefined;
  const regions = Object.keys(holidays.getStates(country) ?? {});
  if (regions.includes(region)) return undefined;
  return regions.length === 0
    ? `${country} has no regions; leave the region out.`
    : `A region of ${country} is one of ${regions.join(', ')}.`;
}

function holidaysOf(place: Place, year: number): ReadonlyMap<Day, string> {
  const key = `${place.country}/${place.region ?? ''}/${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const computed = compute(place, year);
  years.set(key, computed);
  return computed;
}

function compute({ country, region }: Place, year: number): ReadonlyMap<Day, string> {
  const holidays = new Holidays(region === undefined ? { country } : { country, state: region }, { types: ['public', 'bank'] });
  const days = new Map<Day, string>();
  for (const { date, start, end, name } of holidays.getHolidays(year, 'en') ?? []) {
    // Half days (24 December from 14:00) are worked; a lunar holiday begins at sunset, but its date is the free day.
    if (!date.slice(10).startsWith(' 00:00:00')) continue;
    const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
    const first = DateTime.fromISO(date.slice(0, 10), { zone: 'utc' });
    for (let i = 0; i < length; i++) days.set(first.plus({ days: i }).toFormat('yyyy-MM-dd'), name);
  }
  return days;
}
