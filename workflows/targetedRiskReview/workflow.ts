import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

export const targetedRiskReview = flow<typeof definition>([], async ({ run, subject: { risk }, ask, write, start }) => {
  const brief = await write.freezeBrief({ of: 'occasions', about: run });
  const answer = await ask('reassess', { about: risk, brief });
  if (answer.state !== 'done') return;
  const { aboveAcceptance, isDecided, asOf } = await write.assessRisk({
    ...{ risk, task: answer.task, outcome: answer.outcome, by: answer.by, kind: 'triggered' },
  });
  if (aboveAcceptance && !isDecided) await start('riskAcceptance', { risk, asOf });
});
