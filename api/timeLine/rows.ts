import type { Instant } from '../../domain/records/common.ts';
import type { LateBecause } from '../../domain/records/dashboard.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import type { RowMail, RowRung, TimeLineRow } from '../../domain/records/timeLine.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf, siteOf } from '../../domain/sites.ts';
import { saidOf } from '../dashboard/asking.ts';
import { hinderedBy } from '../dashboard/late.ts';
import { peopleById, workingDaysLeft } from '../taskLines.ts';
import { endOf, type Group } from './groups.ts';
import type { Looking } from './looking.ts';
import { mailsAbout, type Posted, postedAbout } from './mails.ts';

type People = ReadonlyMap<string, Person>;
type Known = { people: People; posted: Posted };

const mostNamed = 12;

/** These groups as rows: of each, the first task is read as a whole, and what was written about it. */
export async function rowsOf(looking: Looking, groups: readonly Group[]): Promise<{ rows: TimeLineRow[]; people: People }> {
  const { store, api } = looking;
  const ids = groups.map(({ first }) => first.id);
  const [tasks, posted] = await Promise.all([store.tasks.find({ id: { $in: ids } }), postedAbout(store, ids)]);
  const people = await peopleById(api, [...tasks.flatMap(namedIn), ...[...posted.letters.values()].flat().map(({ person }) => person)]);
  const whole = new Map(tasks.map((task) => [task.id, task]));
  const rows = groups.flatMap((group) => {
    const task = whole.get(group.first.id);
    return task === undefined ? [] : [rowOf(looking, group, task, { people, posted })];
  });
  return { rows, people };
}

const namedIn = ({ assignee, onBehalfOf, confirmer, rungs }: Task): string[] => [
  ...[assignee, onBehalfOf ?? [], confirmer ?? []].flat(),
  ...rungs.flatMap(({ told }) => told),
];

const nameIn = (people: People) => (id: string) => people.get(id)?.name ?? id;

function rowOf(looking: Looking, { standing, tasks }: Group, task: Task, { people, posted }: Known): TimeLineRow {
  const { settings, now } = looking;
  const nameOf = nameIn(people);
  const person = people.get(task.assignee);
  const ended = endOf(task);
  const mails = mailsAbout(task.id, posted, nameOf, looking.oversees);
  return {
    ...{ id: task.id, task: task.task, title: saidOf(looking, task, tasks.length), count: tasks.length, standing, level: task.level },
    about: tasks.flatMap(({ about }) => about ?? []).slice(0, mostNamed),
    who: { id: task.assignee, name: nameOf(task.assignee) },
    ...(task.onBehalfOf !== undefined && { onBehalfOf: { id: task.onBehalfOf, name: nameOf(task.onBehalfOf) } }),
    ...{ site: siteOf(settings, person).id, zone: task.zone },
    ...{ opened: task.openedAt, promised: task.baselineDue, due: task.due, ...(ended !== undefined && { ended }) },
    workingDaysLeft: workingDaysLeft({ due: task.due, ...(ended && { closedAt: ended }) }, calendarOf(settings, person), now),
    ...becameOf(task),
    ...reasonOf(looking, task, people, mails),
    ...{ mails, escalations: reached(task, nameOf), coming: coming(looking, task, nameOf) },
  };
}

type Became = Pick<TimeLineRow, 'extended' | 'via' | 'reason' | 'waivedUntil'>;

function becameOf({ state, extensions = [], answeredBy, closedBy, reason, waivedUntil }: Task): Became {
  const via = state === 'done' ? (answeredBy ?? closedBy)?.via : undefined;
  return {
    extended: extensions.filter((one) => one.state === 'granted').length,
    ...(via !== undefined && { via }),
    ...(isClosed(state) && state !== 'done' && reason !== undefined && { reason }),
    ...(state === 'waived' && waivedUntil !== undefined && { waivedUntil }),
  };
}

/** Why there is no answer, of what is open. */
function reasonOf({ now, today }: Looking, task: Task, people: People, mails: readonly RowMail[]): { because?: LateBecause } {
  if (isClosed(task.state)) return {};
  const waitsFor = people.get(task.state === 'submitted' ? (task.confirmer ?? task.assignee) : task.assignee);
  const hindered = hinderedBy(task, waitsFor, today);
  if (hindered !== undefined) return { because: hindered };
  if (task.due >= now) return {};
  const delivered = mails.filter(({ state }) => state === 'delivered');
  const last = delivered.at(-1)?.at;
  return { because: { code: 'noAnswer', mails: delivered.length, ...(last !== undefined && { last }) } };
}

const isSpoken = (rung: Rung): rung is Rung & { letter: RowRung['letter'] } => rung.letter !== 'none';

const rungOf = (rung: Rung & { letter: RowRung['letter'] }, at: Instant, assignee: string, nameOf: (id: string) => string): RowRung => ({
  ...{ at, level: rung.level, letter: rung.letter, told: rung.told.filter((id) => id !== assignee).map(nameOf) },
  ...(rung.nonconformity === true && { nonconformity: true }),
});

const inTime = (rungs: readonly RowRung[]): RowRung[] => [...rungs].sort((a, b) => (a.at < b.at ? -1 : 1));

/** The levels of escalation that it has come to. */
const reached = ({ rungs, assignee }: Task, nameOf: (id: string) => string): RowRung[] =>
  inTime(
    rungs
      .filter(isSpoken)
      .filter(({ state, level }) => state === 'sent' && level > 0)
      .map((rung) => rungOf(rung, rung.sentAt ?? rung.at, assignee, nameOf)),
  );

/** What its ladder does yet if nobody answers. */
const coming = ({ run }: Looking, { rungs, assignee, state }: Task, nameOf: (id: string) => string): RowRung[] =>
  run.status !== 'open' || isClosed(state)
    ? []
    : inTime(
        rungs
          .filter(isSpoken)
          .filter((rung) => rung.state === 'pending')
          .map((rung) => rungOf(rung, rung.at, assignee, nameOf)),
      );
