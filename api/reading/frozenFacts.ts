import { canonicalize } from 'json-canonicalize';
import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { Levels } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import type { ControlFact, Difference, FrozenFacts } from '../../domain/records/reading.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import type { Task } from '../../domain/records/task.ts';
import { lastValidDay, ruleOf } from '../../domain/reviewDates.ts';
import { bandOf } from '../../domain/rules/risk.ts';
import { calendarOf } from '../../domain/sites.ts';
import { criteriaNow, settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import { type Differing, differencesOf } from '../../models/watching.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { peopleById } from '../taskLines.ts';

/** The decision that a task is part of, where it is one on a risk. */
export const acceptanceOf = async (store: Store, { process, run }: Pick<Task, 'process' | 'run'>): Promise<Acceptance | undefined> =>
  process === 'riskAcceptance' ? store.acceptances.first({ run }) : undefined;

/** What is decided on as it was frozen, never the risk as it is today; in what that differs is said beside it. */
export async function frozenFacts(api: Api, reader: string, acceptance: Acceptance): Promise<FrozenFacts> {
  const { store } = api;
  const { snapshot, authority, state } = acceptance;
  const [differing, criteria, earlier] = await Promise.all([
    state === 'asked' || state === 'accepted' ? differencesOf(store, snapshot) : [],
    store.riskCriteria.get(snapshot.criteria),
    store.acceptances.find({ risk: acceptance.risk, validUntil: { $exists: true }, id: { $ne: acceptance.id } }, { sort: { askedAt: 1 } }),
  ]);
  const nameOf = await namesIn(api, acceptance, differing);
  const { description, band, levels, frozenAt, owner, controls } = snapshot;
  return {
    ...{ description, band, ...levels, frozenAt, authority, owner: nameOf(owner) },
    ...(criteria !== undefined && { labels: labelsOf(criteria), criteriaVersion: criteria.version }),
    controls: controls.map(({ control, ...fact }) => ({ reference: control, ...fact }) as ControlFact),
    ...(state === 'asked' && (await validityOf(api, acceptance))),
    ...requestOf(acceptance, reader, nameOf),
    before: { times: earlier.length, until: earlier.at(-1)?.validUntil },
    differences: await differencesSaid(store, differing, nameOf),
  };
}

const labelsOf = ({ likelihood, consequence }: RiskCriteria) => ({ likelihood, consequence });

/** Until when it would hold, as the engine will count it: from today on the calendar of the owner's site. */
async function validityOf(
  { store, clock }: Api,
  { owner, snapshot: { band } }: Acceptance,
): Promise<Pick<FrozenFacts, 'months' | 'until'>> {
  const [criteria, settings, person] = await Promise.all([criteriaNow(store), settingsNow(store), store.people.get(owner)]);
  const today = calendarOf(settings, person).dayOf(clock.now());
  return { months: ruleOf(criteria, band).validMonths, until: lastValidDay(today, band, criteria) };
}

type NameOf = (id: string) => string;

async function namesIn(
  api: Api,
  { owner, snapshot, requestedBy, decidedBy }: Acceptance,
  differing: readonly Differing[],
): Promise<NameOf> {
  const owners = differing.flatMap(({ field, now }) => (field === 'owner' && typeof now === 'string' ? [now] : []));
  const people = await peopleById(api, [owner, snapshot.owner, requestedBy?.person ?? '', decidedBy?.person ?? '', ...owners]);
  return (id) => people.get(id)?.name ?? id;
}

/** What the owner asks for and why; what was returned, while it is asked for again. */
function requestOf(
  { justification, measures, requestedBy, requestedAt, decidedBy, decidedAt, decision, state }: Acceptance,
  reader: string,
  nameOf: NameOf,
): Pick<FrozenFacts, 'request' | 'returned'> {
  const isReturned = state === 'asked' && decidedBy !== undefined;
  return {
    ...(requestedBy !== undefined && {
      request: {
        ...{ justification: justification ?? '', measures: measures ?? '', at: requestedAt ?? '' },
        ...(requestedBy.person !== reader && { name: nameOf(requestedBy.person) }),
      },
    }),
    ...(isReturned && { returned: { name: nameOf(decidedBy.person), at: decidedAt ?? '', reason: decision ?? '' } }),
  };
}

const differencesSaid = async (store: Store, differing: readonly Differing[], nameOf: NameOf): Promise<Difference[]> => {
  const criteria = await criteriaNow(store);
  const controls = [
    ...new Set(differing.flatMap(({ record }) => (record.startsWith('controls/') ? [record.slice('controls/'.length)] : []))),
  ];
  const found = new Map((await store.controls.find({ id: { $in: controls } })).map((control) => [control.id, control]));
  return [
    ...differing.flatMap(({ record, field, now }) => (record.startsWith('risks/') ? riskDifference(field, now, criteria, nameOf) : [])),
    ...controls.map((control) => controlDifference(control, found.get(control))),
  ];
};

function riskDifference(field: string, now: unknown, criteria: RiskCriteria, nameOf: NameOf): Difference[] {
  switch (field) {
    case 'current':
      return now === undefined ? [] : [{ kind: 'level', ...(now as Levels), band: bandOf(criteria, now as Levels) }];
    case 'owner':
      return [{ kind: 'owner', name: nameOf(String(now)) }];
    case 'controls':
      return [{ kind: 'controls' }];
    default:
      return [{ kind: 'status', status: now as Risk['status'] }];
  }
}

const controlDifference = (reference: string, control: Control | undefined): Difference => {
  if (control === undefined) return { kind: 'gone', control: reference };
  const { status, effectiveness, name } = control;
  return { kind: 'control', control: `${reference} ${name}`, status, effectiveness };
};

/**
 * What somebody saw who decides: another request, or another risk, is another sight. Digits, so that nobody takes it for something that was typed.
 */
export async function sightOf(store: Store, acceptance: Acceptance): Promise<string> {
  const { id, snapshot, requestedAt } = acceptance;
  const seen = canonicalize({ id, frozenAt: snapshot.frozenAt, requestedAt, differences: await differencesOf(store, snapshot) });
  return BigInt(`0x${sha256(seen).slice(0, 15)}`).toString();
}
