import { z } from 'zod';
import { RowStanding, TimeLine } from '../../domain/records/timeLine.ts';
import { notFound } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { pageQuery } from '../paging.ts';
import { seen } from '../policy.ts';
import { timeLineOf } from '../timeLine/timeLine.ts';

export const timeLine = endpoint({
  method: 'get',
  path: '/api/v1/runs/{id}/timeLine',
  tag: 'runs',
  summary:
    'A run as a time line: promised and actual of what each person is asked, with mails, escalations and rungs to come, the most urgent first.',
  allow: 'signedIn',
  params: z.strictObject({ id: z.string().max(200) }),
  query: z.strictObject({ standing: RowStanding.optional(), ...pageQuery }),
  output: TimeLine,
  handle: async ({ api, caller, params, query }) => {
    const run = await seen(caller, 'runs', api.store, params.id);
    if (run === undefined) throw notFound();
    return timeLineOf(api, caller, run, query);
  },
});
