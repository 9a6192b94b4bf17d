import type { Instant } from '../../domain/records/common.ts';
import type { Mail } from '../../domain/records/letter.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { textsOf } from '../../models/trail.ts';
import type { MailDeps } from '../deps.ts';
import type { CalendarChange } from '../sections/calendar.ts';
import { markReached, markUnreachable } from './address.ts';
import { tellDeputy, tellTasks } from './unreachable.ts';

/** The relay's last word on a mail. A refusal is `about` the address, or about this message only. */
export type RelayAnswer = { event: 'accepted' | 'rejected'; about?: 'address' | 'message'; response: string };

export const chainOf = ({ id }: Mail): string => `mail/${id}`;

/** All that follows from the answer to a mail. The mail is marked last: until then whoever comes next finds the answer in the trail and writes the rest. */
export async function conclude(deps: MailDeps, mail: Mail, entry: TrailEntry): Promise<void> {
  const { store } = deps;
  const state = entry.event as RelayAnswer['event'];
  const { response = '', to = '' } = await textsOf(store, entry);
  const about = { person: mail.person, mail: mail.id, at: entry.at, to };
  if (state === 'rejected') await rejected(deps, about, (entry.data as { about?: RelayAnswer['about'] }).about, response);
  else await markReached(store, about);
  if (state === 'accepted') await keepCalendar(deps, mail.person, (entry.data.calendar ?? []) as CalendarChange[]);
  await store.letters.setMany({ mail: mail.id, state: 'sending' }, { state });
  await store.mails.set(mail.id, { state, answeredAt: entry.at, response });
}

type Refused = { person: string; mail: string; at: Instant; to: string };

async function rejected(deps: MailDeps, refused: Refused, about: RelayAnswer['about'], response: string): Promise<void> {
  const { person, mail, at } = refused;
  const letters = await deps.store.letters.find({ mail, state: 'sending' });
  await tellTasks(deps, person, letters, response);
  await tellDeputy(deps, person, letters, at);
  if (about === 'address') await markUnreachable(deps.store, refused, response);
}

/** What the person's calendar has been told, so that the next version takes its place. */
async function keepCalendar({ store }: MailDeps, person: string, changes: readonly CalendarChange[]): Promise<void> {
  for (const { uid: id, run, task, due, sequence, method } of changes) {
    const entry = { person, run, task, due, sequence, state: method === 'CANCEL' ? ('cancelled' as const) : ('published' as const) };
    if (!(await store.calendarEntries.set(id, entry, { sequence: { $lt: sequence } })))
      await store.calendarEntries.insert({ id, ...entry });
  }
}
