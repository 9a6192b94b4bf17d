import type { Fact, Said } from '../../../domain/records/brief.ts';
import { progressOf } from '../../../models/cycles.ts';
import type { Store } from '../../../models/store.ts';
import { type AskedTask, cameToLevel, extensionsGranted, isOnTime, isOnTimeNow, tasksPromised } from '../../../models/timeliness.ts';
import { definitionOf } from '../../../workflows/definitions.ts';
import { calendarNow } from '../../registers/auditReads.ts';
import { fact, label, table } from '../draft.ts';
import { type Knowing, type Span, share, startOf } from './shape.ts';

/** Tasks whose first promised date lies in what is looked at. */
export const tasksIn = (store: Store, span: Span): Promise<AskedTask[]> => tasksPromised(store, startOf(span), span.at);

/** d2) How the processes themselves keep their dates; what is measured beside that is asked of people. */
export const timeliness: Knowing = async (store, span) => {
  const tasks = await tasksIn(store, span);
  const keys = [...new Set(tasks.map(({ process }) => process))].sort();
  const levels = [1, 2, 3].map((level) => String(cameToLevel(tasks, level))).join(' / ');
  return {
    facts: [
      ...fact(
        label('d2) Tasks on time, by the date first promised', 'd2) Aufgaben rechtzeitig, nach dem zuerst zugesagten Tag'),
        share(tasks.filter(isOnTime).length, tasks.length),
      ),
      ...fact(
        label('d2) On time with what was granted', 'd2) Rechtzeitig mit gewährten Verlängerungen'),
        share(tasks.filter(isOnTimeNow).length, tasks.length),
      ),
      ...fact(label('d2) Extensions granted', 'd2) Gewährte Verlängerungen'), String(extensionsGranted(tasks))),
      ...fact(label('d2) Escalated to level 1 / 2 / 3', 'd2) Eskaliert auf Stufe 1 / 2 / 3'), levels),
      ...fact(label('d2) Planned runs of the year', 'd2) Geplante Durchläufe des Jahres'), await plannedRuns(store, span)),
      ...(await lastYear(store, span)),
      ...fact(label('d2) Measured values', 'd2) Messwerte'), await measured(store, span)),
    ],
    tables: table(
      label('d2) On time by process', 'd2) Rechtzeitig nach Prozess'),
      [label('Process', 'Prozess'), label('Tasks', 'Aufgaben'), label('On time', 'Rechtzeitig'), label('Extensions', 'Verlängerungen')],
      keys.map((key) => {
        const own = tasks.filter(({ process }) => process === key);
        return [
          definitionOf(key)?.title ?? key,
          String(own.length),
          share(own.filter(isOnTime).length, own.length),
          String(extensionsGranted(own)),
        ];
      }),
    ),
  };
};

/** How the years stand that lie in what is looked at. */
async function plannedRuns(store: Store, { since, at }: Span): Promise<Said[]> {
  const cycles = await store.cycles.find({ status: { $ne: 'draft' }, period: { $gte: since.slice(0, 4) } });
  const calendar = await calendarNow(store);
  return Promise.all(
    cycles.map(async (cycle) => {
      const standings = (await progressOf(store, cycle, { calendar, at, definitionOf })).map(({ standing }) => standing);
      const count = (...wanted: string[]) => standings.filter((one) => wanted.includes(one)).length;
      const begun = count('open', 'onTime', 'late', 'incomplete', 'cancelled');
      return label(
        `${cycle.period}: ${standings.length} planned, ${begun} begun, ${count('onTime')} closed on time, ${count('late', 'incomplete')} late or incomplete, ${count('missing')} did not begin, ${count('waived')} left out`,
        `${cycle.period}: ${standings.length} geplant, ${begun} begonnen, ${count('onTime')} rechtzeitig abgeschlossen, ${count('late', 'incomplete')} verspätet oder unvollständig, ${count('missing')} nicht begonnen, ${count('waived')} ausgelassen`,
      );
    }),
  );
}

/** What was said when the last year was looked back on. */
async function lastYear(store: Store, { since }: Span): Promise<Fact[]> {
  const [last] = await store.cycles.find(
    { status: 'closed', closedAt: { $gte: `${since}T00:00:00.000Z` } },
    { sort: { period: -1 }, limit: 1 },
  );
  return [
    ...fact(label('d2) What the last year has shown', 'd2) Was das letzte Jahr gezeigt hat'), last?.learned),
    ...fact(label('d2) What this year takes up', 'd2) Was dieses Jahr aufnimmt'), last?.carriedOver),
  ];
}

/** The last value of each measure beside its target; where nothing is measured, it says so and people are asked. */
async function measured(store: Store, span: Span): Promise<Said[]> {
  const measures = new Map((await store.measures.find({ status: 'active' })).map((measure) => [measure.id, measure]));
  const values = await store.measurements.find({ collectedAt: { $gte: startOf(span) } }, { sort: { collectedAt: 1 } });
  const last = new Map(values.filter(({ measure }) => measures.has(measure)).map((value) => [value.measure, value]));
  if (last.size === 0) return [label('Nothing was measured: it is asked of people.', 'Es wurde nichts gemessen: Gefragt sind Menschen.')];
  return [...last.values()].slice(0, 150).map(({ measure, value, target, onTarget, period }) => {
    const { name = measure, unit = '' } = measures.get(measure) ?? {};
    const shown = value === undefined ? '–' : `${value} ${unit}`.trim();
    const stands = onTarget === true ? label('on target', 'im Ziel') : label('off target', 'außerhalb des Ziels');
    const line = (by: string, judged: string) => `${name} (${period}): ${shown}; ${by} ${target}, ${judged}`;
    return label(line('target', stands.en), line('Ziel', stands.de));
  });
}
