import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Role } from '../../../domain/records/common.ts';
import { found } from '../data/found.ts';
import { oneProcess } from '../data/processes.ts';
import { queries } from '../data/queries.ts';
import { NotFound } from '../parts/NotFound.tsx';
import { roles } from '../words/roles.ts';
import { given, oneOf, textIn } from './given.ts';
import { root } from './root.tsx';

const processes = createRoute({
  getParentRoute: () => root,
  path: '/processes',
  component: lazyRouteComponent(() => import('../pages/processes/Processes.tsx'), 'Processes'),
});

const process = createRoute({
  getParentRoute: () => root,
  path: '/processes/$process',
  loader: ({ params }) => found(queries.ensureQueryData(oneProcess(params.process))),
  notFoundComponent: NotFound,
  component: lazyRouteComponent(() => import('../pages/processes/OneProcess.tsx'), 'OneProcess'),
});

export const dutyViews = ['process', 'role', 'person'] as const;
export type DutiesSearch = { by?: (typeof dutyViews)[number]; process?: string; role?: Role; person?: string };

const responsibilities = createRoute({
  getParentRoute: () => root,
  path: '/responsibilities',
  validateSearch: ({ by, process: key, role, person }): DutiesSearch =>
    given({ by: oneOf(dutyViews, by), process: textIn(key), role: oneOf(roles, role), person: textIn(person) }),
  component: lazyRouteComponent(() => import('../pages/processes/Responsibilities.tsx'), 'Responsibilities'),
});

/** The processes, how they act on one another, and who has to do what in them. */
export const processPages = [processes, process, responsibilities] as const;
