import { toInstant, toMs } from '../domain/clock.ts';
import { engine } from '../domain/records/common.ts';
import { calendarOf } from '../domain/sites.ts';
import type { Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Store } from '../models/store.ts';
import { invalid } from './mount.ts';

type Asked = {
  subject?: string | undefined;
  from?: number | undefined;
  within?: string | undefined;
  by?: string | undefined;
  event?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/** After every chain that begins with the same. */
const last = '\uffff';

/** The entries that somebody wants to see. @throws Refusal 400 where nobody is called so */
export async function trailFilter(store: Store, { subject, from, within, by, event, since, until }: Asked): Promise<Filter> {
  return allOf(
    subject === undefined ? {} : { chain: subject },
    from === undefined ? {} : { seq: { $gte: from } },
    within === undefined ? {} : { chain: { $gte: within, $lt: `${within}${last}` } },
    by === undefined ? {} : { 'actor.person': { $in: await peopleCalled(store, by) } },
    event === undefined ? {} : { event },
    since === undefined && until === undefined ? {} : { at: await between(store, since, until) },
  );
}

/** Also those who have left: what they did stays theirs. */
async function peopleCalled(store: Store, typed: string): Promise<string[]> {
  const wanted = typed.trim();
  if (wanted === engine.person) return [wanted];
  const filters: Filter[] = [{ id: wanted }, { email: wanted.toLowerCase() }, { name: wanted }];
  for (const filter of filters) {
    const found = await store.people.ids(filter);
    if (found.length > 0) return found;
  }
  throw invalid(400, [{ path: 'by', message: 'nobody has this name, mail address or id' }]);
}

async function between(store: Store, since: string | undefined, until: string | undefined): Promise<Filter> {
  const calendar = calendarOf(await settingsNow(store), undefined);
  return {
    ...(since !== undefined && { $gte: calendar.midnight(since) }),
    ...(until !== undefined && { $lt: calendar.midnight(dayAfter(until)) }),
  };
}

const dayAfter = (day: string): string => toInstant(toMs(`${day}T00:00:00.000Z`) + 86_400_000).slice(0, 10);
