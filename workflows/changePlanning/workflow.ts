import type { Changed } from '../../activities/registers/byFlow.ts';
import { flow } from '../engine/flow.ts';
import type { Asking, Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Definition = typeof definition;
type Flow = Powers<Definition>;
type Task = keyof Definition['tasks'];

type Stage = 'request' | 'assessment' | 'risks' | 'approval' | 'plan' | 'implementation' | 'following' | 'review';
type Next = Stage | 'ended' | 'undecided';

/**
 * Where the change stands: which risks are to be judged, for the how many-th time, when its plan is to be done, how often it was carried out, and what
 * was asked before.
 */
type Planning = { risks: string[]; round: number; due: string; carriedOut: number; asked: Set<Task> };

/** How long a change has to show what it does before somebody looks back at it, in working days. */
const settling = 10;

export const changePlanning = flow<Definition>([], async (powers) => {
  const { isStated } = await powers.read.requestOf({ change: about(powers) });
  const planning: Planning = { risks: [], round: 1, due: '', carriedOut: 0, asked: new Set() };
  let next: Next = isStated ? 'assessment' : 'request';
  while (next !== 'ended' && next !== 'undecided') next = await stages[next](powers, planning);
  if (next === 'undecided') await powers.write.withdrawChange({ change: about(powers) });
});

const about = ({ subject }: Flow): string => subject.change;

const note = (powers: Flow, change: Omit<Changed<'changes'>, 'register' | 'id'>): Promise<number> =>
  powers.write.changeRecord({ ...change, register: 'changes', id: about(powers) });

/** What is done in each stage, and which comes after it. */
const stages: Record<Stage, (powers: Flow, planning: Planning) => Promise<Next>> = {
  async request(powers, planning) {
    const { requestedBy } = await powers.read.requestOf({ change: about(powers) });
    const answer = await askOn(powers, planning, 'request', { person: requestedBy });
    if (answer.state !== 'done') return 'undecided';
    await note(powers, { set: answer.outcome, event: 'stated', by: answer.by });
    return 'assessment';
  },

  async assessment(powers, planning) {
    const answer = await askOn(powers, planning, 'assess');
    if (answer.state !== 'done') return 'undecided';
    const { decision, reason: why, ...found } = answer.outcome;
    if (decision === 'unclear') {
      await note(powers, { set: { status: 'requested' }, event: 'unclear', by: answer.by, why });
      return 'request';
    }
    planning.risks = await powers.write.assessChange({ change: about(powers), found, why, by: answer.by });
    return 'risks';
  },

  /** Judged by their owners before anybody approves it: 8.2 speaks of changes that are proposed. */
  async risks(powers, planning) {
    const because = inRound(powers, planning.round);
    const started: string[] = [];
    for (const risk of planning.risks) {
      const run = await powers.start('targetedRiskReview', { risk, because }, `${about(powers)} may make ${risk} another risk.`);
      if (run !== undefined) started.push(run);
    }
    if (started.length > 0) await powers.write.noteChangeReviews({ change: about(powers), runs: started });
    await Promise.all(started.map((run) => powers.closed(run)));
    if (started.length > 0) planning.round += 1;
    await note(powers, { set: { status: 'inApproval' }, event: 'submitted' });
    return 'approval';
  },

  async approval(powers, planning) {
    const answer = await askOn(powers, planning, 'approve', await powers.read.approvalOf({ change: about(powers) }));
    if (answer.state !== 'done') return 'undecided';
    const { by, outcome } = answer;
    const unjudged = outcome.decision === 'approve' ? await powers.read.unjudgedRisks({ change: about(powers) }) : [];
    const [decision, reason] =
      unjudged.length > 0
        ? (['return', `${unjudged.join(', ')}: not judged yet.`] as const)
        : ([outcome.decision, outcome.reason] as const);
    await powers.write.decideChange({ change: about(powers), decision, reason, until: outcome.until, by });
    if (decision === 'defer') return putOff(powers, outcome.until);
    return after[decision];
  },

  async plan(powers, planning) {
    const answer = await askOn(powers, planning, 'plan');
    if (answer.state !== 'done') return 'undecided';
    planning.due = answer.outcome.due;
    await note(powers, { set: { ...answer.outcome, status: 'implementing' }, event: 'planned', by: answer.by });
    return 'implementation';
  },

  async implementation(powers, planning) {
    const due = { from: 'opening', day: planning.due } as const;
    const answer = await askOn(powers, planning, 'implement', { due });
    if (answer.state !== 'done') return 'undecided';
    await powers.write.implementChange({ change: about(powers), result: answer.outcome.result, by: answer.by });
    planning.carriedOut += 1;
    return 'following';
  },

  /** What it touches is brought up to date while it shows what it does. */
  async following(powers, planning) {
    const shown = powers.until({ inWorkingDays: settling });
    if (powers.patched('whatItTouchesFollows')) await bringUpToDate(powers, planning);
    await shown;
    return 'review';
  },

  async review(powers, planning) {
    const barred = await powers.read.changersOf({ change: about(powers) });
    const answer = await askOn(powers, planning, 'review', { barred });
    if (answer.state !== 'done') return 'undecided';
    const { outcome: found, by } = answer;
    await powers.write.reviewChange({ change: about(powers), found, by });
    return found.effects === 'notAcceptable' ? 'plan' : 'ended';
  },
};

const after = { approve: 'plan', return: 'assessment', reject: 'ended' } as const;

/** A change that comes to the same once more is a reason of its own. */
const inRound = (powers: Flow, round: number): string => (round === 1 ? about(powers) : `${about(powers)}/${round}`);

async function bringUpToDate(powers: Flow, planning: Planning): Promise<void> {
  const { documents, touchesStatement } = await powers.read.followingOf({ change: about(powers) });
  const because = inRound(powers, planning.carriedOut);
  for (const document of documents)
    await powers.start('documentControl', { document, because }, `${about(powers)} was carried out and changes ${document}.`);
  if (touchesStatement) await publishStatement(powers, planning);
}

/** Asked again where a line of it could not stand like that after all. */
async function publishStatement(powers: Flow, planning: Planning): Promise<void> {
  for (let isSettled = false; !isSettled; ) {
    const answer = await askOn(powers, planning, 'statement');
    if (answer.state !== 'done') return;
    isSettled = await powers.write.followStatement({ change: about(powers), ...answer.outcome, by: answer.by });
  }
}

/** What has waited is judged anew when its day has come. */
async function putOff(powers: Flow, day: string | undefined): Promise<Next> {
  await powers.until(day === undefined ? { inWorkingDays: settling } : { day });
  await powers.write.resumeChange({ change: about(powers) });
  return 'assessment';
}

/** What whoever is asked sees is frozen; asked again, there is no time of the whole run left for it. */
async function askOn<K extends Task>(powers: Flow, { asked }: Planning, task: K, more: Asking = {}) {
  const brief = await powers.write.freezeBrief({ of: 'changes', about: about(powers) });
  const again = asked.has(task) ? { due: { from: 'opening', workingDays: 5 } as const } : {};
  asked.add(task);
  return powers.ask(task, { about: about(powers), brief, ...again, ...more });
}
