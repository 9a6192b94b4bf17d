import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Band } from '../../../domain/records/common.ts';
import type { Control, ControlKind } from '../../../domain/records/control.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import { queries, session } from '../data/queries.ts';
import { oversees } from '../data/rights.ts';
import { root } from './root.tsx';

type Search = Record<string, unknown>;

/** What a list is narrowed by; what is no filter of it is left out. */
const pick = <T>(search: Search, names: readonly (keyof T & string)[]): T =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : typeof value === 'number' ? [[name, String(value)]] : [];
    }),
  ) as T;

export type RiskSearch = { band?: Band; owner?: string; status?: Risk['status'] | 'all'; cell?: string };
export type ControlSearch = {
  kind?: ControlKind;
  effectiveness?: Control['effectiveness'];
  owner?: string;
  status?: Control['status'] | 'all';
  check?: 'expired' | 'never';
};
export type StatementSearch = { theme?: ControlKind; show?: 'open' | 'in' | 'out' };

const risks = createRoute({
  getParentRoute: () => root,
  path: '/risks',
  validateSearch: (search: Search): RiskSearch => pick<RiskSearch>(search, ['band', 'owner', 'status', 'cell']),
  component: lazyRouteComponent(() => import('../pages/risks/Risks.tsx'), 'Risks'),
});

const newRisk = createRoute({
  getParentRoute: () => root,
  path: '/new-risk',
  component: lazyRouteComponent(() => import('../pages/risks/NewRisk.tsx'), 'NewRisk'),
});

const risk = createRoute({
  getParentRoute: () => root,
  path: '/risks/$risk',
  component: lazyRouteComponent(() => import('../pages/risk/Risk.tsx'), 'RiskPage'),
});

const controls = createRoute({
  getParentRoute: () => root,
  path: '/controls',
  validateSearch: (search: Search): ControlSearch => pick<ControlSearch>(search, ['kind', 'effectiveness', 'owner', 'status', 'check']),
  component: lazyRouteComponent(() => import('../pages/controls/Controls.tsx'), 'Controls'),
});

const newControl = createRoute({
  getParentRoute: () => root,
  path: '/new-control',
  component: lazyRouteComponent(() => import('../pages/controls/NewControl.tsx'), 'NewControl'),
});

const control = createRoute({
  getParentRoute: () => root,
  path: '/controls/$control',
  component: lazyRouteComponent(() => import('../pages/control/Control.tsx'), 'ControlPage'),
});

/** What is necessary and why is for whoever oversees the ISMS. */
const onlyOverseers = async (): Promise<void> => {
  if (!oversees(await queries.ensureQueryData(session))) throw redirect({ to: '/my-work' });
};

const statement = createRoute({
  getParentRoute: () => root,
  path: '/statement',
  validateSearch: (search: Search): StatementSearch => pick<StatementSearch>(search, ['theme', 'show']),
  beforeLoad: onlyOverseers,
  component: lazyRouteComponent(() => import('../pages/statement/Statement.tsx'), 'Statement'),
});

const statementVersion = createRoute({
  getParentRoute: () => root,
  path: '/statement/$version',
  beforeLoad: onlyOverseers,
  component: lazyRouteComponent(() => import('../pages/statement/Published.tsx'), 'Published'),
});

const context = createRoute({
  getParentRoute: () => root,
  path: '/context',
  component: lazyRouteComponent(() => import('../pages/context/Context.tsx'), 'ContextPage'),
});

const objectives = createRoute({
  getParentRoute: () => root,
  path: '/objectives',
  component: lazyRouteComponent(() => import('../pages/objectives/Objectives.tsx'), 'Objectives'),
});

const objective = createRoute({
  getParentRoute: () => root,
  path: '/objectives/$objective',
  component: lazyRouteComponent(() => import('../pages/objectives/Objective.tsx'), 'ObjectivePage'),
});

const measure = createRoute({
  getParentRoute: () => root,
  path: '/measures/$measure',
  component: lazyRouteComponent(() => import('../pages/objectives/Measure.tsx'), 'MeasurePage'),
});

/** Risks, controls and what they rest on. */
export const registerPages = [
  risks,
  newRisk,
  risk,
  controls,
  newControl,
  control,
  statement,
  statementVersion,
  context,
  objectives,
  objective,
  measure,
] as const;
