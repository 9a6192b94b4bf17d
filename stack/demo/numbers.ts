import { z } from 'zod';
import { TaskAnswer } from '../../cli/answers.ts';
import { toMs } from '../../domain/clock.ts';
import { Extension, Rung } from '../../domain/records/task.ts';

/** A task as the API shows it, with what became of each rung. */
export const AskedTask = TaskAnswer.extend({
  standIn: z.string().optional(),
  extensions: z.array(Extension).optional(),
  timetable: z.object({ rungs: z.array(Rung) }),
});
export type AskedTask = z.infer<typeof AskedTask>;

export type Found = {
  tasks: readonly AskedTask[];
  acceptances: readonly { state: string }[];
  nonconformities: readonly unknown[];
  mails: number;
};

/** What the quarter comes to. */
export type Numbers = Record<(typeof order)[number][0], number>;

const order = [
  ['asked', 'questions asked'],
  ['answered', 'answered'],
  ['onTime', 'on time'],
  ['late', 'late'],
  ['byLink', 'by the link of a mail'],
  ['bySigningIn', 'after signing in'],
  ['byOthers', 'by a deputy or a delegate'],
  ['reminded', 'reminded'],
  ['extended', 'got more time'],
  ['escalated', 'escalated'],
  ['toTheLastLevel', 'to the last level'],
  ['accepted', 'risks accepted'],
  ['nonconformities', 'nonconformities proposed'],
  ['mails', 'mails sent'],
] as const;

const lastLevel = 3;

/** Counted from what the API shows at the end; nothing in here knows the script. */
export function numbersOf({ tasks, acceptances, nonconformities, mails }: Found): Numbers {
  const count = (which: (task: AskedTask) => boolean): number => tasks.filter(which).length;
  const done = ({ state }: AskedTask) => state === 'done';
  const inTime = ({ closedAt, due }: AskedTask) => closedAt !== undefined && toMs(closedAt) <= toMs(due);
  const by = (via: string) => count((task) => done(task) && task.closedBy?.via === via);
  return {
    ...{ asked: tasks.length, answered: count(done) },
    onTime: count((task) => done(task) && inTime(task)),
    late: count((task) => done(task) && !inTime(task)),
    ...{ byLink: by('link'), bySigningIn: by('login') },
    byOthers: count((task) => done(task) && task.standIn !== undefined),
    reminded: count(({ timetable }) => timetable.rungs.some(({ letter, state }) => state === 'sent' && early.has(letter))),
    extended: count(({ extensions = [] }) => extensions.some(({ state }) => state === 'granted')),
    escalated: count(({ level }) => level > 0),
    toTheLastLevel: count(({ level }) => level >= lastLevel),
    accepted: acceptances.filter(({ state }) => state === 'accepted').length,
    nonconformities: nonconformities.length,
    mails,
  };
}

const early = new Set(['reminder', 'dueToday']);
const parts = new Set(['onTime', 'late', 'byLink', 'bySigningIn', 'byOthers', 'toTheLastLevel']);

/** The numbers as lines of a small table; what is a part of the number above it stands further in. */
export function tableOf(numbers: Numbers): string[] {
  return order.map(([name, words]) => `${String(numbers[name]).padStart(5)}  ${parts.has(name) ? '  ' : ''}${words}`);
}
