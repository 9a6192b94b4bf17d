import type { Day } from '../domain/records/common.ts';
import type { Control } from '../domain/records/control.ts';
import type { Measure } from '../domain/records/measurement.ts';
import type { Nonconformity } from '../domain/records/nonconformity.ts';
import type { Risk } from '../domain/records/risk.ts';
import type { Run } from '../domain/records/run.ts';
import { type Findings, type Gate, type GateName, gateOf } from '../domain/rules/gates.ts';
import { isAnalysedByAnother, said } from '../domain/rules/measure.ts';
import { isAbove } from '../domain/rules/risk.ts';
import { openPoints } from '../domain/soa.ts';
import { impartialityOf } from './auditing.ts';
import { isDecidedRightly } from './decidedPlans.ts';
import { publishedRightly } from './documents.ts';
import { criteriaNow } from './knowledge.ts';
import { heldRightly } from './managementReviews.ts';
import { statementNow } from './soa.ts';
import type { Store } from './store.ts';

type Asked = { store: Store; run: Run; today: Day };

/** How a run stands by its gates, today. */
export async function gatesOf(store: Store, run: Run, gates: readonly GateName[], today: Day): Promise<Gate[]> {
  const found: Gate[] = [];
  for (const gate of gates) found.push(gateOf(gate, await finders[gate]({ store, run, today })));
  return found;
}

const activeRisks = (store: Store): Promise<Risk[]> => store.risks.find({ status: { $nin: ['draft', 'closed', 'avoided'] } });

const broken = (all: readonly { id: string }[], isBroken: (one: { id: string }) => boolean): Findings => ({
  of: all.length,
  broken: all.filter(isBroken).map(({ id }) => id),
});

const isEmpty = (record: object, field: string): boolean => ['', undefined].includes((record as Record<string, string>)[field]);

/** All that 10.2 asks for, and the last verdict by somebody who had no hand in it. */
function isClosedRightly({ status, correction, cause, similarCases, result, effectiveness = [], ...nc }: Nonconformity): boolean {
  const last = effectiveness.at(-1);
  const isJudged = last?.verdict === 'effective' && ![nc.owner, nc.responsible].includes(last.by.person);
  const isTold = [correction, cause, similarCases, result, nc.ismsChange].every((field) => field !== undefined);
  return status === 'closed' && isJudged && isTold;
}

/** The one control that a run is about, if it is about one. */
const controlIn = ({ subject }: Run): { control?: string } => (typeof subject.control === 'string' ? { control: subject.control } : {});
const controlsOf = ({ controls }: Risk): string[] => controls.map(({ control }) => control);

const finders: Record<GateName, (asked: Asked) => Promise<Findings>> = {
  async G1({ store }) {
    const risks = await activeRisks(store);
    const owners = await store.people.find({ id: { $in: [...new Set(risks.map(({ owner }) => owner))] }, status: 'active' });
    const holders = new Set(owners.filter(({ roles }) => roles.some(({ role }) => role === 'riskOwner')).map(({ id }) => id));
    return broken(risks, (risk) => !holders.has((risk as Risk).owner));
  },

  async G2({ store }) {
    const risks = await activeRisks(store);
    const { id: inForce } = await criteriaNow(store);
    const last = await store.assessments.find({ id: { $in: risks.flatMap(({ lastAssessment }) => lastAssessment?.id ?? []) } });
    const byThem = new Set(last.filter(({ criteria }) => criteria === inForce).map(({ id }) => id));
    return broken(risks, (risk) => !byThem.has((risk as Risk).lastAssessment?.id ?? ''));
  },

  async G3({ store, today }) {
    const criteria = await criteriaNow(store);
    const above = (await activeRisks(store)).filter(({ band }) => band !== undefined && isAbove(criteria, band));
    const valid = await store.acceptances.find({ state: 'accepted', validUntil: { $gte: today } });
    const treated = await store.treatmentPlans.find({ status: 'approved' });
    const answered = new Set([...valid, ...treated].map(({ risk }) => risk));
    return broken(above, ({ id }) => !answered.has(id));
  },

  async G5({ store, run }) {
    const plans = await store.treatmentPlans.find({ run: run.id, status: { $ne: 'retained' } });
    const decided = await Promise.all(plans.map((plan) => isDecidedRightly(store, plan)));
    return broken(plans, ({ id }) => decided[plans.findIndex((plan) => plan.id === id)] !== true);
  },

  async G8({ store }) {
    const all = await store.objectives.find({ status: 'active' });
    return broken(all, (one) => said.objective.some((field) => isEmpty(one, field)));
  },

  async G9({ store }) {
    const all = await store.measures.find({ status: 'active' });
    return broken(all, (one) => said.measure.some((field) => isEmpty(one, field)) || !isAnalysedByAnother(one as Measure));
  },

  async G4({ store, run }) {
    const put = await store.tasks.first({ run: run.id, task: 'implement' }, { sort: { attempt: -1 } });
    const seen = await store.tasks.first({ run: run.id, task: 'verify', state: 'done' }, { sort: { attempt: -1 } });
    const isVerified = seen?.outcome?.decision === 'verify' && seen.answeredBy?.person !== put?.answeredBy?.person;
    return { of: 1, broken: isVerified ? [] : [String(run.subject.control)] };
  },

  async G6({ store }) {
    const lines = await statementNow(store);
    return { of: lines.length, broken: openPoints(lines).map(({ control }) => control) };
  },

  async G7({ store, run }) {
    const { control } = controlIn(run);
    const inQuestion = await store.controls.find({ status: { $ne: 'retired' }, ...(control !== undefined && { id: control }) });
    const risks = await store.risks.find({ status: { $nin: ['draft', 'closed', 'avoided'] } });
    const requirements = await store.requirements.find({ status: 'active', addressed: true });
    const needed = new Set([...risks.flatMap(controlsOf), ...requirements.flatMap(({ controls }) => controls)]);
    return broken(inQuestion, (one) => (one as Control).owner === undefined || !needed.has(one.id));
  },
  G10: ({ store, run }) => impartialityOf(store, run),
  G11: ({ store, run }) => heldRightly(store, run),

  async G12({ store, run }) {
    const all = await store.nonconformities.find({ id: String(run.subject.nonconformity ?? '') });
    return broken(
      all.filter(({ status }) => status !== 'declined'),
      (one) => !isClosedRightly(one as Nonconformity),
    );
  },

  G13: ({ store, run }) => publishedRightly(store, run),

  async G14({ store, run }) {
    const accepted = await store.acceptances.find({ state: 'accepted' });
    const waived = await store.tasks.find({ run: run.id, state: 'waived' });
    const excepted = await store.rolloutItems.find({ state: 'excepted', ...controlIn(run) });
    const endless = [
      ...excepted.filter(({ until }) => until === undefined),
      ...accepted.filter(({ validUntil }) => validUntil === undefined),
      ...waived.filter(({ waivedUntil }) => waivedUntil === undefined),
    ];
    return { of: accepted.length + waived.length + excepted.length, broken: endless.map(({ id }) => id) };
  },

  async G15({ store, run }) {
    // Whose last rung has come stands on some level; most tasks of a run stand on none.
    const tasks = await store.tasks.pick({ run: run.id, level: { $gte: 1 } }, ['rungs', 'inPerson']);
    const missed = tasks.filter(({ rungs }) =>
      rungs.some(({ nonconformity, state }) => nonconformity === true && (state === 'sent' || state === 'missed')),
    );
    const candidates = await store.nonconformities.find({ 'source.run': run.id });
    // What is missed while a nonconformity is dealt with is noted on that one.
    const noted = await store.trail.find({ chain: `nonconformities/${String(run.subject.nonconformity)}`, event: 'missed' });
    const isNoted = (id: string) => noted.some(({ data }) => String(data.key).startsWith(`${id}/`));
    const proposed = new Set(candidates.map(({ source }) => source.task));
    const isOneOfMany = new Set(missed.filter(({ inPerson }) => inPerson === true).map(({ id }) => id));
    const isProposed = (id: string) => proposed.has(id) || (isOneOfMany.has(id) && candidates.length > 0);
    return broken(missed, ({ id }) => !isProposed(id) && !isNoted(id));
  },
};
