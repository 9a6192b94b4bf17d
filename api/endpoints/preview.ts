import { z } from 'zod';
import { parsedSubject } from '../../activities/openRun.ts';
import { Preview, type PreviewTask, Simulation } from '../../domain/records/preview.ts';
import { notFound } from '../../domain/refusal.ts';
import { remembering } from '../../models/remembering.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { endpoint } from '../endpoint.ts';
import { refuseMissing } from '../namesNobody.ts';
import { type PreviewedTask, previewOf } from '../preview.ts';
import { simulateYear } from '../simulation.ts';

const mostShown = 2_000;

export const preview = [
  endpoint({
    method: 'post',
    path: '/api/v1/processes/{key}/preview',
    tag: 'processes',
    summary: 'Who would be asked what if a run opened now, with every rung, date and recipient. Nothing is opened.',
    allow: 'manage',
    params: z.strictObject({ key: z.string().max(100) }),
    body: z.strictObject({ subject: z.record(z.string(), z.unknown()) }),
    output: Preview,
    also: { 422: 'The subject is not valid, or names what is not there.' },
    handle: async ({ api, params, body, caller }) => {
      const definition = definitionOf(params.key);
      if (definition === undefined) throw notFound();
      const subject = parsedSubject(definition, body.subject);
      await refuseMissing(api.store, definition, subject);
      const store = remembering(api.store, ['people', 'settings', 'risks']);
      const at = api.clock.now();
      const tasks = await previewOf({ store, clock: api.clock, definition, subject, at, language: caller.person.language });
      const there = await api.store.runs.first({
        process: definition.key,
        key: definition.runKey(subject as never),
        status: { $ne: 'cancelled' },
      });
      const names = new Map((await store.people.find({})).map(({ id, name }) => [id, name]));
      const named = (id: string) => ({ id, name: names.get(id) ?? id });
      return {
        ...(there !== undefined && { exists: there.id }),
        ...{ opensAt: at, total: tasks.length, people: peopleIn(tasks, named), tasks: tasks.slice(0, mostShown).map(shown(named)) },
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/simulation',
    tag: 'processes',
    summary:
      'A year by the schedules and registers of today: its runs, everybody’s tasks and mails, and the days on which somebody has too many.',
    allow: 'manage',
    body: z.strictObject({
      year: z.int().min(2020).max(2099),
      limit: z.int().min(1).max(1000).default(20).meta({ description: 'Open tasks of one person at once that are still fine.' }),
    }),
    output: Simulation,
    handle: async ({ api, body, caller }) => simulateYear(api, body.year, body.limit, caller.person.language),
  }),
];

type Name = (id: string) => { id: string; name: string };

const shown =
  (named: Name) =>
  ({ assignee, onBehalfOf, rungs, ...task }: PreviewedTask): PreviewTask => ({
    ...task,
    assignee: named(assignee),
    ...(onBehalfOf !== undefined && { onBehalfOf: named(onBehalfOf) }),
    rungs: rungs.map(({ key, at, letter, level, told }) => ({ key, at, letter, level, to: told.map(named) })),
  });

function peopleIn(tasks: readonly PreviewedTask[], named: Name) {
  const asked = new Map<string, { asked: number; due: string }>();
  for (const { assignee, due } of tasks) {
    const before = asked.get(assignee) ?? { asked: 0, due };
    asked.set(assignee, { asked: before.asked + 1, due: due > before.due ? due : before.due });
  }
  return [...asked].map(([id, one]) => ({ ...named(id), ...one })).sort((a, b) => b.asked - a.asked || a.name.localeCompare(b.name));
}
