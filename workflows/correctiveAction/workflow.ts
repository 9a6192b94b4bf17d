import type { Changed } from '../../activities/registers/byFlow.ts';
import type { DueRule } from '../../domain/process.ts';
import { flow } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;
type Closer = Parameters<Flow['write']['requestChange']>[0]['by'];
type Grade = 'major' | 'minor';

/** How long an action has to show that it works before another person judges it, in working days. */
const waiting: Record<Grade, number> = { major: 30, minor: 45 };

export const correctiveAction = flow<typeof definition>([], async (powers) => {
  const grade = await triage(powers);
  if (grade === undefined) return;
  if (!(await correct(powers, grade))) return;
  const cause = await analyse(powers, grade);
  if (cause === undefined) return;
  if (!(await untilEffective(powers, grade, cause.removeCause))) return;
  await close(powers);
});

const about = ({ subject }: Flow): string => subject.nonconformity;

/** What whoever is asked sees: the record as far as it has come. */
const asItIs = async (powers: Flow) => ({
  about: about(powers),
  brief: await powers.write.freezeBrief({ of: 'nonconformities', about: about(powers) }),
});

const note = (powers: Flow, change: Omit<Changed<'nonconformities'>, 'register' | 'id'>): Promise<number> =>
  powers.write.changeRecord({ ...change, register: 'nonconformities', id: about(powers) });

async function triage(powers: Flow): Promise<Grade | undefined> {
  const answer = await powers.ask('triage', await asItIs(powers));
  if (answer.state !== 'done') return undefined;
  const { decision, grade = 'minor', owner, reason } = answer.outcome;
  if (decision === 'reject') {
    await note(powers, { set: { status: 'declined' }, event: 'declined', by: answer.by, why: reason });
    return undefined;
  }
  const set = { status: 'accepted', grade, run: powers.run, ...(owner !== undefined && { owner }) } as const;
  await note(powers, { set, event: 'accepted', by: answer.by, why: reason });
  return grade;
}

async function correct(powers: Flow, grade: Grade): Promise<boolean> {
  const answer = await powers.ask(grade === 'major' ? 'contain' : 'correct', await asItIs(powers));
  if (answer.state !== 'done') return false;
  await note(powers, { set: answer.outcome, event: 'corrected', by: answer.by });
  return true;
}

async function analyse(powers: Flow, grade: Grade): Promise<{ removeCause: boolean } | undefined> {
  const due = { from: 'run', workingDays: grade === 'major' ? 10 : 20 } as const;
  const answer = await powers.ask('analyse', { ...(await asItIs(powers)), due });
  if (answer.state !== 'done') return undefined;
  const { cause, similarCases, removeCause, weakness, risk, document, missingDocument, reason } = answer.outcome;
  await note(powers, { set: { cause, similarCases, removesCause: removeCause }, event: 'analysed', by: answer.by, why: reason });
  if (weakness === 'control' && risk !== undefined)
    await powers.propose('targetedRiskReview', {
      about: risk,
      reason: `The cause of ${about(powers)} is a missing or weak control of ${risk}.`,
      subject: { risk, because: about(powers) },
    });
  if (weakness === 'document' && document !== undefined)
    await proposeDocument(powers, document, `The cause of ${about(powers)} lies in ${document}: it is wrong, or not known.`);
  else if (weakness === 'document' && missingDocument !== undefined) {
    const drafted = await powers.write.draftDocument({ title: missingDocument, kind: 'procedure', references: [], by: answer.by });
    await proposeDocument(powers, drafted, `The cause of ${about(powers)} is that a document is missing: ${missingDocument}.`);
  }
  return { removeCause };
}

const proposeDocument = (powers: Flow, document: string, reason: string): Promise<void> =>
  powers.propose('documentControl', { about: document, reason: reason.slice(0, 200), subject: { document, because: about(powers) } });

/** Plans, carries out and looks, and again from the plan on while it has not worked. */
async function untilEffective(powers: Flow, grade: Grade, removeCause: boolean): Promise<boolean> {
  for (let round = 1; ; round += 1) {
    const doers = removeCause || round > 1 ? await carryOut(powers, grade, round) : await correctionIsEnough(powers);
    if (doers === undefined) return false;
    await powers.until({ inWorkingDays: waiting[grade] });
    const answer = await powers.ask('judge', {
      ...(await asItIs(powers)),
      barred: doers,
      due: { from: 'opening', workingDays: grade === 'major' ? 10 : 15 },
    });
    if (answer.state !== 'done') return false;
    const { effective, reason } = answer.outcome;
    await powers.write.judgeEffectiveness({ nonconformity: about(powers), verdict: effective, reason, round, by: answer.by });
    if (effective === 'effective') return true;
  }
}

async function correctionIsEnough(powers: Flow): Promise<string[]> {
  await note(powers, { set: { result: 'The correction is enough; no further action was needed.' }, event: 'implemented' });
  return powers.read.doersOf({ nonconformity: about(powers) });
}

/** From the plan to its result; answers who has done it and must not judge it. */
async function carryOut(powers: Flow, grade: Grade, round: number): Promise<string[] | undefined> {
  const planned = await plan(
    powers,
    round === 1 ? { from: 'run', workingDays: grade === 'major' ? 15 : 25 } : { from: 'opening', workingDays: 10 },
  );
  if (planned === undefined) return undefined;
  const { responsible, until } = planned;
  const answer = await powers.ask('implement', {
    ...(await asItIs(powers)),
    person: responsible,
    due: { from: 'opening', day: until },
  });
  if (answer.state !== 'done') return undefined;
  await note(powers, { set: { result: answer.outcome.result }, event: 'implemented', by: answer.by });
  return powers.read.doersOf({ nonconformity: about(powers) });
}

type Planned = { responsible: string; until: string };

/** Planned until it is approved. */
async function plan(powers: Flow, due: DueRule): Promise<Planned | undefined> {
  for (let again = false; ; again = true) {
    const answer = await powers.ask('plan', {
      ...(await asItIs(powers)),
      due: again ? { from: 'opening', workingDays: 5 } : due,
    });
    if (answer.state !== 'done') return undefined;
    const { actions, responsible, until, measuredBy } = answer.outcome;
    await note(powers, { set: { actions, responsible, actionsDue: until, measuredBy }, event: 'planned', by: answer.by });
    const planner = answer.by === undefined ? [] : [answer.by.person];
    const approval = await powers.ask('approvePlan', { ...(await asItIs(powers)), barred: planner });
    if (approval.state !== 'done') return undefined;
    const { decision, reason } = approval.outcome;
    await note(powers, { set: {}, event: decision === 'approve' ? 'planApproved' : 'planReturned', by: approval.by, why: reason });
    if (decision === 'approve') return { responsible, until };
  }
}

async function close(powers: Flow): Promise<void> {
  const answer = await powers.ask('close', await asItIs(powers));
  if (answer.state !== 'done') return;
  const { ismsChange, reason } = answer.outcome;
  await powers.write.closeNonconformity({ nonconformity: about(powers), ismsChange, reason, by: answer.by });
  if (ismsChange === 'change') await planChange(powers, reason, answer.by);
}

async function planChange(powers: Flow, reason: string, by: Closer): Promise<void> {
  const said = `${about(powers)}: ${reason}`.slice(0, 200);
  if (!powers.patched('changesAreStarted')) return powers.propose('changePlanning', { about: about(powers), reason: said });
  const change = await powers.write.requestChange({ kind: 'correctiveAction', about: about(powers), reason, by });
  await powers.start('changePlanning', { change }, said);
}
