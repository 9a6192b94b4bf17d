import { annexA } from '../../domain/annexA.ts';
import type { Levels } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Detail } from '../../domain/refusal.ts';
import { isPlanned } from '../../domain/treatment.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import { controlsOf } from '../../models/treatment.ts';
import { type Check, offTheScale, problem } from './check.ts';

type Outcome = Record<string, unknown>;
type Asked = { store: Store; risk: Risk; task: Task };
type Agrees = (asked: Asked, outcome: Outcome) => Promise<Detail[]>;

/** What the answers of a treatment must agree with: the controls of the risk, the options chosen for it, Annex A, and the scales. */
const checks: Record<string, Agrees> = { determineControls, compareAnnexA, buildPlan, acceptResidual: onScale };

export const treatmentAgrees: Check = async (store, task, outcome) => {
  const risk = task.about === undefined ? undefined : await store.risks.get(task.about);
  return risk === undefined ? [] : ((await checks[task.task]?.({ store, risk, task }, outcome)) ?? []);
};

async function determineControls({ store, risk, task }: Asked, outcome: Outcome): Promise<Detail[]> {
  const {
    existing = [],
    added = [],
    dropped = [],
  } = outcome as { existing?: string[]; added?: Pick<Control, 'name' | 'kind'>[]; dropped?: string[] };
  const linked = risk.controls.map(({ control }) => control);
  const kept = [...new Set([...linked.filter((id) => !dropped.includes(id)), ...existing])];
  const kinds = [...added, ...(await store.controls.find({ id: { $in: kept } }))].map(({ kind }) => kind);
  const plan = await store.treatmentPlans.first({ run: task.run }, { sort: { round: -1 } });
  const strange = dropped.filter((id) => !linked.includes(id));
  return [
    ...strange.map((id) => problem('dropped', `${id} is no control of ${risk.id}.`, `${id} ist keine Maßnahme von ${risk.id}.`)),
    ...existing
      .filter((id) => dropped.includes(id))
      .map((id) => problem('dropped', `${id} is named among the existing ones as well.`, `${id} ist auch unter den vorhandenen genannt.`)),
    ...(kinds.length === 0
      ? [
          problem(
            'added',
            'The options that were chosen need at least one control.',
            'Was gewählt wurde, braucht mindestens eine Maßnahme.',
          ),
        ]
      : []),
    ...(kept.length + added.length > 50
      ? [problem('added', 'A risk has at most 50 controls.', 'Ein Risiko hat höchstens 50 Maßnahmen.')]
      : []),
    ...(plan?.options.includes('share') === true && kinds.length > 0 && !kinds.includes('legal')
      ? [
          problem(
            'added',
            'To share the risk takes a control of the kind legal: the contract or the insurance.',
            'Um das Risiko zu teilen, braucht es eine rechtliche Maßnahme: den Vertrag oder die Versicherung.',
          ),
        ]
      : []),
  ];
}

async function compareAnnexA({ risk }: Asked, { served = [] }: Outcome): Promise<Detail[]> {
  const known = new Set(annexA.map(({ id }) => id));
  return (served as { control: string; annexA: string[] }[]).flatMap(({ control, annexA: all }, n) => [
    ...notLinked(risk, control, `served.${n}.control`),
    ...all
      .filter((one) => !known.has(one.replace(/^A\./, '')))
      .map((one) => problem(`served.${n}.annexA`, `Annex A has no control ${one}.`, `Anhang A hat kein Control ${one}.`)),
  ]);
}

const notLinked = ({ id, controls }: Risk, control: string, path: string): Detail[] =>
  controls.some((one) => one.control === control)
    ? []
    : [problem(path, `${control} is no control of ${id}.`, `${control} ist keine Maßnahme von ${id}.`)];

/** Each control that is not there yet has one row, and no other has any. */
async function buildPlan(asked: Asked, outcome: Outcome): Promise<Detail[]> {
  const { store, risk, task } = asked;
  const { items = [] } = outcome as { items?: { control: string; due: string }[] };
  const named = items.map(({ control }) => control);
  const planned = (await controlsOf(store, risk)).filter(isPlanned).map(({ control }) => control.id);
  const left = planned.filter((id) => !named.includes(id));
  return [
    ...items.flatMap(({ control, due }, n) => [
      ...notLinked(risk, control, `items.${n}.control`),
      ...(named.indexOf(control) < n
        ? [problem(`items.${n}.control`, `${control} is named twice.`, `${control} ist doppelt genannt.`)]
        : []),
      ...(due < task.openedAt.slice(0, 10)
        ? [problem(`items.${n}.due`, 'The day is in the past.', 'Der Tag liegt in der Vergangenheit.')]
        : []),
    ]),
    ...(left.length > 0
      ? [
          problem(
            'items',
            `Each control that is not there yet needs a row: ${left.join(', ')}.`,
            `Jede Maßnahme, die es noch nicht gibt, braucht eine Zeile: ${left.join(', ')}.`,
          ),
        ]
      : []),
    ...(await onScale(asked, outcome)),
  ];
}

async function onScale({ store }: Asked, outcome: Outcome): Promise<Detail[]> {
  const criteria = await criteriaNow(store);
  const { likelihood, consequence } = outcome as Levels;
  const off = Object.entries({ likelihood, consequence }).filter(([scale, step]) => step > criteria[scale as keyof Levels].length);
  return off.map(([scale]) => offTheScale(scale, criteria[scale as keyof Levels].length));
}
