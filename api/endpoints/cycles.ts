import { z } from 'zod';
import { CycleProgress } from '../../domain/records/cycle.ts';
import { notFound } from '../../domain/refusal.ts';
import { calendarOf } from '../../domain/sites.ts';
import { progressOf, reportOf } from '../../models/cycles.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { endpoint } from '../endpoint.ts';
import { seen } from '../policy.ts';
import { listing, reading } from '../register.ts';

/** The years of the wheel, what they plan, and how they stand. */
export const cycles = [
  listing('cycles', ['period', 'status']),
  reading('cycles'),
  listing('plannedRuns', ['cycle', 'process', 'status']),
  reading('plannedRuns'),
  endpoint({
    method: 'get',
    path: '/api/v1/cycles/{id}/progress',
    tag: 'cycles',
    summary: 'How a year stands: each planned run with what has become of it, and the four phases with their gates.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: CycleProgress,
    handle: async ({ api: { store, clock }, caller, params }) => {
      const cycle = await seen(caller, 'cycles', store, params.id);
      if (cycle === undefined) throw notFound();
      const asking = { calendar: calendarOf(await settingsNow(store), undefined), at: clock.now(), definitionOf };
      return { planned: await progressOf(store, cycle, asking), report: await reportOf(store, cycle, asking) };
    },
  }),
];
