import { flow } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

export const ismsSetup = flow<typeof definition>([], async (powers) => {
  const { read, write, ask, start, closed, subject } = powers;
  if (!(await founded(powers))) return;
  const approved = 'The foundations of the ISMS are approved.';
  await start('contextReview', subject, approved);
  await start('pdcaCycle', subject, approved);
  const identified = await ask('identify', { brief: await write.freezeBrief({ of: 'foundations', about: powers.run }) });
  if (identified.state !== 'done') return;
  const { quarter } = await read.setupDays();
  const assessment = await start('riskReview', { period: quarter, scope: 'all' }, 'All risks are judged for the first time.');
  if (assessment === undefined || (await closed(assessment)) === 'ended') return;
  await start('objectives', subject, 'All risks have been judged once.');
});

/** Drafted until top management approves all of it. */
async function founded(powers: Flow): Promise<boolean> {
  const { write, ask, run } = powers;
  for (;;) {
    const drafts = await Promise.all([scopeOf(powers), policyOf(powers), rolesOf(powers), criteriaOf(powers)]);
    if (drafts.some((draft) => draft === undefined)) return false;
    const [scope = '', policy = '', holders = []] = drafts.map((draft) => draft?.what);
    const barred = [...new Set(drafts.flatMap((draft) => draft?.by ?? []))];
    const brief = await write.freezeBrief({ of: 'foundations', about: run });
    const decided = await ask('approve', { brief, barred });
    if (decided.state !== 'done') return false;
    const { decision, reason } = decided.outcome;
    const approves = decision === 'approve';
    const made = { scope: String(scope), policy: String(policy), approved: approves, by: decided.by, reason };
    await write.decideFoundations({ ...made, holders: approves ? (holders as Holder[]) : [] });
    if (approves) return true;
  }
}

type Holder = { role: string; person: string };
type Draft<W> = { what: W; by: string[] } | undefined;

const seen = ({ write, run }: Flow): Promise<string> => write.freezeBrief({ of: 'foundations', about: run });
const whoOf = (by: { person: string } | undefined): string[] => (by === undefined ? [] : [by.person]);

async function scopeOf(powers: Flow): Promise<Draft<string>> {
  const answer = await powers.ask('scope', { brief: await seen(powers) });
  if (answer.state !== 'done') return undefined;
  const fields = { text: answer.outcome.scope, status: 'draft', run: powers.run } as const;
  return { what: await powers.write.createRecord({ register: 'scopes', fields, by: answer.by }), by: whoOf(answer.by) };
}

async function policyOf(powers: Flow): Promise<Draft<string>> {
  const answer = await powers.ask('policy', { brief: await seen(powers) });
  if (answer.state !== 'done') return undefined;
  const fields = { text: answer.outcome.policy, status: 'draft', run: powers.run } as const;
  return { what: await powers.write.createRecord({ register: 'policies', fields, by: answer.by }), by: whoOf(answer.by) };
}

async function rolesOf(powers: Flow): Promise<Draft<Holder[]>> {
  const answer = await powers.ask('roles', { brief: await seen(powers) });
  return answer.state === 'done' ? { what: answer.outcome.holders, by: whoOf(answer.by) } : undefined;
}

async function criteriaOf(powers: Flow): Promise<Draft<undefined>> {
  const answer = await powers.ask('criteria', { brief: await seen(powers) });
  return answer.state === 'done' ? { what: undefined, by: whoOf(answer.by) } : undefined;
}
