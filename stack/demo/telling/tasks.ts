import { definitionOf } from '../../../workflows/definitions.ts';
import type { Entry } from '../facts.ts';
import { type Data, day, line, listed, type Tell } from './line.ts';

/** Run, name and subject of the task whose chain this is. */
function taskOf({ chain }: Entry): { run: string; task: string; about: string[]; title: string } {
  const [, run = '', task = '', about = ''] = chain.split('/');
  const title = definitionOf(run.split('-')[0] ?? '')?.tasks[task]?.title.en ?? task;
  return { run, task, about: about === '-' ? [] : [about], title };
}

const of = (title: string, about: string): string => (about === '' ? `“${title}”` : about);

const byWay: Record<string, string> = { link: 'by the link of the mail', login: 'after signing in' };

export const tasks: Record<string, Tell> = {
  opened: (entry, nameOf) => {
    const { run, title, about } = taskOf(entry);
    const { assignee, onBehalfOf, due } = entry.data as { assignee: string; onBehalfOf?: string; due: string };
    const instead = onBehalfOf === undefined ? '' : `, instead of ${nameOf(onBehalfOf)}, who is away`;
    return {
      ...{ group: ['opened', run, title, assignee, onBehalfOf, due].join(), who: [nameOf(assignee)], about },
      say: (who, risks) => `${who} is asked to answer by ${day(due)}${instead}: ${title}${risks === '' ? '' : ` (${risks})`}.`,
    };
  },
  completed: (entry, nameOf) => {
    const { run, title, about } = taskOf(entry);
    const { person, via } = entry.actor;
    const answered = about.map((one) => `${one}${answerIn(entry.data.outcome as Data)}`);
    return {
      ...{ group: ['completed', run, title, person, via].join(), who: [nameOf(person)], about: answered },
      say: (who, risks) => `${who} answers ${of(title, risks)} ${byWay[via] ?? `by ${via}`}.`,
    };
  },
  delegated: (entry, nameOf) => {
    const { about, title } = taskOf(entry);
    return line(entry.id, `${nameOf(entry.actor.person)} delegates ${of(title, listed(about))} to ${nameOf(String(entry.data.to))}.`);
  },
  extensionAsked: (entry, nameOf) => {
    const { about, title } = taskOf(entry);
    return line(
      entry.id,
      `${nameOf(entry.actor.person)} asks for more time for ${of(title, listed(about))}, until ${day(String(entry.data.until))}.`,
    );
  },
  extensionGranted: (entry, nameOf) => {
    const { about, title } = taskOf(entry);
    const { due } = entry.data.timetable as { due: string };
    return line(entry.id, `${nameOf(entry.actor.person)} grants it: ${of(title, listed(about))} is due on ${day(due)} now.`);
  },
  rung: (entry, nameOf) => {
    const { run, about, title } = taskOf(entry);
    const { rungs, told } = entry.data as { rungs: { key: string; missed: boolean }[]; told: { person: string; as: string }[] };
    const key = rungs.filter(({ missed }) => !missed).at(-1)?.key ?? '';
    const level = /^late(\d)$/.exec(key)?.[1];
    const phrase = level === undefined ? early[key] : `is late, level ${level}: told`;
    if (phrase === undefined) return undefined;
    const people = told.map(({ person, as }) => `${nameOf(person)}${asWord[as] ?? ''}`);
    return {
      ...{ group: ['rung', run, title, key, ...people].join(), who: people, about },
      say: (who, risks) => `${of(title, risks)} ${risks.includes(' and ') ? phrase.replace(/^is/, 'are') : phrase} ${who}.`,
    };
  },
};

const early: Record<string, string> = {
  reminder: 'is due in two working days: reminded',
  before1: 'is due on the next working day: reminded',
  dueToday: 'is due today: reminded',
};
const asWord: Record<string, string> = {
  lineManager: ' (line manager)',
  ismsManager: ' (ISMS manager)',
  topManagement: ' (top management)',
};

/** ` as 2 × 5`, `: retain` */
function answerIn({ likelihood, consequence, decision }: Data): string {
  if (typeof likelihood === 'number') return ` as ${likelihood} × ${String(consequence)}`;
  return typeof decision === 'string' ? ` with “${decision}”` : '';
}
