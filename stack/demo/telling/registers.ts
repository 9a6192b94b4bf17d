import { DateTime } from 'luxon';
import { type Entry, idIn } from '../facts.ts';
import { day, line, setOf, type Tell } from './line.ts';

export const people: Record<string, Tell> = {
  invited: (entry, nameOf) => ({
    ...{ group: `invited ${entry.actor.person}`, who: [nameOf(entry.actor.person)], about: [nameOf(idIn(entry))] },
    say: (who, invited) => `${who} invites ${invited} to set a password.`,
  }),
  changed: (entry, nameOf) => {
    const away = (setOf(entry).absences as { from: string; to: string }[] | undefined)?.at(-1);
    if (away === undefined) return undefined;
    const who = nameOf(entry.actor.person);
    return line(entry.id, `${who} notes that ${nameOf(idIn(entry))} is away from ${day(away.from)} to ${day(away.to)}.`);
  },
};

export const acceptances: Record<string, Tell> = {
  accepted: (entry) => line(entry.id, `The acceptance ${idIn(entry)} holds until ${longDay(String(setOf(entry).validUntil))}.`),
};

const longDay = (at: string): string => DateTime.fromISO(at).setLocale('en-US').toFormat('d LLL yyyy');

export const nonconformities: Record<string, Tell> = {
  declined: (entry, nameOf) => ({
    ...{ group: `declined ${entry.actor.person}`, who: [nameOf(entry.actor.person)], about: [idIn(entry)] },
    say: (who, which) => `${who} has looked into ${which} and takes no nonconformity up.`,
  }),
  proposed: (entry, nameOf) => {
    const { owner, title } = setOf(entry);
    return {
      ...{ group: `proposed ${String(owner)}`, who: [nameOf(String(owner))], about: [String(title)] },
      say: (who, what) => `Proposed to ${who} as nonconformity: ${what}.`,
    };
  },
};

/** At the end for whoever looks on; before that the reason that was given. */
const whyPaused = (entry: Entry): string => {
  const note = String(setOf(entry).note ?? '');
  return note === 'The demonstration is over.' ? 'nothing opens while you look around.' : `${note.charAt(0).toLowerCase()}${note.slice(1)}`;
};

export const schedules: Record<string, Tell> = {
  paused: (entry, nameOf) => ({
    ...{ group: `paused ${entry.actor.person} ${whyPaused(entry)}`, who: [nameOf(entry.actor.person)], about: [idIn(entry)] },
    say: (who, which) => `${who} pauses ${which}: ${whyPaused(entry)}`,
  }),
};
