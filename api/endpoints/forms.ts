import { z } from 'zod';
import type { Counted } from '../../domain/process.ts';
import type { Language } from '../../domain/records/common.ts';
import { Form, TaskReading, WordsOfTask } from '../../domain/records/reading.ts';
import { notFound } from '../../domain/refusal.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { endpoint } from '../endpoint.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { personNamed } from '../plain/personNamed.ts';
import { formsFor, taskReadingOf } from '../reading.ts';
import { visible } from '../taskDetail.ts';

const Named = z
  .strictObject({
    person: z.strictObject({ id: z.string(), name: z.string() }).optional(),
    why: z.enum(['nobodyNamed', 'severalNamed']).optional().meta({ description: 'Why it names nobody in particular.' }),
  })
  .meta({ id: 'Named' });

function wordsOf(key: string, task: string, language: Language): z.input<typeof WordsOfTask> {
  const process = definitionOf(key);
  const definition = process === undefined || !Object.hasOwn(process.tasks, task) ? undefined : process.tasks[task];
  if (process === undefined || definition === undefined) throw notFound();
  const { title, purpose, doneWhen, words } = definition;
  const counted = ({ one, other }: Counted) => ({ one: one[language], other: other[language] });
  return {
    ...{ process: process.title[language], clauses: [...process.clauses], title: title[language], purpose: purpose[language] },
    doneWhen: doneWhen.map((one) => one[language]),
    ...{ question: counted(words.question), subject: counted(words.subject), minutes: words.minutes },
  };
}

/** What pages need on which somebody answers. */
export const forms = [
  endpoint({
    method: 'get',
    path: '/api/v1/forms',
    tag: 'tasks',
    summary: 'What you may answer now: each task with its form and what is read before, the next due first.',
    allow: 'signedIn',
    query: z.strictObject({
      process: z.string().max(100).optional(),
      run: z.string().max(200).optional(),
      task: z.string().max(100).optional(),
      ...pageQuery,
    }),
    output: pageOf(Form).extend({ total: z.int().optional().meta({ description: 'How many there are, on the first page.' }) }),
    handle: async ({ api, caller, query: { cursor, limit, ...wanted } }) => formsFor(api, caller, wanted, { cursor, limit }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/tasks/{id}/reading',
    tag: 'tasks',
    summary: 'What is read before a task is answered or decided: the facts, the timetable with names, and what came back.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(300) }),
    output: TaskReading,
    handle: async ({ api, caller, params }) => taskReadingOf(api, caller, await visible(api, caller, params.id)),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/processes/{key}/tasks/{task}',
    tag: 'processes',
    summary: 'What is said of a task of a process to whoever is asked, in the language of the reader.',
    allow: 'signedIn',
    params: z.strictObject({ key: z.string().max(100), task: z.string().max(100) }),
    output: WordsOfTask,
    handle: async ({ caller, params: { key, task } }) => wordsOf(key, task, caller.person.language),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/people/named',
    tag: 'people',
    summary: 'Who has this name, mail address or id, as it is typed by somebody who may not see the list of people.',
    allow: 'signedIn',
    query: z.strictObject({ name: z.string().min(1).max(254) }),
    output: Named,
    handle: async ({ api, query: { name } }) => {
      const found = await personNamed(api.store, name);
      return 'why' in found ? found : { person: { id: found.person.id, name: found.person.name } };
    },
  }),
];
