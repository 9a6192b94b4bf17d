import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

export const objectives = flow<typeof definition>([], async ({ run, ask, write }) => {
  const seen = () => write.freezeBrief({ of: 'objectives', about: run });
  for (;;) {
    const proposed = await ask('propose', { brief: await seen() });
    if (proposed.state !== 'done') return;
    await write.proposeObjectives({ found: proposed.outcome, by: proposed.by });
    const proposer = proposed.by === undefined ? [] : [proposed.by.person];
    const decided = await ask('approve', { brief: await seen(), barred: proposer });
    if (decided.state !== 'done') return;
    const approved = decided.outcome.decision === 'approve';
    await write.decideObjectives({ approved, results: proposed.outcome.results, by: decided.by });
    if (approved) break;
  }
  await ask('communicate', { brief: await seen() });
});
