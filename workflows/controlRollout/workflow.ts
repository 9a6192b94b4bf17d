import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

/** Asked again until nothing is open: in a month, and on the day on which it is to be done, whatever was said meanwhile. */
export const controlRollout = flow<typeof definition>([], async ({ subject, ask, read, write, start, patched }) => {
  const { rollout, control } = subject;
  for (;;) {
    const { open, due, person } = await write.takeStock({ rollout });
    if (open === 0) return;
    const answer = await ask('report', {
      ...{ about: control, due, brief: await write.freezeBrief({ of: 'rollouts', about: rollout }) },
      ...(person !== undefined && { person }),
    });
    if (answer.state !== 'done') return;
    await write.reportRollout({ rollout, outcome: answer.outcome, by: answer.by });
    const ends = patched('exceptionsAreReviewed') ? await read.exceptionEnds({ rollout }) : [];
    for (const until of ends) await start('exceptionReview', { rollout, control, until }, `Exceptions of ${rollout} hold until ${until}.`);
  }
});
