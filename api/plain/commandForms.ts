import type { Calendar } from '../../domain/calendar.ts';
import type { Day } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { allowed, waivable } from '../../domain/rules/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { wordsIn } from './typed.ts';
import type { CommandForm, CommandName, NotTaken } from './views/types.ts';

/** What a link may say beside the answer. */
export const byLink: readonly CommandName[] = ['extend', 'askHandOver'];
/** What somebody may say to what is asked of them, or theirs. */
export const ofOwn: readonly CommandName[] = ['claim', 'extend', 'delegate', 'takeBack', 'giveBack', 'askHandOver'];

/** Whether this person may give this command to this task now, and whether only with a reason that waives the separation of duties. */
export function mayGive(task: Task, by: By, command: CommandName): 'yes' | 'withWaiver' | 'no' {
  const facts = factsOf(task);
  const isOwner = task.onBehalfOf === by.person;
  if (command === 'delegate' && task.onBehalfOf !== undefined) return 'no';
  if (command === 'takeBack' && !isOwner) return 'no';
  if (command === 'giveBack' && (isOwner || task.onBehalfOf === undefined)) return 'no';
  const rule = command === 'takeBack' || command === 'giveBack' ? 'delegate' : command;
  if (allowed(facts, by).includes(rule)) return 'yes';
  return waivable(facts, by).includes(rule) ? 'withWaiver' : 'no';
}

/** A form that was sent and refused. */
export type SentForm = { command: CommandName; typed: Record<string, string>; problem: string };

export type Making = {
  by: By;
  calendar: Calendar;
  now: string;
  nameOf(task: Task): string;
  labelOf(task: Task): string;
  people?: CommandForm['people'];
  /** Whether it can be chosen by itself on this page; all of them without. */
  isListed?(task: Task): boolean;
  sent?: SentForm | undefined;
};

/** The forms of these commands, each with the tasks to which it may be given; without any, there is none. */
export function formsFor(commands: readonly CommandName[], tasks: readonly Task[], making: Making): CommandForm[] {
  return commands.flatMap((command) => {
    const may = tasks.map((task) => ({ task, how: mayGive(task, making.by, command) })).filter(({ how }) => how !== 'no');
    if (may.length === 0) return [];
    const { sent, people, isListed = () => true } = making;
    const open = may.map(({ task }) => task);
    const form: CommandForm = {
      ...{ command, people, least: leastDay(command, open, making) },
      ...{ all: open.length, tasks: open.filter(isListed).map((task) => ({ name: making.nameOf(task), label: making.labelOf(task) })) },
      ...(may.some(({ how }) => how === 'withWaiver') && { needsWaiver: true }),
      ...(sent?.command === command && { typed: sent.typed, problem: sent.problem }),
    };
    return [form];
  });
}

/** What to say of a refused form that is not offered any more, because somebody was faster. */
export const notTakenOf = (forms: readonly CommandForm[], sent: SentForm | undefined): { notTaken?: NotTaken } =>
  sent === undefined || forms.some(({ command }) => command === sent.command)
    ? {}
    : { notTaken: { problem: sent.problem, typed: wordsIn(Object.values(sent.typed)) } };

/** More time goes beyond the date, everything else beyond today. */
function leastDay(command: CommandName, tasks: readonly Task[], { calendar, now }: Making): Day {
  const today = calendar.dayOf(now);
  const dues = tasks.map(({ due }) => calendar.dayOf(due)).sort();
  const after = command === 'extend' || command === 'decideExtension' ? (dues[0] ?? today) : today;
  return calendar.addWorkingDays(after > today ? after : today, 1);
}
