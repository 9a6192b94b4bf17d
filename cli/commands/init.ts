import { Settings } from '../../domain/records/settings.ts';
import type { Context } from '../context.ts';
import { WrongUsage } from '../failures.ts';

export type InitOptions = {
  organization?: string | undefined;
  site?: string | undefined;
  country?: string | undefined;
  region?: string | undefined;
  zone?: string | undefined;
  language?: string | undefined;
};

/** Says who the organization is and where its default site lies; without options it only shows that. */
export async function init({ client, output }: Context, options: InitOptions): Promise<void> {
  const before = await client.get('/settings', Settings);
  const wanted = changed(before, options);
  const unchanged = JSON.stringify(wanted) === JSON.stringify(before);
  const { id: _id, updatedAt: _updatedAt, ...body } = wanted;
  const after = unchanged ? before : await client.put('/settings', body, Settings);
  output.result(after, [...(unchanged ? [] : [`Recorded as version ${after.version} of the settings.`, '']), ...shown(after, output)]);
}

function changed(settings: Settings, { organization, site, country, region, zone, language }: InitOptions): Settings {
  const sites = settings.sites.map((one) => {
    if (one.id !== settings.defaultSite) return one;
    const { region: regionBefore, ...rest } = one;
    // A region belongs to its country, so it goes with it.
    const kept = region ?? (country === undefined || country.toUpperCase() === one.country ? regionBefore : undefined);
    return {
      ...rest,
      ...(site !== undefined && { name: site }),
      ...(country !== undefined && { country: country.toUpperCase() }),
      ...(kept !== undefined && { region: kept }),
      ...(zone !== undefined && { zone }),
    };
  });
  return { ...settings, sites, organization: organization ?? settings.organization, language: languageOf(language) ?? settings.language };
}

function languageOf(said: string | undefined): Settings['language'] | undefined {
  if (said === undefined || said === 'en' || said === 'de') return said;
  throw new WrongUsage(`The language is en or de, not ${said}.`);
}

function shown({ organization, language, sites, defaultSite, workingDay }: Settings, output: Context['output']): string[] {
  const rows = sites.map(({ id, name, country = '', region = '', zone, holidays }) => [
    `${name}${id === defaultSite ? ' (default)' : ''}`,
    country === '' ? 'not set' : [country, region].filter((part) => part !== '').join('-'),
    zone,
    String(holidays.length),
  ]);
  return [
    `${organization}, language ${language}, working day ${workingDay.start} to ${workingDay.end}`,
    '',
    ...output.table({ head: ['Site', 'Country', 'Time zone', 'Own free days'], rows }),
    ...(sites.some(({ country }) => country === undefined)
      ? ['', 'A site without a country has no public holidays: fourstroke init --country DE']
      : []),
  ];
}
