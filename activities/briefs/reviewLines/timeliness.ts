import type { Said } from '../../../domain/records/brief.ts';
import type { Task } from '../../../domain/records/task.ts';
import type { Store } from '../../../models/store.ts';
import { definitionOf } from '../../../workflows/definitions.ts';
import { fact, label, table } from '../draft.ts';
import { type Knowing, type Span, share, startOf } from './shape.ts';

type Asked = Pick<Task, 'process' | 'baselineDue' | 'due' | 'answeredAt' | 'closedAt' | 'state' | 'extensions' | 'rungs'>;

const fields = ['process', 'baselineDue', 'due', 'answeredAt', 'closedAt', 'state', 'extensions', 'rungs'] as const;

/** Tasks whose first promised date lies in the span; what was called off was nobody's to answer. A date only ever moves later, so the index of `due` finds them. */
export async function tasksIn(store: Store, span: Span): Promise<Asked[]> {
  const found = await store.tasks.pick({ due: { $gte: startOf(span) } }, fields);
  return found.filter(
    ({ baselineDue, state }) => baselineDue >= startOf(span) && baselineDue <= span.at && state !== 'cancelled' && state !== 'superseded',
  );
}

const answered = ({ answeredAt, closedAt }: Asked): string | undefined => answeredAt ?? closedAt;

/** By the date that was promised first, whatever was granted later. */
export const isOnTime = (task: Asked): boolean => (answered(task) ?? '~') <= task.baselineDue;
const isOnTimeNow = (task: Asked): boolean => (answered(task) ?? '~') <= task.due;

const granted = (tasks: readonly Asked[]): number =>
  tasks.flatMap(({ extensions = [] }) => extensions).filter(({ state }) => state === 'granted').length;

const escalated = (tasks: readonly Asked[], level: number): number =>
  tasks.filter(({ rungs }) => rungs.some((rung) => rung.level === level && (rung.state === 'sent' || rung.state === 'missed'))).length;

/** d2) How the processes themselves keep their dates; what is measured beside that is asked of people. */
export const timeliness: Knowing = async (store, span) => {
  const tasks = await tasksIn(store, span);
  const keys = [...new Set(tasks.map(({ process }) => process))].sort();
  const levels = [1, 2, 3].map((level) => String(escalated(tasks, level))).join(' / ');
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
      ...fact(label('d2) Extensions granted', 'd2) Gewährte Verlängerungen'), String(granted(tasks))),
      ...fact(label('d2) Escalated to level 1 / 2 / 3', 'd2) Eskaliert auf Stufe 1 / 2 / 3'), levels),
      ...fact(label('d2) Measured values', 'd2) Messwerte'), await measured(store, span)),
    ],
    tables: table(
      label('d2) On time by process', 'd2) Rechtzeitig nach Prozess'),
      [label('Process', 'Prozess'), label('Tasks', 'Aufgaben'), label('On time', 'Rechtzeitig'), label('Extensions', 'Verlängerungen')],
      keys.map((key) => {
        const own = tasks.filter(({ process }) => process === key);
        return [definitionOf(key)?.title ?? key, String(own.length), share(own.filter(isOnTime).length, own.length), String(granted(own))];
      }),
    ),
  };
};

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
