import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

export const measureDefinition = flow<typeof definition>([], async ({ subject, ask, write }) => {
  const { plan, risk: about } = subject;
  const seen = () => write.freezeBrief({ of: 'controlsToMeasure', about: plan });
  for (;;) {
    const defined = await ask('define', { about, brief: await seen() });
    if (defined.state !== 'done') return;
    await write.proposeMeasures({ measures: defined.outcome.measures, by: defined.by });
    const barred = defined.by === undefined ? [] : [defined.by.person];
    const answer = await ask('agree', { about, brief: await seen(), barred });
    const isAgreed = answer.state === 'done' && answer.outcome.decision === 'approve';
    await write.decideMeasures({ approved: isAgreed, by: answer.state === 'done' ? answer.by : undefined });
    if (isAgreed || answer.state !== 'done') return;
  }
});
