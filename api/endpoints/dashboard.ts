import { z } from 'zod';
import { Dashboard, OpenNow } from '../../domain/records/dashboard.ts';
import { YearCalendar } from '../../domain/records/yearCalendar.ts';
import { yearCalendarOf } from '../dashboard/yearCalendar.ts';
import { endpoint } from '../endpoint.ts';
import { openOnes } from '../nonconformities.ts';

export const dashboard = [
  endpoint({
    method: 'get',
    path: '/api/v1/dashboard',
    tag: 'dashboard',
    summary: 'The wheel: the runs of the year, promised and actual, what is late and why, whom nothing reaches, and what comes next.',
    allow: 'oversee',
    query: z.strictObject({}),
    output: Dashboard,
    handle: ({ api, caller }) => api.dashboard(caller.person.language),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/openNow',
    tag: 'dashboard',
    summary: 'How many runs and nonconformities are open.',
    allow: 'oversee',
    query: z.strictObject({}),
    output: OpenNow,
    handle: async ({ api: { store } }) => {
      const [runs, nonconformities] = await Promise.all([store.runs.count({ status: 'open' }), store.nonconformities.count(openOnes)]);
      return { runs, nonconformities };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/yearCalendar',
    tag: 'dashboard',
    summary: 'A year by months: its runs, planned and actual, and how many tasks are due in each month, by process and by person.',
    allow: 'oversee',
    query: z.strictObject({
      year: z
        .string()
        .regex(/^20\d{2}$/, 'a year such as 2027')
        .optional()
        .meta({ description: 'The running one unless said.' }),
    }),
    output: YearCalendar,
    handle: async ({ api, caller, query }) => yearCalendarOf(api, caller.person.language, query.year),
  }),
];
