import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RowStanding } from '../../../domain/records/timeLine.ts';
import { given, oneOf, textIn } from './given.ts';
import { root } from './root.tsx';

const yearIn = (value: unknown): number | undefined => (/^20\d{2}$/.test(String(value)) ? Number(value) : undefined);

const standings: readonly RowStanding[] = [
  ...(['escalated', 'late', 'soon', 'onTime', 'doneLate', 'done', 'waived', 'superseded', 'cancelled', 'planned'] as const),
];
const period = /^20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;
/** A year comes as a number out of an address. */
const periodIn = (value: unknown): string | undefined => (period.test(String(value)) ? String(value) : undefined);

const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: ({ process, status, period: asked }) =>
    given({ process: textIn(process), status: oneOf(['open', 'closed', 'cancelled'], status), period: periodIn(asked) }),
  component: lazyRouteComponent(() => import('../pages/runs/Runs.tsx'), 'Runs'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/runs/start',
  validateSearch: ({ process, period: asked, scope }) => given({ process: textIn(process), period: periodIn(asked), scope: textIn(scope) }),
  component: lazyRouteComponent(() => import('../pages/runs/start/Start.tsx'), 'Start'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$run',
  validateSearch: ({ standing, of }) => given({ standing: oneOf(standings, standing), of: textIn(of) }),
  component: lazyRouteComponent(() => import('../pages/runs/line/RunPage.tsx'), 'RunPage'),
});

const acts = ['decideExtension', 'reassign', 'waive'] as const;

const tasksOfRun = createRoute({
  getParentRoute: () => root,
  path: '/runs/$run/tasks',
  validateSearch: ({ person, act }) => given({ person: textIn(person), act: oneOf(acts, act) }),
  component: lazyRouteComponent(() => import('../pages/runs/acts/ActsPage.tsx'), 'ActsPage'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: ({ year: asked, by }) => given({ year: yearIn(asked), by: oneOf(['person'], by) }),
  component: lazyRouteComponent(() => import('../pages/year/calendar/Calendar.tsx'), 'Calendar'),
});

const simulation = createRoute({
  getParentRoute: () => root,
  path: '/simulation',
  validateSearch: ({ year: asked, limit }) =>
    given({ year: yearIn(asked), limit: /^\d{1,3}$/.test(String(limit)) ? Math.max(1, Number(limit)) : undefined }),
  component: lazyRouteComponent(() => import('../pages/year/simulation/SimulationPage.tsx'), 'SimulationPage'),
});

const schedules = createRoute({
  getParentRoute: () => root,
  path: '/schedules',
  component: lazyRouteComponent(() => import('../pages/year/schedules/Schedules.tsx'), 'Schedules'),
});

/** Runs, and what opens them. */
export const runPages = [runs, start, run, tasksOfRun, calendar, simulation, schedules] as const;
