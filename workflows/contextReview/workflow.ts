import { flow } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;
type Judge = Parameters<Flow['write']['requestChange']>[0]['by'];

export const contextReview = flow<typeof definition>([], async (powers) => {
  const { ask, write } = powers;
  await Promise.all([issues(powers), parties(powers), requirements(powers)]);
  if (!(await untilApproved(powers))) return;
  await write.contextReviewed();
  await ask('communicate', { brief: await seen(powers) });
});

/** What whoever is asked sees: issues, parties, requirements and scope as they stand now. */
const seen = ({ write, run }: Flow): Promise<string> => write.freezeBrief({ of: 'context', about: run });

async function issues(powers: Flow): Promise<void> {
  const answer = await powers.ask('issues', { brief: await seen(powers) });
  if (answer.state === 'done') await powers.write.recordIssues({ found: answer.outcome, by: answer.by });
}

async function parties(powers: Flow): Promise<void> {
  const answer = await powers.ask('parties', { brief: await seen(powers) });
  if (answer.state === 'done') await powers.write.recordParties({ found: answer.outcome, by: answer.by });
}

/** Controls come from requirements as well as from risks: a new one is planned, and its implementation is proposed; so is a document that has to say it. */
async function requirements(powers: Flow): Promise<void> {
  const answer = await powers.ask('requirements', { brief: await seen(powers) });
  if (answer.state !== 'done') return;
  const planned = await powers.write.recordRequirements({ found: answer.outcome, by: answer.by });
  for (const { requirement, control, document } of planned) {
    if (control !== undefined)
      await powers.propose('controlImplementation', {
        about: control,
        reason: `${control} is to serve the requirement ${requirement}.`,
        subject: { control, plan: '-' },
      });
    if (document !== undefined)
      await powers.propose('documentControl', {
        about: document,
        reason: `${document} is to say what the requirement ${requirement} asks for.`,
        subject: { document, because: requirement },
      });
  }
}

/** Judged until top management approves it; what follows is proposed once it has. */
async function untilApproved(powers: Flow): Promise<boolean> {
  const { ask, write, run } = powers;
  for (;;) {
    const judged = await ask('effect', { brief: await seen(powers) });
    if (judged.state !== 'done') return false;
    const { scope = '', risks, reason } = judged.outcome;
    const changed =
      scope === ''
        ? undefined
        : await write.createRecord({ register: 'scopes', by: judged.by, fields: { text: scope, status: 'draft', run } });
    const judge = judged.by === undefined ? [] : [judged.by.person];
    const decided = await ask('approve', { brief: await seen(powers), barred: judge });
    if (decided.state !== 'done') return false;
    const isApproved = decided.outcome.decision === 'approve';
    if (changed !== undefined) await write.decideScope({ scope: changed, approved: isApproved, by: decided.by });
    if (!isApproved) continue;
    for (const risk of risks) await proposeReview(powers, risk);
    if (changed !== undefined) await planChange(powers, changed, reason, judged.by);
    return true;
  }
}

/** What the new scope brings with it in the ISMS is planned as a change (6.3). */
async function planChange({ write, start, propose, patched }: Flow, scope: string, reason: string, by: Judge): Promise<void> {
  const said = `The scope is now ${scope}.`;
  if (!patched('changesAreStarted')) return propose('changePlanning', { about: scope, reason: said });
  const change = await write.requestChange({ kind: 'contextReview', about: scope, reason, by });
  await start('changePlanning', { change }, said);
}

const proposeReview = ({ propose, run }: Flow, risk: string): Promise<void> =>
  propose('targetedRiskReview', { about: risk, reason: `A change found in ${run} touches ${risk}.`, subject: { risk, because: run } });
