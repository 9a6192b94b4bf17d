import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { labelsNow, schemaOf } from '../reading/asked.ts';
import { namesIn } from '../reading/peopleIn.ts';
import type { Reader } from '../reading/reader.ts';
import { titleOfSubject } from '../reading/subject.ts';
import type { Answered, Commented } from './answering.ts';
import { byLink, formsFor, notTakenOf, ofOwn, type SentForm } from './commandForms.ts';
import { frameOf } from './frame.ts';
import { grouped, groupOf, type Returned } from './taskForms.ts';
import { answeredPage } from './views/answeredPage.tsx';
import type { EvidenceForm } from './views/evidence.tsx';
import { tasksPage } from './views/tasksPage.tsx';
import type { CommandForm, CommandName, NotRecorded, OpenTask, RecordedTask } from './views/types.ts';

/** A set of tasks that one person answers on one page: what a link opens, or one kind of task of a run after signing in. */
export type Sheet = {
  request: Request;
  reader: Reader;
  by: 'link' | 'login';
  /** The reader as the rules of a task know them. */
  as: By;
  action: string;
  csrf: string;
  names: Map<string, string>;
  tasks: readonly Task[];
  /** Who is asked, when the reader only may answer too. */
  askedOf?: string | undefined;
  endsAt?: Instant | undefined;
  /** They have signed in just now; nobody has by a link. */
  isPresent: boolean;
  seesRuns?: boolean | undefined;
};

const perPage = 25;

/** What is shown above or beside the forms when a page comes back. */
export type Again = {
  problem?: string | undefined;
  returned?: Map<string, Returned>;
  recorded?: { answers: number; comment: boolean; command?: CommandName };
  /** A form of something else than the answer that was refused. */
  command?: SentForm;
  comment?: Commented & { text: string };
  notRecorded?: NotRecorded[];
  evidence?: Omit<EvidenceForm, 'action'>;
  /** The key of the form that comes back: sent again it is the same request. */
  key?: string | undefined;
  signInAgain?: string | undefined;
};

/** What can be answered: an answer that waits for its confirmation cannot be given again. */
export const openOf = (tasks: readonly Task[]): Task[] => tasks.filter(({ state }) => !isClosed(state) && state !== 'submitted');

/** The forms of what is open, in steps of 25; `only` shows these, wherever they would stand. */
export async function formPage(sheet: Sheet, again: Again = {}, only?: readonly Task[]): Promise<string> {
  const { reader, by, as, csrf, tasks, names, askedOf, endsAt, seesRuns } = sheet;
  const open = grouped(openOf(tasks)).flat();
  const { number, pages, at } = pageOf(sheet, open.length);
  const shown = only ?? open.slice((number - 1) * perPage, number * perPage);
  const groups = await Promise.all(
    grouped(shown).map(async (group) =>
      groupOf(reader, group, names, again.returned ?? new Map(), { askedOf: askedOf ?? (await askedOfOther(reader, group)), as }),
    ),
  );
  const commands = commandsOf(sheet, open, again.command);
  return tasksPage({
    ...(await frameOf(reader.api, sheet.request, reader.person)),
    ...notTakenOf(commands, again.command),
    ...{ by, action: at(number) ?? sheet.action, csrf, key: again.key ?? randomUUID(), seesRuns, endsAt, groups: groups.flat() },
    ...{ answered: tasks.filter(({ state }) => state === 'done').length, of: tasks.length },
    page: { number, of: pages, previous: at(number - 1), next: at(number + 1) },
    ...{
      commands,
      problem: again.problem,
      signInAgain: again.signInAgain,
      recorded: again.recorded,
      notRecorded: again.notRecorded,
    },
    evidence: { action: `${sheet.action}/evidence`, ...again.evidence },
    ...(again.comment && !again.comment.recorded && { comment: again.comment.text, commentProblem: again.comment.problem }),
  });
}

/** Who is asked, when it is neither the reader nor somebody in their stead. */
async function askedOfOther({ api: { store }, person }: Reader, [first]: readonly Task[]): Promise<string | undefined> {
  if (first === undefined || first.assignee === person.id || first.onBehalfOf === person.id) return undefined;
  return (await store.people.get(first.assignee))?.name ?? first.assignee;
}

/** What else may be said to what is open. */
function commandsOf({ reader, names, by, as }: Sheet, open: readonly Task[], sent: SentForm | undefined): CommandForm[] {
  return formsFor(by === 'link' ? byLink : ofOwn, open, {
    ...{ by: as, calendar: reader.calendar, now: reader.api.clock.now(), sent },
    nameOf: ({ id }) => names.get(id) ?? id,
    labelOf: (task) => [task.about, taskDefinitionOf(task).title[reader.person.language]].filter((part) => part !== undefined).join(' '),
  });
}

/** Which page of the open tasks is asked for, and where each is; who answers on the third comes back to the third. */
function pageOf({ request, action }: Sheet, open: number) {
  const pages = Math.max(1, Math.ceil(open / perPage));
  const number = Math.min(pages, Math.max(1, Math.floor(Number(request.query.page)) || 1));
  const at = (n: number) => (n < 1 || n > pages ? undefined : n === 1 ? action : `${action}?page=${n}`);
  return { number, pages, at };
}

/** What is recorded now, what is not, and what is still open. */
export async function receiptPage(sheet: Sheet, results: readonly Answered[], notRecorded: NotRecorded[]): Promise<string> {
  const { reader, request, by, csrf, tasks, seesRuns } = sheet;
  const recorded = results.flatMap((one) => (one.state === 'recorded' ? [one.task] : []));
  const earlier = results.flatMap(({ state, task }) => (state === 'ended' && task.closedBy?.person === reader.person.id ? [task] : []));
  const open = grouped(openOf(tasks)).flat();
  const { number, at } = pageOf(sheet, open.length);
  return answeredPage({
    ...(await frameOf(reader.api, request, reader.person)),
    ...{ by, csrf, seesRuns, justNow: true },
    recorded: await Promise.all(recorded.map((task) => receiptOf(reader, task))),
    earlier: await Promise.all(earlier.filter(({ state }) => state === 'done').map((task) => receiptOf(reader, task))),
    open: await Promise.all(open.map((task) => openLine(reader, task))),
    ...(open[0] && { due: open[0].due, more: at(number) }),
    notRecorded,
  });
}

async function titleOf({ api, person }: Reader, task: Task): Promise<string> {
  return (await titleOfSubject(api.store, task, person.language)) ?? taskDefinitionOf(task).title[person.language];
}

const openLine = async (reader: Reader, task: Task): Promise<OpenTask> => ({ reference: task.about, title: await titleOf(reader, task) });

/** An answer as it is recorded, whether it counts already or waits for its confirmation. */
export async function receiptOf(reader: Reader, task: Task): Promise<RecordedTask> {
  const { answeredBy, answeredAt, closedBy, closedAt, openedAt, about, outcome = {} } = task;
  const who = answeredBy ?? closedBy;
  return {
    ...{ reference: about, title: await titleOf(reader, task), at: answeredAt ?? closedAt ?? openedAt, outcome },
    by: who?.via === 'link' || who?.via === 'token' ? who.via : 'login',
    person: await otherName(reader.api, who?.person, reader.person.id),
    ...{ schema: schemaOf(task), labels: await labelsNow(reader.api), names: await namesIn(reader.api.store, schemaOf(task), outcome) },
  };
}

const otherName = async ({ store }: Api, id: string | undefined, reader: string): Promise<string | undefined> =>
  id === undefined || id === reader ? undefined : (await store.people.get(id))?.name;
