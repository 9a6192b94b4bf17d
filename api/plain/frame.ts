import type { Request } from 'express';
import { systemNow } from '../../domain/clock.ts';
import type { Person } from '../../domain/records/person.ts';
import { siteOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { holdersOf } from '../../models/people.ts';
import type { Api } from '../deps.ts';
import { languageOf } from '../problem.ts';
import { styleHref } from './style.ts';
import type { Frame } from './views/types.ts';

/** What a page needs to know of its reader. */
export async function frameOf({ store, clock }: Api, request: Request, reader?: Person): Promise<Frame> {
  const settings = await settingsNow(store);
  return {
    language: reader?.language ?? languageOf(request),
    organization: settings.organization,
    now: clock.now(),
    zone: siteOf(settings, reader).zone,
    style: styleHref,
    ...(reader && { person: { name: reader.name } }),
  };
}

/** A page that can be shown when the database is away. */
export const bareFrame = (request: Request): Frame => ({
  ...{ language: languageOf(request), organization: 'Fourstroke', now: systemNow(), zone: 'UTC', style: styleHref },
});

export const managerName = async ({ store }: Api): Promise<string | undefined> => (await holdersOf(store, 'ismsManager'))[0]?.name;
