import { z } from 'zod';
import { Day, Reference, Sentence } from '../../domain/records/common.ts';
import { RolloutItem } from '../../domain/records/rollout.ts';
import { endpoint } from '../endpoint.ts';
import { mediaTypes } from '../mediaTypes.ts';
import { mostItems, progressNow, readItems, reportableRollout, reportItems } from '../rollouts.ts';

const id = z.strictObject({ id: z.string().max(300) });
const { item, name, state, doneOn, reason, until } = RolloutItem.shape;

const Counted = z.int().min(0);
const Progress = z
  .strictObject({
    rollout: Reference,
    of: Counted.meta({ description: 'All that are part of it.' }),
    done: Counted,
    excepted: Counted.meta({ description: 'With an exception that holds.' }),
    expired: Counted.meta({ description: 'With an exception that has ended; they count as open.' }),
    open: Counted,
    exceptions: z.array(z.strictObject({ item, name, reason: Sentence.optional(), until: Day.optional() })),
  })
  .meta({ id: 'RolloutProgress' });

const also = { 403: 'You do not roll it out.', 422: 'Places say what is wrong; nothing was written.' };

export const rollouts = [
  endpoint({
    method: 'get',
    path: '/api/v1/registers/rollouts/{id}/progress',
    tag: 'registers',
    summary: 'How far a rollout is: so many of so many, and its exceptions.',
    allow: 'signedIn',
    params: id,
    output: Progress,
    handle: async ({ api, caller, params }) => progressNow(api, caller, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/registers/rollouts/{id}/progress',
    tag: 'registers',
    summary: 'Say of items that they are done, excepted until a day, open or no part of it any more; new ones are added. All or none.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({ items: z.array(z.strictObject({ item, name, state, doneOn, reason, until })).min(1).max(mostItems) }),
    output: Progress,
    also,
    handle: async ({ api, caller, params, body, key }) => {
      const rollout = await reportableRollout(api, caller, params.id);
      const said = body.items.map((change, n) => ({ change, at: `items.${n}` }));
      await reportItems(api, { rollout, caller, said, key });
      return progressNow(api, caller, params.id);
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/registers/rollouts/{id}/items',
    tag: 'registers',
    summary: 'The items of a rollout as a file: all of them, or those of which something is to be said. All rows or none.',
    allow: 'signedIn',
    params: id,
    file: {
      description: `CSV with the columns item, name, state, done_on, reason, until; at most ${mostItems.toLocaleString('en')} rows.`,
      megabytes: 1,
      types: [mediaTypes.csv],
    },
    output: Progress,
    also,
    handle: async ({ api, caller, params, body, key }) => {
      const rollout = await reportableRollout(api, caller, params.id);
      await reportItems(api, { rollout, caller, said: readItems(body as unknown as Buffer), key });
      return progressNow(api, caller, params.id);
    },
  }),
];
