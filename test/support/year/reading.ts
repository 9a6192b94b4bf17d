import type { Day, Instant } from '../../../domain/records/common.ts';
import { Phase, type PlannedRun } from '../../../domain/records/cycle.ts';
import type { TrailEntry } from '../../../domain/records/trail.ts';
import { definitionOf } from '../../../workflows/definitions.ts';

// What a year came to, from entries of the trail alone: no document of a task, a run or a register is asked.

type Rung = { key: string; letter?: string; level?: number; missed?: boolean };
type Said = { rungs?: Rung[]; added?: Rung[]; timetable?: { rungs: Rung[] }; due?: Instant };
type Chain = readonly [TrailEntry, ...TrailEntry[]];
type Chains = ReadonlyMap<string, Chain>;

/** The entries of a year, `at` the instant for which they are counted. */
export type Year = { from: Instant; to: Instant; at: Instant };

export function chainsOf(entries: readonly TrailEntry[]): Chains {
  const chains = new Map<string, Chain>();
  for (const entry of entries.toSorted((a, b) => a.seq - b.seq)) {
    const before = chains.get(entry.chain);
    chains.set(entry.chain, before === undefined ? [entry] : [...before, entry]);
  }
  return chains;
}

const chainsIn = (chains: Chains, kind: string): Chain[] =>
  [...chains].filter(([chain, [first]]) => chain.startsWith(`${kind}/`) && first.seq === 1).map(([, own]) => own);

const happened = (own: Chain, ...events: string[]): TrailEntry[] => own.filter(({ event }) => events.includes(event));
const lies = ({ from, to }: Year, instant: Instant): boolean => instant >= from && instant <= to;

/** A task by its chain: who was asked by when, what was sent, and when it was answered. */
function taskRead(own: Chain, at: Instant) {
  const said = own.map(({ data }) => data as Said);
  const promised = new Map<string, Rung>();
  for (const [n, { rungs = [], added = [], timetable }] of said.entries())
    for (const rung of [...(n === 0 ? rungs : []), ...added, ...(timetable?.rungs ?? [])]) promised.set(rung.key, rung);
  const reached = happened(own, 'rung').flatMap(({ data }) => (data as Said).rungs ?? []);
  const due = said[0]?.due ?? '';
  const answered = happened(own, 'completed', 'submitted').at(-1)?.at;
  const isReminder = ({ key, missed }: Rung) => missed === false && ['reminder', 'dueToday'].includes(promised.get(key)?.letter ?? '');
  return {
    due,
    isCalledOff: happened(own, 'cancelled', 'superseded').length > 0,
    waived: happened(own, 'waived').length,
    isOnTime: answered !== undefined && answered <= due,
    isAhead: answered === undefined && due >= at,
    extended: happened(own, 'extensionGranted').length,
    isReminded: reached.some(isReminder),
    cameTo: (level: number) => reached.some(({ key }) => promised.get(key)?.level === level),
  };
}

/** Tasks whose first date lies in the year, but for those that were called off. */
export function tasksRead(chains: Chains, year: Year) {
  const all = chainsIn(chains, 'task').map((own) => taskRead(own, year.at));
  const asked = all.filter(({ due, isCalledOff }) => lies(year, due) && !isCalledOff);
  const answerable = asked.filter(({ waived }) => waived === 0);
  const onTime = answerable.filter(({ isOnTime }) => isOnTime).length;
  const ahead = answerable.filter(({ isAhead }) => isAhead).length;
  return {
    ...{ asked: asked.length, onTime, ahead, late: answerable.length - onTime - ahead, waived: asked.length - answerable.length },
    extended: asked.reduce((sum, { extended }) => sum + extended, 0),
    reminded: asked.filter(({ isReminded }) => isReminded).length,
    escalated: [1, 2, 3].map((level) => asked.filter(({ cameTo }) => cameTo(level)).length),
  };
}

export function nonconformitiesRead(chains: Chains, year: Year) {
  const until = { ...year, to: year.at < year.to ? year.at : year.to };
  const all = chainsIn(chains, 'nonconformities');
  return {
    raised: all.filter(([first]) => lies(until, first.at)).length,
    closed: all.filter((own) => happened(own, 'closed').some(({ at }) => lies(until, at))).length,
  };
}

type Opened = { process: string; subject: { period?: string }; openedAt: Instant };

/** A run is opened before a worker comes to it and says so. */
export const happenedAt = ({ chain, event, at, data }: TrailEntry): Instant =>
  chain.startsWith('run/') && event === 'opened' ? (data as Opened).openedAt : at;
type Closed = { outcome: string; gates: { gate: string; passed: boolean }[] };

const zone = 'Europe/Berlin';
const dayOf = (instant: Instant): Day => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
const phaseOf = (process: string): Phase => definitionOf(process)?.phase ?? 'do';

/** A run by its chain. */
function runRead(own: Chain) {
  const [first] = own;
  const end = happened(own, 'closed', 'cancelled').at(-1);
  return { ...(first.data as Opened), end: end && { ...(end.data as Closed), at: end.at, event: end.event } };
}

type Run = ReturnType<typeof runRead>;

const plannedIn = ([first]: Chain): PlannedRun => first.data.set as PlannedRun;

function standingRead(own: Chain, runs: readonly Run[], today: Day): string {
  const { process, key, opensOn, closesBy, ifNeeded } = plannedIn(own);
  const opened = runs
    .filter((run) => run.process === process && run.subject.period === key)
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const run = opened.at(-1);
  if (run !== undefined) {
    if (run.end === undefined) return 'open';
    if (run.end.event === 'cancelled') return 'cancelled';
    if (run.end.outcome === 'incomplete') return 'incomplete';
    return dayOf(run.end.at) <= closesBy ? 'onTime' : 'late';
  }
  if (happened(own, 'waived').length > 0) return 'waived';
  if (opensOn >= today) return 'ahead';
  return ifNeeded ? 'notNeeded' : 'missing';
}

const standings = ['ahead', 'open', 'onTime', 'late', 'incomplete', 'cancelled', 'waived', 'notNeeded', 'missing'] as const;

/** The plan of a cycle and the runs of its year, phase by phase. How often a gate was counted is known of runs that are open, how it stands is not. */
function phasesRead(chains: Chains, cycle: string, year: Year) {
  const runs = chainsIn(chains, 'run').map(runRead);
  const ofYear = runs.filter(({ openedAt }) => lies(year, openedAt));
  const planned = chainsIn(chains, 'plannedRuns')
    .filter((own) => plannedIn(own).cycle === cycle)
    .map((own) => ({ phase: phaseOf(plannedIn(own).process), standing: standingRead(own, runs, dayOf(year.at)) }));
  return Phase.options.map((phase) => {
    const own = planned.filter((one) => one.phase === phase);
    const opened = ofYear.filter(({ process }) => phaseOf(process) === phase);
    const counted = Object.fromEntries(standings.map((standing) => [standing, own.filter((one) => one.standing === standing).length]));
    return { phase, planned: own.length, ...counted, runs: opened.length, gates: gatesRead(opened) };
  });
}

function gatesRead(runs: readonly Run[]): { gate: string; counted: number }[] {
  const all = runs.flatMap(({ process, end }) => end?.gates.map(({ gate }) => gate) ?? [...(definitionOf(process)?.gates ?? [])]);
  return [...new Set(all)].sort().map((gate) => ({ gate, counted: all.filter((one) => one === gate).length }));
}

/** How the gates stood when the runs of the year closed, phase by phase. */
export function gatesAtClosing(chains: Chains, year: Year) {
  const runs = chainsIn(chains, 'run').map(runRead);
  const closed = runs.filter(({ openedAt }) => lies(year, openedAt));
  return closed.flatMap(({ process, end }) => end?.gates.map((one) => ({ phase: phaseOf(process), ...one })) ?? []);
}

/** All that the report of a cycle says, as the trail has it. */
export function reportRead(entries: readonly TrailEntry[], cycle: string, year: Year) {
  const chains = chainsOf(entries);
  return { phases: phasesRead(chains, cycle, year), tasks: tasksRead(chains, year), nonconformities: nonconformitiesRead(chains, year) };
}
