import type { Rollout, RolloutItem } from '../../../domain/records/rollout.ts';
import type { ItemColumn } from '../../import/rolloutItems.ts';
import { day, rowByRow } from '../values.ts';

export const rollouts = rowByRow({
  id: ({ id }: Rollout) => id,
  control: ({ control }) => control,
  title: ({ title }) => title,
  responsible: ({ responsible }, naming) => naming(responsible),
  due: ({ due }) => day(due),
  note: ({ note }) => note,
});

/** The items of all rollouts, with the columns that the list of one is read by. */
export const rolloutItems = rowByRow<RolloutItem, ItemColumn | 'rollout' | 'control'>({
  rollout: ({ rollout }) => rollout,
  control: ({ control }) => control,
  item: ({ item }) => item,
  name: ({ name }) => name,
  state: ({ state }) => state,
  done_on: ({ doneOn }) => day(doneOn),
  reason: ({ reason }) => reason,
  until: ({ until }) => day(until),
});
