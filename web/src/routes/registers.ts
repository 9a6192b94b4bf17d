import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Band } from '../../../domain/records/common.ts';
import type { Control, ControlKind } from '../../../domain/records/control.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import { queries, session } from '../data/queries.ts';
import { oversees } from '../data/rights.ts';
import { given, oneOf, textIn } from './given.ts';
import { root } from './root.tsx';

const bands: readonly Band[] = ['low', 'medium', 'high', 'veryHigh'];
const kinds: readonly ControlKind[] = ['organizational', 'people', 'physical', 'technological', 'legal'];
const riskStates = ['draft', 'active', 'treating', 'retained', 'avoided', 'closed', 'all'] as const;
const controlStates = ['planned', 'implementing', 'implemented', 'retired', 'all'] as const;
const effects = ['effective', 'partly', 'ineffective', 'untested'] as const;

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
  validateSearch: ({ band, owner, status, cell }): RiskSearch =>
    given({ band: oneOf(bands, band), owner: textIn(owner), status: oneOf(riskStates, status), cell: textIn(cell) }),
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
  validateSearch: ({ kind, effectiveness, owner, status, check }): ControlSearch =>
    given({
      ...{ kind: oneOf(kinds, kind), effectiveness: oneOf(effects, effectiveness), owner: textIn(owner) },
      ...{ status: oneOf(controlStates, status), check: oneOf(['expired', 'never'], check) },
    }),
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
  validateSearch: ({ theme, show }): StatementSearch => given({ theme: oneOf(kinds, theme), show: oneOf(['open', 'in', 'out'], show) }),
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
