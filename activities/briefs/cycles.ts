import { previousPeriod } from '../../domain/period.ts';
import type { Said } from '../../domain/records/brief.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Cycle, CycleReport } from '../../domain/records/cycle.ts';
import { type Progress, progressOf } from '../../models/cycles.ts';
import type { Store } from '../../models/store.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { unrecoverable } from '../knowledge.ts';
import { calendarNow } from '../registers/auditReads.ts';
import { type Foreseen, foreseen } from '../registers/cycles.ts';
import { type Draft, fact, label, table } from './draft.ts';

const phases = {
  plan: label('Plan', 'Planen'),
  do: label('Do', 'Umsetzen'),
  check: label('Check', 'Prüfen'),
  act: label('Act', 'Verbessern'),
};

/** How a planned run stands, for people. */
export const cycleStandings = {
  ahead: label('Ahead', 'Steht bevor'),
  open: label('Open', 'Läuft'),
  onTime: label('Closed on time', 'Rechtzeitig abgeschlossen'),
  late: label('Closed late', 'Verspätet abgeschlossen'),
  incomplete: label('Closed incomplete', 'Unvollständig abgeschlossen'),
  cancelled: label('Cancelled', 'Abgebrochen'),
  waived: label('Left out, with a reason', 'Begründet ausgelassen'),
  notNeeded: label('Not needed', 'Nicht nötig'),
  missing: label('Did not begin', 'Hat nicht begonnen'),
};

/** A year: what is planned, and what it has come to once it is counted. */
export async function cycles(store: Store, id: string, at: Instant): Promise<Draft> {
  const cycle = await store.cycles.get(id);
  if (cycle === undefined) throw unrecoverable(`there is no cycle ${id}`);
  return {
    title: cycle.period,
    facts: [
      ...fact(label('What matters', 'Worauf es ankommt'), cycle.priorities),
      ...fact(label('Means', 'Mittel'), cycle.means),
      ...(await leftByTheLast(store, cycle)),
      ...fact(label('Paused, and therefore not planned', 'Pausiert und daher nicht geplant'), await paused(store)),
      ...(cycle.report === undefined ? [] : figures(cycle.report)),
    ],
    tables: [
      ...(cycle.report === undefined ? [] : [...byPhase(cycle.report), ...byGate(cycle.report)]),
      ...(cycle.status === 'draft' ? planOf(await foreseen(store, cycle)) : planOf(await progress(store, cycle, at))),
    ],
  };
}

const progress = async (store: Store, cycle: Cycle, at: Instant): Promise<Progress[]> =>
  progressOf(store, cycle, { calendar: await calendarNow(store), at, definitionOf });

async function leftByTheLast(store: Store, { period }: Cycle) {
  const last = await store.cycles.first({ period: previousPeriod(period), status: 'closed' });
  return [
    ...fact(label('What the last year has shown', 'Was das letzte Jahr gezeigt hat'), last?.learned),
    ...fact(label('What this year was to take up', 'Was dieses Jahr aufnehmen sollte'), last?.carriedOver),
  ];
}

async function paused(store: Store): Promise<Said[]> {
  const schedules = await store.schedules.find({ paused: true });
  return schedules.map(({ process, note }) => titled(process, note === undefined ? '' : `: ${note}`));
}

const titled = (process: string, more = '') => {
  const { en, de } = definitionOf(process)?.title ?? label(process, process);
  return label(`${en}${more}`, `${de}${more}`);
};

const planOf = (planned: readonly (Foreseen | Progress)[]) =>
  table(
    label('The plan', 'Der Plan'),
    [
      ...[label('Opens', 'Beginnt'), label('Closes by', 'Endet bis'), label('Process', 'Prozess'), label('For', 'Für')],
      ...[label('Phase', 'Phase'), label('Stands', 'Stand')],
    ],
    planned.map((one) => [
      ...[one.opensOn, one.closesBy, titled(one.process), one.key, phases[definitionOf(one.process)?.phase ?? 'do']],
      standing(one),
    ]),
  );

function standing(one: Foreseen | Progress): Said {
  if ('standing' in one) return cycleStandings[one.standing];
  if (one.addedBecause !== undefined) return one.addedBecause;
  return one.ifNeeded ? label('If there is something to ask', 'Wenn es etwas zu fragen gibt') : '';
}

const figures = ({ tasks, nonconformities }: CycleReport) => [
  ...fact(label('Tasks asked', 'Gestellte Aufgaben'), String(tasks.asked)),
  ...fact(
    label('On time / late / not due yet / waived', 'Rechtzeitig / verspätet / noch nicht fällig / erlassen'),
    `${tasks.onTime} / ${tasks.late} / ${tasks.ahead} / ${tasks.waived}`,
  ),
  ...fact(label('Extensions granted', 'Gewährte Verlängerungen'), String(tasks.extended)),
  ...fact(label('Reminded', 'Erinnert'), String(tasks.reminded)),
  ...fact(label('Escalated to level 1 / 2 / 3', 'Eskaliert auf Stufe 1 / 2 / 3'), tasks.escalated.join(' / ')),
  ...fact(
    label('Nonconformities raised / closed', 'Nichtkonformitäten erhoben / geschlossen'),
    `${nonconformities.raised} / ${nonconformities.closed}`,
  ),
];

const standingKeys = Object.keys(cycleStandings) as (keyof typeof cycleStandings)[];

const byPhase = ({ phases: all }: CycleReport) =>
  table(
    label('The plan by phases', 'Der Plan nach Phasen'),
    [label('Phase', 'Phase'), label('Planned', 'Geplant'), ...standingKeys.map((key) => cycleStandings[key])],
    all.map((one) => [phases[one.phase], String(one.planned), ...standingKeys.map((key) => String(one[key]))]),
  );

const byGate = ({ phases: all }: CycleReport) =>
  table(
    label('Gates by phases', 'Prüfregeln nach Phasen'),
    [label('Phase', 'Phase'), label('Gate', 'Regel'), label('Held', 'Eingehalten'), label('Broken', 'Verletzt')],
    all.flatMap(({ phase, gates }) => gates.map(({ gate, held, broken }) => [phases[phase], gate, String(held), String(broken)])),
  );

/** A run of the plan that did not begin. */
export async function plannedRuns(store: Store, id: string): Promise<Draft> {
  const planned = await store.plannedRuns.get(id);
  if (planned === undefined) throw unrecoverable(`there is no planned run ${id}`);
  const schedules = await store.schedules.find({ process: planned.process, paused: true });
  return {
    title: titled(planned.process, ` ${planned.key}`),
    facts: [
      ...fact(label('For', 'Für'), planned.key),
      ...fact(label('Was to begin on', 'Sollte beginnen am'), planned.opensOn, 'day'),
      ...fact(label('Was to end by', 'Sollte enden bis'), planned.closesBy, 'day'),
      ...fact(label('Planned because', 'Geplant, weil'), planned.addedBecause),
      ...fact(
        label('Its schedule is paused', 'Sein Zeitplan ist pausiert'),
        schedules.map(({ note }) => note ?? '–'),
      ),
    ],
    tables: [],
  };
}
