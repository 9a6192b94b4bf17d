import { unknownPlace } from '../domain/holidays.ts';
import { isQuietAt, mailTimesOf } from '../domain/mailTimes.ts';
import type { Audit } from '../domain/records/audit.ts';
import type { Change } from '../domain/records/change.ts';
import type { Control } from '../domain/records/control.ts';
import type { Improvement } from '../domain/records/improvement.ts';
import type { Person } from '../domain/records/person.ts';
import type { Risk } from '../domain/records/risk.ts';
import type { RiskCriteria } from '../domain/records/riskCriteria.ts';
import type { Rollout } from '../domain/records/rollout.ts';
import type { Settings } from '../domain/records/settings.ts';
import type { Detail } from '../domain/refusal.ts';
import { partialIn } from '../models/auditing.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import { holdsRecords } from '../models/leaving/records.ts';
import { openTasksOf } from '../models/leaving/tasks.ts';
import type { Store } from '../models/store.ts';

/** What a record must agree with beyond its own shape: others that it names exist. Each answers what is wrong, with its place. */

const problem = (path: string, message: string): Detail => ({ path, message });

const isActive = async (store: Store, id: string | undefined): Promise<boolean> =>
  id === undefined || (await store.people.get(id))?.status === 'active';

const nobody = 'nobody active has this id';

export async function personProblems(store: Store, person: Omit<Person, 'version' | 'updatedAt'>): Promise<Detail[]> {
  const problems: Detail[] = [];
  const settings = await settingsNow(store);
  const { sites } = settings;
  if (!sites.some(({ id }) => id === person.site)) problems.push(problem('site', `is one of ${sites.map(({ id }) => id).join(', ')}`));
  const other = await store.people.first({ email: person.email, _id: { $ne: person.id } });
  if (other !== undefined) problems.push(problem('email', 'somebody else has this address'));
  if (!(await isActive(store, person.deputy))) problems.push(problem('deputy', nobody));
  if (person.deputy === person.id) problems.push(problem('deputy', 'nobody is their own deputy'));
  if (!(await isActive(store, person.manager))) problems.push(problem('manager', nobody));
  else if (await managesThemselves(store, person)) problems.push(problem('manager', 'the managers would go round in a circle'));
  for (const [n, { from, to }] of person.absences.entries()) if (to < from) problems.push(problem(`absences.${n}.to`, 'is before from'));
  return [...problems, ...mailProblems(settings, person)];
}

export const reportProblems = async (store: Store, { owner }: { owner?: string | undefined }): Promise<Detail[]> =>
  (await isActive(store, owner)) ? [] : [problem('owner', nobody)];

/** A daily mail that is due in the quiet hours would never come at its hour. */
function mailProblems(settings: Pick<Settings, 'mail' | 'workingDay'>, person: Pick<Person, 'mail'>): Detail[] {
  const { digest, hour, quiet } = mailTimesOf(settings, person);
  return digest === 'daily' && isQuietAt(quiet, hour) ? [problem('mail.hour', 'lies in the quiet hours')] : [];
}

/** Marking somebody as left would leave their work with nobody; a departure moves it. */
export async function leavingProblems(store: Store, { id, status }: Pick<Person, 'id' | 'status'>): Promise<Detail[]> {
  if (status === 'active' || (await store.people.get(id))?.status !== 'active') return [];
  const holds = (await openTasksOf(store, id)).length > 0 || (await holdsRecords(store, id));
  return holds ? [problem('status', `their open work would stay behind; POST /api/v1/people/${id}/departure moves it`)] : [];
}

/** An escalation would go round in such a circle. */
async function managesThemselves(store: Store, person: Pick<Person, 'id' | 'manager'>): Promise<boolean> {
  const seen = new Set([person.id]);
  for (let at = person.manager; at !== undefined; at = (await store.people.get(at))?.manager) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

export async function riskProblems(store: Store, risk: Omit<Risk, 'version' | 'updatedAt'>): Promise<Detail[]> {
  const problems: Detail[] = [];
  if (!(await isActive(store, risk.owner))) problems.push(problem('owner', nobody));
  const ids = risk.controls.map(({ control }) => control);
  const known = new Set((await store.controls.find({ id: { $in: ids } })).map(({ id }) => id));
  for (const [n, id] of ids.entries()) {
    if (!known.has(id)) problems.push(problem(`controls.${n}.control`, `there is no control ${id}`));
    if (ids.indexOf(id) < n) problems.push(problem(`controls.${n}.control`, `${id} is named twice`));
  }
  const criteria = await criteriaNow(store);
  for (const kind of ['inherent', 'current', 'residual'] as const)
    for (const scale of ['likelihood', 'consequence'] as const)
      if ((risk[kind]?.[scale] ?? 1) > criteria[scale].length)
        problems.push(problem(`${kind}.${scale}`, `is off the scale, which has ${criteria[scale].length} steps`));
  return problems;
}

export async function controlProblems(store: Store, control: Omit<Control, 'version' | 'updatedAt'>): Promise<Detail[]> {
  return [
    ...((await isActive(store, control.owner)) ? [] : [problem('owner', nobody)]),
    ...((await isActive(store, control.tester)) ? [] : [problem('tester', nobody)]),
    ...(control.tester !== undefined && control.tester === control.owner ? [problem('tester', 'nobody checks their own control')] : []),
  ];
}

export async function rolloutProblems(store: Store, { control, responsible }: Pick<Rollout, 'control' | 'responsible'>): Promise<Detail[]> {
  return [
    ...((await store.controls.get(control)) === undefined ? [problem('control', `there is no control ${control}`)] : []),
    ...((await isActive(store, responsible)) ? [] : [problem('responsible', nobody)]),
  ];
}

export function criteriaProblems({
  bands,
  matrix,
  likelihood,
  consequence,
}: Pick<RiskCriteria, 'bands' | 'matrix' | 'likelihood' | 'consequence'>): Detail[] {
  const twice = new Set(bands.map(({ band }) => band)).size !== bands.length;
  const fits = matrix.length === likelihood.length && matrix.every((row) => row.length === consequence.length);
  return [
    ...(twice ? [problem('bands', 'must name each band once')] : []),
    ...(fits ? [] : [problem('matrix', 'needs one row per likelihood and one column per consequence')]),
  ];
}

export async function settingsProblems(store: Store, settings: Omit<Settings, 'version' | 'updatedAt'>): Promise<Detail[]> {
  const { sites, defaultSite, ladders, workingDay } = settings;
  const ids = sites.map(({ id }) => id);
  const problems = sites.flatMap(({ zone, country, region }, n) => [
    ...(isZone(zone) ? [] : [problem(`sites.${n}.zone`, 'is not a time zone such as Europe/Berlin')]),
    ...placeProblems(`sites.${n}`, country, region),
  ]);
  if (new Set(ids).size !== ids.length) problems.push(problem('sites', 'two sites have the same id'));
  if (!ids.includes(defaultSite)) problems.push(problem('defaultSite', `is one of ${ids.join(', ')}`));
  if (workingDay.end <= workingDay.start) problems.push(problem('workingDay.end', 'is not after the start'));
  for (const [n, { rungs }] of ladders.entries())
    if (new Set(rungs.map(({ key }) => key)).size !== rungs.length)
      problems.push(problem(`ladders.${n}.rungs`, 'two rungs have the same key'));
  problems.push(...mailProblems(settings, {}), ...(await removedInUse(store, ids)), ...(await laddersGone(store, ladders)));
  return problems;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}

function placeProblems(path: string, country: string | undefined, region: string | undefined): Detail[] {
  if (country === undefined) return region === undefined ? [] : [problem(`${path}.region`, 'needs a country')];
  const wrong = unknownPlace({ country, region });
  return wrong === undefined ? [] : [problem(`${path}.${wrong.includes(' region') ? 'region' : 'country'}`, wrong)];
}

async function removedInUse(store: Store, ids: readonly string[]): Promise<Detail[]> {
  const person = await store.people.first({ site: { $nin: [...ids] }, status: 'active' });
  return person === undefined ? [] : [problem('sites', `people work at the site ${person.site}; move them first`)];
}

/** Definitions name ladders: one that is gone would leave a task without its reminders. */
async function laddersGone(store: Store, ladders: Settings['ladders']): Promise<Detail[]> {
  const names = new Set(ladders.map(({ name }) => name));
  const missing = (await settingsNow(store)).ladders.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  return missing.map((name) => problem('ladders', `the ladder ${name} is missing`));
}

/** Nobody audits what they own or do (9.2.2); those who answer for the audited areas are there. */
export async function auditProblems(store: Store, audit: Omit<Audit, 'version' | 'updatedAt'>): Promise<Detail[]> {
  const away = async (path: string, id: string | undefined) => ((await isActive(store, id)) ? [] : [problem(path, nobody)]);
  const people = await Promise.all([
    away('lead', audit.lead),
    ...audit.auditors.map((id, n) => away(`auditors.${n}`, id)),
    ...audit.areas.map(({ owner }, n) => away(`areas.${n}.owner`, owner)),
  ]);
  const days = audit.to !== undefined && audit.to < audit.from ? [problem('to', 'is before from')] : [];
  return [...people.flat(), ...days, ...(await partialIn(store, audit))];
}

export async function improvementProblems(store: Store, { owner }: Omit<Improvement, 'version' | 'updatedAt'>): Promise<Detail[]> {
  return (await isActive(store, owner)) ? [] : [problem('owner', nobody)];
}

type ChangeDraft = Omit<Change, 'version' | 'updatedAt'>;

export async function changeProblems(store: Store, { requestedBy, responsible }: ChangeDraft): Promise<Detail[]> {
  return [
    ...((await isActive(store, requestedBy)) ? [] : [problem('requestedBy', nobody)]),
    ...((await isActive(store, responsible)) ? [] : [problem('responsible', nobody)]),
  ];
}

/** What was asked for and by whom stays as it was when its effect was judged. */
export async function judgedChangeProblems(_store: Store, { id, status }: ChangeDraft): Promise<Detail[]> {
  if (status === 'requested' || status === 'withdrawn') return [];
  return [problem('version', `its effect has been judged: from there on only the run of ${id} writes it`)];
}
