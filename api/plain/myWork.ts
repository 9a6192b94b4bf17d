import type { Task } from '../../domain/records/task.ts';
import { places } from '../../domain/words/places.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import type { Caller } from '../policy.ts';
import { cameBack } from '../reading/before.ts';
import type { Reader } from '../reading/reader.ts';
import { peopleById, workingDaysLeft } from '../taskLines.ts';
import { mayAnswer } from './sheets.ts';
import { answeredAt, askedIn, dueOf, grouped } from './taskForms.ts';
import type { MyDecision, MyGroup, MyTasksPage, MyWaiting } from './views/types.ts';

type Names = (id: string | undefined) => string;

/** What waits for somebody, sorted by what is to be done: to answer, to decide, with somebody else meanwhile, answered and not confirmed yet. */
export async function myWork(
  reader: Reader,
  caller: Caller,
  open: readonly Task[],
  late: readonly Task[],
): Promise<Pick<MyTasksPage, 'groups' | 'lent' | 'late' | 'decide' | 'waiting'>> {
  const { id } = caller;
  const people = await peopleById(
    reader.api,
    [...open, ...late].flatMap((task) =>
      [task.assignee, task.onBehalfOf ?? [], task.confirmer ?? [], task.answeredBy?.person ?? []].flat(),
    ),
  );
  const names: Names = (person) => (person === undefined ? '' : (people.get(person)?.name ?? person));
  const answerable = open.filter(({ state }) => state !== 'submitted');
  const submitted = open.filter(({ state }) => state === 'submitted');
  const cards = (tasks: readonly Task[]) => grouped(tasks).map((some) => cardOf(reader, some, names));
  return {
    groups: cards(answerable.filter(({ assignee }) => assignee === id)),
    lent: cards(answerable.filter(({ onBehalfOf }) => onBehalfOf === id)),
    late: cards(late.filter((task) => task.assignee !== id && task.onBehalfOf !== id && mayAnswer(task, caller))),
    decide: [
      ...submitted
        .filter(({ confirmer }) => confirmer === id)
        .map((task) => decisionOf(reader, task, 'confirm', names(task.answeredBy?.person))),
      ...open.filter(({ deciders }) => deciders?.includes(id) === true).flatMap((task) => requestsOf(reader, task, names)),
    ],
    waiting: submitted
      .filter(({ assignee, onBehalfOf, confirmer }) => (assignee === id || onBehalfOf === id) && confirmer !== id)
      .map((task) => waitingOf(reader, task, names)),
  };
}

function cardOf({ api, calendar, person }: Reader, tasks: readonly Task[], names: Names): MyGroup {
  const [first] = tasks;
  if (first === undefined) throw new Error('a card has at least one task');
  const due = dueOf(tasks);
  const { onBehalfOf, assignee } = first;
  const isOwner = onBehalfOf === person.id;
  const isOther = assignee !== person.id && !isOwner;
  return {
    ...askedIn(first),
    ...(isOther && { askedOf: names(assignee) }),
    ...{ href: answeredAt(first), references: tasks.flatMap(({ about }) => about ?? []), count: tasks.length },
    ...{ due, left: workingDaysLeft({ due }, calendar, api.clock.now()), level: Math.max(...tasks.map(({ level }) => level)) },
    ...(onBehalfOf !== undefined && { standIn: { isOwner, other: names(isOwner ? assignee : onBehalfOf) } }),
    ...(tasks.some((task) => cameBack(task) !== undefined) && { cameBack: true }),
  };
}

function requestsOf(reader: Reader, task: Task, names: Names): MyDecision[] {
  const asked = task.extensions?.find(({ state, deciders }) => state === 'asked' && deciders?.includes(reader.person.id) === true);
  const handOver = task.handOver?.deciders.includes(reader.person.id) === true ? task.handOver : undefined;
  return [
    ...(asked === undefined ? [] : [{ ...decisionOf(reader, task, 'extension', names(asked.askedBy)), until: asked.until }]),
    ...(handOver === undefined ? [] : [decisionOf(reader, task, 'handOver', names(handOver.askedBy))]),
  ];
}

const decisionOf = ({ api, calendar, person }: Reader, task: Task, what: MyDecision['what'], who: string): MyDecision => ({
  ...{ what, who, href: places.task(task.id), reference: task.about, title: taskDefinitionOf(task).title[person.language] },
  ...{ due: task.due, left: workingDaysLeft(task, calendar, api.clock.now()), level: task.level },
});

const waitingOf = ({ person }: Reader, task: Task, names: Names): MyWaiting => ({
  title: [task.about, taskDefinitionOf(task).title[person.language]].filter((part) => part !== undefined).join(' '),
  ...{ href: places.task(task.id), confirmer: names(task.confirmer) },
});
