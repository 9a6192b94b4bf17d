import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

/** Waits for as long as the exceptions hold that end on this day, and asks about those of which nobody has said anything else by then. */
export const exceptionReview = flow<typeof definition>([], async ({ run, subject, read, write, until, ask, start }) => {
  const { rollout, control, until: last } = subject;
  if ((await until({ day: await read.workingDayAfter({ day: last }) })) === 'ended') return;
  const { count, person } = await read.exceptionsEnded({ rollout, last });
  if (count === 0) return;
  const brief = await write.freezeBrief({ of: 'endedExceptions', about: run });
  const answer = await ask('settle', { about: control, brief, ...(person !== undefined && { person }) });
  if (answer.state !== 'done') return;
  const { ends, open, today } = await write.settleExceptions({ rollout, last, outcome: answer.outcome, by: answer.by });
  for (const end of ends) await start('exceptionReview', { rollout, control, until: end }, `Exceptions of ${rollout} hold until ${end}.`);
  if (open > 0) await start('controlRollout', { rollout, control, since: today }, `Exceptions of ${rollout} ended on ${last}.`);
});
