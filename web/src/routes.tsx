import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queries, session } from './data/queries.ts';
import { oversees } from './data/rights.ts';
import { Failure } from './parts/Failure.tsx';
import { NotFound } from './parts/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <Failure failure={error} onAgain={reset} />,
  loader: () => queries.ensureQueryData(session),
});

const cockpit = createRoute({
  getParentRoute: () => root,
  path: '/',
  // Whoever oversees nothing has no wheel to look at.
  beforeLoad: async () => {
    if (!oversees(await queries.ensureQueryData(session))) throw redirect({ to: '/my-work' });
  },
  component: lazyRouteComponent(() => import('./pages/cockpit/Cockpit.tsx'), 'Cockpit'),
});

const myWork = createRoute({
  getParentRoute: () => root,
  path: '/my-work',
  component: lazyRouteComponent(() => import('./pages/myWork/MyWork.tsx'), 'MyWork'),
});

export const router = createRouter({
  routeTree: root.addChildren([cockpit, myWork]),
  basepath: '/cockpit',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
