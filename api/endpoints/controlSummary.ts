import { z } from 'zod';
import { Control, ControlKind } from '../../domain/records/control.ts';
import { effectivenessOn } from '../../domain/rules/control.ts';
import { allOf } from '../../models/filter.ts';
import { endpoint } from '../endpoint.ts';
import { ownersIn, RecordOwner } from '../owners.ts';
import { scope } from '../policy.ts';
import { standingControls } from '../registerLists.ts';
import { todayOf } from '../today.ts';

const fields = ['kind', 'owner', 'status', 'effectiveness', 'checkedOn', 'checkEvery', 'nextCheck'] as const;
const { effectiveness } = Control.shape;

const Summary = z
  .strictObject({
    controls: z.int().meta({ description: 'All that are not retired.' }),
    inPlace: z.int(),
    byKind: z.array(z.strictObject({ kind: ControlKind, controls: z.int() })),
    byEffectiveness: z
      .array(z.strictObject({ effectiveness, controls: z.int() }))
      .meta({ description: 'Of those in place, as they stand today: what an expired check said counts no more.' }),
    expired: z.int().meta({ description: 'Whose last check holds no longer.' }),
    owners: z.array(RecordOwner),
  })
  .meta({ id: 'ControlSummary' });

export const controlSummary = endpoint({
  method: 'get',
  path: '/api/v1/controls/summary',
  tag: 'registers',
  summary: 'How many controls there are, of which kinds, and how they stand.',
  allow: 'signedIn',
  output: Summary,
  handle: async ({ api, caller }) => {
    const { store } = api;
    const today = await todayOf(api);
    const all = await store.controls.pick(allOf(await scope(caller, 'controls', store), standingControls), fields);
    const inPlace = all.filter(({ status }) => status === 'implemented');
    const count = (which: (control: (typeof all)[number]) => boolean) => inPlace.filter(which).length;
    return {
      ...{ controls: all.length, inPlace: inPlace.length },
      byKind: ControlKind.options.map((kind) => ({ kind, controls: all.filter((one) => one.kind === kind).length })),
      byEffectiveness: effectiveness.options.map((value) => ({
        effectiveness: value,
        controls: count((one) => effectivenessOn(one, today) === value),
      })),
      expired: all.filter(({ nextCheck }) => nextCheck !== undefined && nextCheck < today).length,
      owners: await ownersIn(store, all),
    };
  },
});
