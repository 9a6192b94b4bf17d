import { annexA } from './annexA.ts';
import type { Requirement } from './records/context.ts';
import type { Control } from './records/control.ts';
import type { Risk } from './records/risk.ts';
import type { SoaDecision, SoaLine, SoaProblem } from './records/soa.ts';

/** What a Statement of Applicability follows from; nothing that is retired, closed or ended. */
export type SoaSources = {
  controls: readonly Control[];
  risks: readonly Risk[];
  requirements: readonly Requirement[];
  decisions: readonly SoaDecision[];
};

/**
 * The Statement of Applicability (6.1.3 d): every control of Annex A, then the organization's own controls that serve none of it, each with why it is
 * there or not, and how far it is. Why follows from links; what somebody has said stands beside it and never hides that something needs the control.
 */
export function statementOf(sources: SoaSources): SoaLine[] {
  const decisions = new Map(sources.decisions.map((decision) => [decision.id, decision]));
  const own = sources.controls.filter((control) => control.annexA.length === 0);
  return [
    ...annexA.map(({ id, title, theme }) => {
      const serving = sources.controls.filter((control) => control.annexA.includes(id));
      return annexLine({ control: `A.${id}`, title, theme }, neededBy(serving, sources), serving, decisions.get(id));
    }),
    ...own.map((control) => ownLine(control, neededBy([control], sources))),
  ];
}

type Head = Pick<SoaLine, 'control' | 'title' | 'theme'>;
type Needed = Pick<SoaLine, 'risks' | 'requirements'>;

function neededBy(serving: readonly Control[], { risks, requirements }: SoaSources): Needed {
  const ids = new Set(serving.map(({ id }) => id));
  return {
    risks: risks.filter(({ controls }) => controls.some(({ control }) => ids.has(control))).map(({ id }) => id),
    requirements: requirements.filter(({ controls }) => controls.some((control) => ids.has(control))).map(({ id }) => id),
  };
}

const isNeeded = ({ risks, requirements }: Needed): boolean => risks.length + requirements.length > 0;

function annexLine(head: Head, needed: Needed, serving: readonly Control[], decision: SoaDecision | undefined): SoaLine {
  const applicable = isNeeded(needed) || decision?.applicable;
  const problem = problemOf(needed, decision);
  return {
    ...{ ...head, ...needed, ...standing(serving) },
    ...(applicable !== undefined && { applicable }),
    ...(decision !== undefined && { justification: decision.justification }),
    ...(problem !== undefined && { problem }),
  };
}

function problemOf(needed: Needed, decision: SoaDecision | undefined): SoaProblem | undefined {
  if (isNeeded(needed)) return decision?.applicable === false ? 'needed' : undefined;
  return decision === undefined ? 'undecided' : undefined;
}

function ownLine(control: Control, needed: Needed): SoaLine {
  const head = { control: control.id, title: control.name, theme: control.kind };
  return { ...head, applicable: true, ...needed, ...standing([control]), ...(!isNeeded(needed) && { problem: 'noReason' as const }) };
}

const standing = (serving: readonly Control[]): Pick<SoaLine, 'implementation' | 'controls'> => ({
  implementation: implementationOf(serving),
  controls: serving.map(({ id, name, status, effectiveness, owner }) => ({ id, name, status, effectiveness, ...(owner && { owner }) })),
});

function implementationOf(serving: readonly Control[]): SoaLine['implementation'] {
  const there = serving.filter(({ status }) => status === 'implemented').length;
  if (serving.length === 0) return 'none';
  return there === serving.length ? 'implemented' : there > 0 ? 'partly' : 'planned';
}

/** Lines that cannot stand like this in a published version (G6). */
export const openPoints = (lines: readonly SoaLine[]): SoaLine[] => lines.filter(({ problem }) => problem !== undefined);
