import { flow, step } from '../engine/flow.ts';
import type { StepBody } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Powers = Parameters<StepBody<typeof definition>>[0];

/** One measure: its value, then what another person makes of it, then what follows. */
const measureOne = step<typeof definition>('collect', async (powers) => {
  const { item: measure, ask, write } = powers;
  const { source, analyst } = await powers.read.measure({ measure });
  const collected = await collect(powers, source);
  if (collected === undefined) return;
  const answer = await ask('analyse', {
    about: measure,
    person: analyst,
    barred: collected.by,
    brief: await write.freezeBrief({ of: 'measures', about: measure }),
  });
  if (answer.state !== 'done') return;
  const { again } = await write.analyseValue({ measure, found: answer.outcome, by: answer.by });
  const isOff = collected.onTarget === false;
  if (answer.outcome.response !== 'correct' && !(isOff && again)) return;
  const nonconformity = await write.offTarget({ measure, reason: answer.outcome.analysis, by: answer.by });
  const why = `${measure} is off its target${again ? ' for the second time in a row' : ''}.`;
  if (isOff && again) await powers.start('correctiveAction', { nonconformity }, why);
  else await powers.propose('correctiveAction', { about: nonconformity, reason: why, subject: { nonconformity } });
});

/** Computed from our own records, or asked of whoever measures. `by` is who brought it. */
async function collect(
  { item: measure, ask, write }: Powers,
  source: string,
): Promise<{ onTarget: boolean | null; by: string[] } | undefined> {
  if (source !== 'asked') return { ...(await write.computeValue({ measure })), by: [] };
  const answer = await ask('collect', { about: measure, brief: await write.freezeBrief({ of: 'measures', about: measure }) });
  if (answer.state !== 'done') return undefined;
  const { onTarget } = await write.collectValue({ measure, collected: answer.outcome, by: answer.by });
  return { onTarget, by: answer.by === undefined ? [] : [answer.by.person] };
}

export const measurement = flow<typeof definition>([measureOne], async ({ run, read, each, ask, write }) => {
  const due = await read.measuresDue();
  if (due.length === 0) return; // nothing is measured yet: there is nothing to report on either
  await each(measureOne, due);
  await ask('report', { brief: await write.freezeBrief({ of: 'quarters', about: run }) });
});
