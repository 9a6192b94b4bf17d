import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

/** What the decision has started is waited for; where it came to nothing, or nothing was started, its owner carries it out. */
export const reviewDecision = flow<typeof definition>([], async ({ subject: { decision }, read, write, ask, closed }) => {
  const { started, due, isDropped } = await read.decision({ decision });
  if (isDropped) return;
  if (started !== null && (await closed(started)) === 'ended') return;
  if (started !== null && (await read.cameToItsEnd({ started })))
    return write.endDecision({ decision, result: `${started} is closed.`, by: undefined });
  const brief = await write.freezeBrief({ of: 'reviewDecisions', about: decision });
  const answer = await ask('carryOut', { about: decision, brief, due: { from: 'opening', day: due } });
  if (answer.state === 'done') await write.endDecision({ decision, result: answer.outcome.result, by: answer.by });
});
