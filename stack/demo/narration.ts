import type { Entry, SentMail } from './facts.ts';
import { day, type Line, listed, type NameOf, type Tell } from './telling/line.ts';
import { acceptances, nonconformities, people, schedules } from './telling/registers.ts';
import { runs } from './telling/runs.ts';
import { tasks } from './telling/tasks.ts';

const tellers: Record<string, Record<string, Tell>> = { run: runs, task: tasks, people, acceptances, nonconformities, schedules };

/** What an entry of the trail says; undefined for what nobody needs to be told. */
export function lineOf(entry: Entry, nameOf: NameOf): Line | undefined {
  const [register = ''] = entry.chain.split('/');
  const said = tellers[register]?.[entry.event]?.(entry, nameOf);
  return said && { at: entry.at, kind: 'event', ...said };
}

export const lineOfMail = ({ at, person, subject, to }: SentMail, nameOf: NameOf): Line => ({
  ...{ at, kind: 'mail', group: `mail ${subject}`, about: [] },
  who: [nameOf(person) === person ? to : nameOf(person)],
  say: (who) => `${who}: ${subject}`,
});

/** In the order in which it happened; what belongs together is one line. */
export function narrated(lines: readonly Line[]): Line[] {
  const said: Line[] = [];
  for (const next of [...lines].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const same = said.find(({ group }) => group === next.group);
    if (same === undefined) said.push({ ...next, who: [...next.who], about: [...next.about] });
    else {
      same.who.push(...next.who.filter((one) => !same.who.includes(one)));
      same.about.push(...next.about.filter((one) => !same.about.includes(one)));
    }
  }
  return said;
}

/** A line as a sentence. */
export const sentenceOf = ({ who, about, say }: Line): string => say(listed(who), listed([...about].sort()));

/** The day of a line as the margin shows it. */
export const dayOf = ({ at }: Pick<Line, 'at'>): string => day(at);
