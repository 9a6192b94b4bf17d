import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { stateIn } from '../pages/acceptances/states.ts';
import { formIn } from '../pages/task/formAsked.ts';
import { root } from './root.tsx';

const task = createRoute({
  getParentRoute: () => root,
  path: '/task/$',
  validateSearch: formIn,
  component: lazyRouteComponent(() => import('../pages/task/TaskPage.tsx'), 'TaskPage'),
});

const sheet = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$run/$task',
  component: lazyRouteComponent(() => import('../pages/sheet/Sheet.tsx'), 'Sheet'),
});

const acceptances = createRoute({
  getParentRoute: () => root,
  path: '/acceptances',
  validateSearch: stateIn,
  component: lazyRouteComponent(() => import('../pages/acceptances/Acceptances.tsx'), 'Acceptances'),
});

const acceptance = createRoute({
  getParentRoute: () => root,
  path: '/acceptances/$acceptance',
  component: lazyRouteComponent(() => import('../pages/acceptances/OneAcceptance.tsx'), 'OneAcceptance'),
});

/** Where somebody answers and decides, and what is their own. */
export const taskPages = [task, sheet, acceptances, acceptance] as const;
