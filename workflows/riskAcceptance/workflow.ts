import { flow } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Definition = typeof definition;
type Held = Awaited<ReturnType<Powers<Definition>['write']['acceptRisk']>>;
type Decided = { verdict: 'retain' } | { verdict: 'treat'; reason: string } | { verdict: 'none'; reason: string };

export const riskAcceptance = flow<Definition>([], async (powers) => {
  const { run, subject, write, until, when, firstOf, start, propose, patched } = powers;
  const { risk } = subject;
  const { acceptance, authority } = await write.freezeRisk({ risk });
  const decided = await decide(powers, acceptance, authority);
  if (decided.verdict !== 'retain') {
    await write.endAcceptance({ acceptance, because: decided.verdict === 'treat' ? 'refused' : 'undecided' });
    if (decided.verdict === 'treat')
      await propose('riskTreatment', { about: risk, reason: decided.reason, subject: { risk, because: run } });
    return;
  }
  const { validUntil, watched } = await write.acceptRisk({ acceptance });
  const because = patched('judgedBeforeItEnds')
    ? await held(powers, acceptance, { validUntil, watched })
    : await firstOf(until({ day: validUntil }), when(watched));
  const { asOf, isAbove } = await write.endAcceptance({ acceptance, because });
  if (isAbove) await start('riskAcceptance', { risk, asOf });
});

/** Why it is over. While it holds, the risk is judged again in time before its last day, so that the next decision is on how the risk is then. */
async function held(
  { subject: { risk }, read, until, when, firstOf, start }: Powers<Definition>,
  acceptance: string,
  { validUntil, watched }: Held,
): Promise<string> {
  const changed = when(watched);
  const judgeFrom = await read.dayToJudgeAgain({ acceptance });
  if (judgeFrom !== null) {
    const woken = await firstOf(until({ day: judgeFrom }), changed);
    if (woken !== 'time') return woken;
    await start('targetedRiskReview', { risk, because: acceptance }, `The acceptance of ${risk} ends on ${validUntil}.`);
  }
  return firstOf(until({ day: validUntil }), changed);
}

/** The owner asks, and above the owner's authority somebody else approves; what is returned is asked for again. */
async function decide(
  { subject: { risk }, ask, write }: Powers<Definition>,
  acceptance: string,
  authority: 'riskOwner' | 'topManagement',
): Promise<Decided> {
  for (;;) {
    const request = await ask('request', { about: risk });
    if (request.state !== 'done') return { verdict: 'none', reason: request.reason };
    await write.requestAcceptance({ acceptance, outcome: request.outcome, by: request.by });
    if (request.outcome.decision === 'treat') return { verdict: 'treat', reason: request.outcome.justification };
    if (authority === 'riskOwner') return { verdict: 'retain' };

    const requester = request.by === undefined ? [] : [request.by.person];
    const approval = await ask('approve', { about: risk, by: authority, barred: requester });
    if (approval.state !== 'done') return { verdict: 'none', reason: approval.reason };
    await write.decideAcceptance({ acceptance, outcome: approval.outcome, by: approval.by });
    if (approval.outcome.decision === 'approve') return { verdict: 'retain' };
    if (approval.outcome.decision === 'refuse') return { verdict: 'treat', reason: approval.outcome.reason };
  }
}
