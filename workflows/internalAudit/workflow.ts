import type { Changed } from '../../activities/registers/byFlow.ts';
import { flow, step } from '../engine/flow.ts';
import type { Asking, Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

const audit = ({ subject }: Flow): string => subject.audit;

/** What somebody is shown about the audit as far as it has come. */
const asItIs = async (powers: Flow) => ({
  about: audit(powers),
  brief: await powers.write.freezeBrief({ of: 'audits', about: audit(powers) }),
});

/** Asked of whoever leads the audit, and of nobody who owns or does what is audited. */
async function ofLead(powers: Flow): Promise<Asking> {
  const { lead, barred } = await powers.read.auditTeam({ audit: audit(powers) });
  return { ...(lead !== null && { person: lead }), barred };
}

const note = (powers: Flow, change: Omit<Changed<'audits'>, 'register' | 'id'>): Promise<number> =>
  powers.write.changeRecord({ ...change, register: 'audits', id: audit(powers) });

const noteFinding = (powers: Flow, id: string, change: Omit<Changed<'auditFindings'>, 'register' | 'id'>): Promise<number> =>
  powers.write.changeRecord({ ...change, register: 'auditFindings', id });

const finding = async (powers: Flow, item: string) => ({
  about: item,
  brief: await powers.write.freezeBrief({ of: 'auditFindings', about: item }),
});

/** The audited side says whether the facts are right, and again after each change, until they are or the auditor lets it stand. */
const check = step<typeof definition>('check', async ({ item, ...powers }) => {
  for (;;) {
    const checked = await powers.ask('check', await finding(powers, item));
    if (checked.state !== 'done') return;
    const { facts, response } = checked.outcome;
    const set = { response, ...(facts === 'right' && { status: 'agreed' as const }) };
    await noteFinding(powers, item, { set, event: facts === 'right' ? 'agreed' : 'objected', by: checked.by });
    if (facts === 'right') return;
    const again = await powers.ask('reconsider', { ...(await finding(powers, item)), ...(await ofLead(powers)) });
    if (again.state !== 'done') return;
    const { decision, reason, evidence, grade } = again.outcome;
    const mended = { ...(evidence !== undefined && evidence !== '' && { evidence }), ...(grade !== undefined && { grade }) };
    const status = { changed: 'draft', withdrawn: 'withdrawn', stands: 'agreed' } as const;
    await noteFinding(powers, item, {
      ...{ event: decision, by: again.by },
      set: { reconsidered: reason, status: status[decision], ...(decision === 'changed' && mended) },
    });
    if (decision !== 'changed') return;
  }
});

/** A nonconformity is dealt with by itself, and again until the auditor confirms it; everything else goes into a register. */
const followUp = step<typeof definition>('followUp', async ({ item, ...powers }) => {
  const { grade, risk, isWithdrawn } = await powers.read.finding({ finding: item });
  if (isWithdrawn) return;
  if (risk !== null)
    await powers.propose('targetedRiskReview', {
      ...{ about: risk, reason: `The audit finding ${item} makes ${risk} look other than it was judged.` },
      subject: { risk, because: item },
    });
  if (grade === 'opportunity' || grade === 'observation') return powers.write.fileFinding({ finding: item });
  for (;;) {
    const nonconformity = await powers.write.raiseFinding({ finding: item });
    const run = await powers.start('correctiveAction', { nonconformity }, `${item} of ${audit(powers)}.`);
    if (run === undefined || (await powers.closed(run)) === 'ended') return;
    const answer = await powers.ask('followUp', { ...(await finding(powers, item)), ...(await ofLead(powers)) });
    if (answer.state !== 'done') return;
    const { verdict, reason } = answer.outcome;
    await powers.write.followUpFinding({ finding: item, verdict, reason, by: answer.by });
    if (verdict === 'confirmed') return;
  }
});

export const internalAudit = flow<typeof definition>([check, followUp], async (powers) => {
  if (!(await fix(powers)) || !(await sendPlan(powers))) return;
  const planRead = tell(powers, 'receivePlan', await powers.read.auditees({ audit: audit(powers) }));
  if (!(await lookAt(powers))) return;
  const findings = await draft(powers);
  if (findings === undefined) return;
  await powers.each(check, findings);
  const recipients = await deliver(powers);
  if (recipients === undefined) return;
  const reportRead = tell(powers, 'receive', recipients);
  await powers.each(followUp, findings);
  await Promise.all([planRead, reportRead]);
  await powers.write.closeAudit({ audit: audit(powers) });
});

/** Lets each of them take note; the audit goes on meanwhile. */
async function tell(powers: Flow, task: 'receivePlan' | 'receive', people: readonly string[]): Promise<void> {
  const shown = await asItIs(powers);
  await Promise.all(people.map((person) => powers.ask(task, { ...shown, person })));
}

/** It does not start before scope, criteria and an impartial team are there (G10), whoever answered by whatever way. */
async function fix(powers: Flow): Promise<boolean> {
  for (let again = false; ; again = true) {
    const { fixBy } = await powers.read.auditDays({ audit: audit(powers) });
    const answer = await powers.ask('fix', {
      ...(await asItIs(powers)),
      due: again ? { from: 'opening', workingDays: 2 } : { from: 'opening', day: fixBy },
    });
    if (answer.state !== 'done') return false;
    const { team, ...fixed } = answer.outcome;
    await note(powers, { set: { ...fixed, auditors: team.map(({ auditor }) => auditor) }, event: 'fixed', by: answer.by });
    if (!(await powers.read.mayStart({ audit: audit(powers) }))) continue;
    await note(powers, { set: { status: 'prepared', run: powers.run }, event: 'prepared' });
    return true;
  }
}

async function sendPlan(powers: Flow): Promise<boolean> {
  const { planBy } = await powers.read.auditDays({ audit: audit(powers) });
  const asked = { ...(await asItIs(powers)), ...(await ofLead(powers)), due: { from: 'opening', day: planBy } } as const;
  const answer = await powers.ask('sendPlan', asked);
  if (answer.state !== 'done') return false;
  await note(powers, { set: answer.outcome, event: 'planned', by: answer.by });
  return true;
}

/** Document review, then the fieldwork when its day has come. */
async function lookAt(powers: Flow): Promise<boolean> {
  const { prepareBy, from, fieldworkBy } = await powers.read.auditDays({ audit: audit(powers) });
  const prepared = await powers.ask('prepare', {
    ...(await asItIs(powers)),
    ...(await ofLead(powers)),
    due: { from: 'opening', day: prepareBy },
  });
  if (prepared.state !== 'done') return false;
  await note(powers, { set: prepared.outcome, event: 'checklistWritten', by: prepared.by });
  if ((await powers.until({ day: from })) === 'ended') return false;
  await note(powers, { set: { status: 'fieldwork' }, event: 'begun' });
  const held = await powers.ask('fieldwork', {
    ...(await asItIs(powers)),
    ...(await ofLead(powers)),
    due: { from: 'opening', day: fieldworkBy },
  });
  if (held.state !== 'done') return false;
  await powers.write.endFieldwork({ audit: audit(powers), evidence: held.outcome.evidence, by: held.by });
  return true;
}

async function draft(powers: Flow): Promise<string[] | undefined> {
  const answer = await powers.ask('draft', { ...(await asItIs(powers)), ...(await ofLead(powers)) });
  if (answer.state !== 'done') return undefined;
  const { findings, impression } = answer.outcome;
  return powers.write.recordFindings({ audit: audit(powers), findings, impression, by: answer.by });
}

/** Concluded and reported; answers who gets the report. */
async function deliver(powers: Flow): Promise<string[] | undefined> {
  const answer = await powers.ask('deliver', { ...(await asItIs(powers)), ...(await ofLead(powers)) });
  if (answer.state !== 'done') return undefined;
  const { conclusion, summary, others } = answer.outcome;
  const people = others.map(({ person }) => person);
  return powers.write.reportAudit({ audit: audit(powers), conclusion, summary, others: people, by: answer.by });
}
