import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { stateIn } from '../pages/acceptances/states.ts';
import { formIn } from '../pages/task/formAsked.ts';
import { given, oneOf, textIn } from './given.ts';
import { root } from './root.tsx';

export const taskStates = ['open', 'done', 'waived', 'superseded', 'cancelled', 'closed', 'all'] as const;
export type TasksSearch = {
  /** Open ones unless said. */
  state?: (typeof taskStates)[number];
  overdue?: 'yes' | 'no';
  process?: string;
  person?: string;
  run?: string;
};

const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: ({ state, overdue, process, person, run }): TasksSearch =>
    given({
      ...{ state: oneOf(taskStates, state), overdue: oneOf(['yes', 'no'] as const, overdue) },
      ...{ process: textIn(process), person: textIn(person), run: textIn(run) },
    }),
  component: lazyRouteComponent(() => import('../pages/tasks/Tasks.tsx'), 'Tasks'),
});

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

/** All that is asked, and where somebody answers and decides. */
export const taskPages = [tasks, task, sheet, acceptances, acceptance] as const;
