import { flow, step } from '../engine/flow.ts';
import type { definition } from './definition.ts';
import { followUp } from './followUp.ts';

const checkOne = step<typeof definition>('check', async ({ item: control, ask, read, write, propose, start }) => {
  const answer = await ask('check', {
    about: control,
    brief: await write.freezeBrief({ of: 'controls', about: control }),
    ...(await read.testerOf({ about: control })),
  });
  if (answer.state !== 'done') return;
  const { task, outcome, by } = answer;
  const checked = await write.recordCheck({ control, task, outcome, by });
  await followUp({ write, propose, start }, { ...checked, control, by });
});

export const controlCheck = flow<typeof definition>([checkOne], async ({ read, each }) => {
  await each(checkOne, await read.controlsDue());
});
