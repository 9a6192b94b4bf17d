import type { Changed } from '../../activities/registers/byFlow.ts';
import { flow, step } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

/** One of the ten lines is delivered, whenever that is: a silent owner holds up nobody else. */
const deliver = step<typeof definition>('deliver', async ({ item, read, write, ask }) => {
  const { deliverBy } = await read.reviewDays();
  const brief = await write.freezeBrief({ of: 'reviewInputs', about: item });
  const answer = await ask('deliver', { about: item, brief, due: { from: 'opening', day: deliverBy } });
  if (answer.state !== 'done') return;
  await write.deliverInput({ input: item, ...answer.outcome, by: answer.by });
});

/** A decision starts what it starts, is taken on by its owner, and is followed by a run of its own after that. */
const accept = step<typeof definition>('accept', async ({ item, ...powers }) => {
  if (!(await begin(powers, item))) return;
  for (;;) {
    const brief = await powers.write.freezeBrief({ of: 'reviewDecisions', about: item });
    const answer = await powers.ask('accept', { about: item, brief });
    if (answer.state !== 'done') return;
    const { decision, note } = answer.outcome;
    const why = note === undefined || note === '' ? {} : { why: note };
    const taken = decision === 'accept';
    const set = taken ? { status: 'accepted' as const } : {};
    await noteDecision(powers, item, { set, event: taken ? 'accepted' : 'handedBack', by: answer.by, ...why });
    if (taken) break;
    const other = await powers.ask('reassign', {
      about: item,
      brief: await powers.write.freezeBrief({ of: 'reviewDecisions', about: item }),
    });
    if (other.state !== 'done') return;
    await noteDecision(powers, item, { set: other.outcome, event: 'reassigned', by: other.by });
  }
  await powers.start('reviewDecision', { decision: item }, `${item} was taken on.`);
});

/** Whether somebody has to take it on: a decision that nothing is to be done needs nobody. */
async function begin(powers: Flow, decision: string): Promise<boolean> {
  const { starts, proposes, reason, isNothing } = await powers.write.beginDecision({ decision });
  if (typeof proposes === 'string') await powers.propose(proposes, { about: decision, reason });
  const started = starts === null ? undefined : await powers.start(starts.process, starts.subject, reason);
  if (started !== undefined) await noteDecision(powers, decision, { set: { started }, event: 'begun' });
  return !isNothing;
}

const note = (powers: Flow, review: string, change: Omit<Changed<'managementReviews'>, 'register' | 'id'>): Promise<number> =>
  powers.write.changeRecord({ ...change, register: 'managementReviews', id: review });

const noteDecision = (powers: Flow, id: string, change: Omit<Changed<'reviewDecisions'>, 'register' | 'id'>): Promise<number> =>
  powers.write.changeRecord({ ...change, register: 'reviewDecisions', id });

const asItIs = async (powers: Flow, review: string) => ({
  about: review,
  brief: await powers.write.freezeBrief({ of: 'managementReviews', about: review }),
});

export const managementReview = flow<typeof definition>([deliver, accept], async (powers) => {
  const { read, write, until, firstOf, each } = powers;
  const review = await write.openReview();
  if (!(await fix(powers, review))) return;
  await until({ day: (await read.reviewDays()).inputsFrom });
  const delivered = each(deliver, await write.requestInputs({ review }));
  await firstOf(delivered, until({ day: (await read.reviewDays()).packFrom }));
  if (!(await issue(powers, review)) || !(await hold(powers, review)) || !(await minuted(powers, review))) return;
  await each(accept, await write.recordDecisions({ review }));
  await delivered;
  await write.closeReview({ review });
});

async function fix(powers: Flow, review: string): Promise<boolean> {
  const answer = await powers.ask('fix', await asItIs(powers, review));
  if (answer.state !== 'done') return false;
  const { contributors, participants, ...fixed } = answer.outcome;
  await powers.write.scheduleReview({
    review,
    ...fixed,
    contributors,
    participants: participants.map(({ person }) => person),
    by: answer.by,
  });
  return true;
}

/** The pack is what the registers know on that day and what people have said: one frozen brief. */
async function issue(powers: Flow, review: string): Promise<boolean> {
  const { packBy } = await powers.read.reviewDays();
  const answer = await powers.ask('pack', { ...(await asItIs(powers, review)), due: { from: 'opening', day: packBy } });
  if (answer.state !== 'done') return false;
  await note(powers, review, { set: answer.outcome, event: 'packNoted', by: answer.by });
  const pack = await powers.write.freezeBrief({ of: 'managementReviews', about: review });
  await powers.write.issuePack({ review, pack, by: answer.by });
  return true;
}

/** Held, or put off to another day until it is. */
async function hold(powers: Flow, review: string): Promise<boolean> {
  for (;;) {
    const { day, chair, pack } = await powers.read.reviewDays();
    const answer = await powers.ask('hold', {
      ...{ about: review, ...(pack !== null && { brief: pack }), due: { from: 'opening', day } },
      ...(chair !== null && { person: chair }),
    });
    if (answer.state !== 'done') return false;
    const { held, day: on, attended } = answer.outcome;
    if (held === 'held') {
      const set = { status: 'held', heldOn: on, attended: attended.map(({ person }) => person) } as const;
      await note(powers, review, { set, event: 'held', by: answer.by });
      return true;
    }
    await note(powers, review, { set: { day: on }, event: 'postponed', by: answer.by });
  }
}

/** Minutes are written until top management approves them. */
async function minuted(powers: Flow, review: string): Promise<boolean> {
  for (;;) {
    const written = await powers.ask('minute', await asItIs(powers, review));
    if (written.state !== 'done') return false;
    await note(powers, review, { set: { ...written.outcome, status: 'minuted' }, event: 'minuted', by: written.by });
    const barred = written.by === undefined ? [] : [written.by.person];
    const answer = await powers.ask('approve', { ...(await asItIs(powers, review)), barred });
    if (answer.state !== 'done') return false;
    const { decision, reason } = answer.outcome;
    if (decision === 'approve') {
      await powers.write.approveMinutes({ review, reason, by: answer.by });
      return true;
    }
    await note(powers, review, { set: {}, event: 'minutesReturned', by: answer.by, why: reason });
  }
}
