import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queries, session } from '../data/queries.ts';
import { oversees } from '../data/rights.ts';
import { root } from './root.tsx';

const cockpit = createRoute({
  getParentRoute: () => root,
  path: '/',
  // Whoever oversees nothing has no wheel to look at.
  beforeLoad: async () => {
    if (!oversees(await queries.ensureQueryData(session))) throw redirect({ to: '/my-work' });
  },
  component: lazyRouteComponent(() => import('../pages/cockpit/Cockpit.tsx'), 'Cockpit'),
});

const myWork = createRoute({
  getParentRoute: () => root,
  path: '/my-work',
  component: lazyRouteComponent(() => import('../pages/myWork/MyWork.tsx'), 'MyWork'),
});

/** Where somebody begins. */
export const firstPages = [cockpit, myWork] as const;
