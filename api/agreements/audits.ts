import { annexA } from '../../domain/annexA.ts';
import { periodBounds } from '../../domain/period.ts';
import type { PlannedAudit } from '../../domain/records/audit.ts';
import type { Detail } from '../../domain/refusal.ts';
import { type Named, startProblems } from '../../models/auditing.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

const controls = new Set(annexA.map(({ id }) => id));

type Scope = { annexA: readonly string[]; sites: readonly string[] };

/** Controls and sites that there are not. */
async function unknownIn(store: Store, { annexA: named, sites }: Scope, at: string): Promise<Detail[]> {
  const there = new Set((await settingsNow(store)).sites.map(({ id }) => id));
  const unknown = named
    .filter((id) => !controls.has(id))
    .map((id) => problem(`${at}annexA`, `Annex A has no control ${id}.`, `Anhang A hat kein Control ${id}.`));
  const nowhere = sites
    .filter((id) => !there.has(id))
    .map((id) =>
      problem(
        `${at}sites`,
        `There is no site ${id}; there is ${[...there].join(', ')}.`,
        `Den Standort ${id} gibt es nicht; es gibt ${[...there].join(', ')}.`,
      ),
    );
  return [...unknown, ...nowhere];
}

/** Every audit lies in the year of its programme and looks at something that there is. */
export const auditProgramme: Check = async (store, { about = '' }, outcome) => {
  const programme = await store.auditProgrammes.get(about);
  const bounds = programme && periodBounds(programme.period);
  const problems = await Promise.all(
    (outcome.planned as PlannedAudit[]).map(async (planned, n) => [
      ...(await unknownIn(store, planned, `planned.${n}.`)),
      ...(planned.clauses.length + planned.annexA.length > 0
        ? []
        : [
            problem(
              `planned.${n}.clauses`,
              'An audit looks at clauses or controls.',
              'Ein Audit sieht sich Abschnitte der Norm oder Controls an.',
            ),
          ]),
      ...(bounds === undefined || (planned.from >= bounds.first && planned.from <= bounds.last)
        ? []
        : [
            problem(
              `planned.${n}.from`,
              `The day lies outside of ${programme?.period}.`,
              `Der Tag liegt nicht im Jahr ${programme?.period}.`,
            ),
          ]),
    ]),
  );
  return problems.flat();
};

export const anotherDay: Check = async (_store, _task, { decision, from }) =>
  decision === 'again' && from === undefined
    ? [problem('from', 'Say on which day it is held.', 'Bitte sagen Sie, an welchem Tag es stattfindet.')]
    : [];

type Fixed = Omit<Named, 'auditors'> & { from: string; to: string; team: { auditor: string }[] };

/** Criteria, a scope, and nobody who audits their own work (G10). */
export const impartial: Check = async (store, _task, outcome) => {
  const { team, ...fixed } = outcome as unknown as Fixed;
  const wrong = await startProblems(store, { ...fixed, auditors: team.map(({ auditor }) => auditor) });
  return [
    ...wrong.map(({ path, message, de = message }) => problem(path.replace(/^auditors\.(\d+)$/, 'team.$1.auditor'), message, de)),
    ...(await unknownIn(store, fixed, '')),
    ...(fixed.to < fixed.from ? [problem('to', 'The last day is before the first.', 'Der letzte Tag liegt vor dem ersten.')] : []),
  ];
};

type Finding = { owner: string; risk?: string };

/** Who answers for an area is not one of those who audit it; a risk that is named is in the register. */
export const findings: Check = async (store, { about = '' }, outcome) => {
  const audit = await store.audits.get(about);
  const team = new Set([audit?.lead, ...(audit?.auditors ?? [])]);
  const problems = await Promise.all(
    (outcome.findings as Finding[]).map(async ({ owner, risk }, n) => [
      ...(team.has(owner)
        ? [
            problem(
              `findings.${n}.owner`,
              'Whoever audits does not answer for what was found.',
              'Wer auditiert, verantwortet nicht, was dabei gefunden wurde.',
            ),
          ]
        : []),
      ...(risk === undefined || (await store.risks.get(risk)) !== undefined
        ? []
        : [problem(`findings.${n}.risk`, `There is no risk ${risk}.`, `Das Risiko ${risk} gibt es nicht.`)]),
    ]),
  );
  return problems.flat();
};
