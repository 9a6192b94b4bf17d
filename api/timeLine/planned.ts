import type { Person } from '../../domain/records/person.ts';
import type { TimeLineRow } from '../../domain/records/timeLine.ts';
import { calendarOf, siteOf } from '../../domain/sites.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { saidOf } from '../dashboard/asking.ts';
import { type PreviewedTask, stillPlanned } from '../preview.ts';
import { peopleById, workingDaysLeft } from '../taskLines.ts';
import type { Seen } from './groups.ts';
import type { Looking } from './looking.ts';

/** What the run has yet to ask, as far as its plan says it. It opens on its day, or later where the run still waits for answers. */
export async function plannedRows(looking: Looking, tasks: readonly Seen[]): Promise<{ rows: TimeLineRow[]; people: Person[] }> {
  const { api, store, run, language, oversees } = looking;
  const definition = definitionOf(run.process);
  if (definition === undefined || run.status !== 'open' || !oversees) return { rows: [], people: [] };
  const asked = new Set(tasks.map(({ task }) => task));
  const subject = run.subject;
  const planned = await stillPlanned({ store, clock: api.clock, definition, subject, at: run.openedAt, language }, (task) =>
    asked.has(task),
  );
  const people = await peopleById(
    api,
    planned.map(({ assignee }) => assignee),
  );
  return { rows: planned.map((one) => rowOf(looking, one, people.get(one.assignee))), people: [...people.values()] };
}

function rowOf(looking: Looking, { task, about, assignee, opensAt, due }: PreviewedTask, person: Person | undefined): TimeLineRow {
  const { run, settings, now } = looking;
  const calendar = calendarOf(settings, person);
  return {
    ...{ id: task, task, title: saidOf(looking, { process: run.process, task, ...(about !== undefined && { about }) }, 1), count: 1 },
    ...{ about: about === undefined ? [] : [about], who: { id: assignee, name: person?.name ?? assignee } },
    ...{ site: siteOf(settings, person).id, zone: calendar.zone, standing: 'planned', level: 0 },
    ...{ opened: opensAt > now ? opensAt : now, promised: due, due, workingDaysLeft: workingDaysLeft({ due }, calendar, now) },
    ...{ extended: 0, mails: [], escalations: [], coming: [] },
  };
}
