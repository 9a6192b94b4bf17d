import { flow, step } from '../engine/flow.ts';
import type { definition } from './definition.ts';

const reassessOne = step<typeof definition>('reassess', async ({ item: risk, ask, write, start, propose, patched }) => {
  const answer = await ask('reassess', { about: risk });
  if (answer.state !== 'done') return;
  const { aboveAcceptance, band, asOf, isDecided } = await write.assessRisk({
    risk,
    task: answer.task,
    outcome: answer.outcome,
    by: answer.by,
  });
  if (!aboveAcceptance || isDecided) return;
  if (patched('acceptanceIsStarted')) await start('riskAcceptance', { risk, asOf });
  else await propose('riskAcceptance', { about: risk, reason: `${risk} is in band ${band}, above the acceptance rule.` });
});

export const riskReview = flow<typeof definition>([reassessOne], async ({ read, each, until, firstOf, ask }) => {
  const reviewed = each(reassessOne, await read.risksDue());
  await firstOf(reviewed, until({ workingDay: 12 })); // one silent owner holds up nobody else
  await ask('confirm');
  await reviewed;
});
