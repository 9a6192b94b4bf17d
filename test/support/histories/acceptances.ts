import { engine as byEngine } from '../../../domain/records/common.ts';
import { changeRecord } from '../../../models/registers.ts';
import { addRisks, ids } from '../organization.ts';
import { eventually } from '../time.ts';
import { by } from './acts.ts';
import type { Recorder } from './recorder.ts';

const retain = { decision: 'retain', justification: 'The machine is replaced in March.', measures: 'It is off the network at night.' };
const high = { likelihood: 4, consequence: 3 };

/** Acceptances that are returned, approved and ended by a changed risk; revoked; and refused, so that treatment is proposed. */
export async function recordAcceptances({ product, send, save, over }: Recorder): Promise<void> {
  const { store, clock, openRun } = product;
  const ask = async (risk: string): Promise<string> => {
    const id = `${risk}-a`;
    const judged = { criteria: 'criteria-1', ...high, band: 'high', aboveAcceptance: true } as const;
    await store.assessments.insert({ ...{ id, risk, kind: 'initial', at: clock.now(), by: byEngine }, ...judged });
    const lastAssessment = { id, day: '2026-11-01', by: ids.lukas, ...high, band: 'high' } as const;
    await addRisks(store, ids.lukas, [risk], { current: high, band: 'high', acceptance: 'required', lastAssessment });
    return (await openRun({ process: 'riskAcceptance', subject: { risk, asOf: 1 }, actor: byEngine })).id;
  };
  const accepted = (risk: string) =>
    eventually(`${risk} is accepted`, async () => (await store.acceptances.get(`${risk}-v1`))?.state === 'accepted');

  const changed = await ask('ACC-1');
  await send(`${changed}/request/ACC-1/1`, { do: 'complete', by: by.lukas, outcome: retain });
  await send(`${changed}/approve/ACC-1/1`, { do: 'complete', by: by.tove, outcome: { decision: 'return', reason: 'What does it cost?' } });
  await send(`${changed}/request/ACC-1/2`, { do: 'complete', by: by.lukas, outcome: retain });
  await send(`${changed}/approve/ACC-1/2`, { do: 'complete', by: by.tove, outcome: { decision: 'approve', reason: 'Until March.' } });
  await accepted('ACC-1');
  const risk = await store.risks.get('ACC-1');
  const change = {
    at: clock.now(),
    actor: byEngine,
    event: 'changed',
    set: { current: { likelihood: 5, consequence: 5 }, band: 'veryHigh' },
  } as const;
  await changeRecord(store, { register: 'risks', id: 'ACC-1', version: risk?.version ?? 0, ...change });
  await over(changed);
  await save('riskAcceptance-changed', changed);

  const revoked = await ask('ACC-2');
  await send(`${revoked}/request/ACC-2/1`, { do: 'complete', by: by.lukas, outcome: retain });
  await send(`${revoked}/approve/ACC-2/1`, { do: 'complete', by: by.tove, outcome: { decision: 'approve', reason: 'Until March.' } });
  await accepted('ACC-2');
  await revoke(product, 'ACC-2-v1');
  await over(revoked);
  await save('riskAcceptance-revoked', revoked);

  const refused = await ask('ACC-3');
  await send(`${refused}/request/ACC-3/1`, { do: 'complete', by: by.lukas, outcome: retain });
  await send(`${refused}/approve/ACC-3/1`, { do: 'complete', by: by.tove, outcome: { decision: 'refuse', reason: 'Treat it.' } });
  await over(refused);
  await save('riskAcceptance-refused', refused);
}

async function revoke({ store, signedIn }: Recorder['product'], acceptance: string): Promise<void> {
  const ask = await signedIn(ids.tove);
  const version = (await store.acceptances.get(acceptance))?.version ?? 0;
  const answer = await ask('POST', `/registers/acceptances/${acceptance}/revocation`, { reason: 'The machine stays.', version });
  if (answer.status >= 300) throw new Error(`the acceptance was not revoked: ${answer.status}`);
}
