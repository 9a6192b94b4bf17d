import { groupedBy } from '../../domain/groupedBy.ts';
import type { Day } from '../../domain/records/common.ts';
import type { Coming, WheelRun } from '../../domain/records/dashboard.ts';
import type { Person } from '../../domain/records/person.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { type Asked, type Looking, saidOf } from './asking.ts';

const lookAheadDays = 10;
const shownLines = 12;

/** The next ten working days: what is due, like tasks of one person together, and what opens. */
export function comingIn(looking: Looking, people: ReadonlyMap<string, Person>, runs: readonly WheelRun[]): Coming[] {
  const { calendar, today } = looking;
  const until = calendar.addWorkingDays(today, lookAheadDays);
  const isNear = (day: Day) => day >= today && day <= until;
  const opens = runs
    .filter(({ state, promised }) => state === 'ahead' && isNear(promised.from))
    .map(({ process, key, title, promised }): Coming => ({ day: promised.from, kind: 'opens', process, key, title, count: 1 }));
  const due = groupsOf(looking, isNear).map((tasks) => dueLine(looking, people, runs, tasks));
  return [...due, ...opens].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, shownLines);
}

function groupsOf({ tasks, calendar, now }: Looking, isNear: (day: Day) => boolean): Asked[][] {
  const near = tasks.filter(({ state, due }) => !isClosed(state) && due >= now && isNear(calendar.dayOf(due)));
  return [...groupedBy(near, ({ run, task, assignee, due }) => JSON.stringify([run, task, assignee, calendar.dayOf(due)])).values()];
}

function dueLine(looking: Looking, people: ReadonlyMap<string, Person>, runs: readonly WheelRun[], tasks: readonly Asked[]): Coming {
  const { calendar, language } = looking;
  const first = tasks[0] as Asked;
  const { process, run, assignee, due, baselineDue } = first;
  const definition = definitionOf(process);
  const [day, promised] = [calendar.dayOf(due), calendar.dayOf(baselineDue)];
  return {
    ...{ day, kind: 'due', process, run, key: runs.find(({ id }) => id === run)?.key ?? '', title: definition?.title[language] ?? process },
    ...{ task: saidOf(looking, first, tasks.length, runs), who: people.get(assignee)?.name ?? assignee, count: tasks.length },
    ...(promised !== day && { movedFrom: promised }),
  };
}
