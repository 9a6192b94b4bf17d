import { z } from 'zod';
import { Dashboard } from '../../domain/records/dashboard.ts';
import { endpoint } from '../endpoint.ts';

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
];
