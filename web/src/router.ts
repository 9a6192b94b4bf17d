import { createRouter } from '@tanstack/react-router';
import { PageFailure } from './parts/Failure.tsx';
import { checkPages } from './routes/checks.ts';
import { firstPages } from './routes/first.ts';
import { peoplePages } from './routes/people.ts';
import { processPages } from './routes/processes.ts';
import { registerPages } from './routes/registers.ts';
import { root } from './routes/root.tsx';
import { runPages } from './routes/runs.ts';
import { searchPages } from './routes/search.ts';
import { setUpPages } from './routes/setUp.ts';
import { taskPages } from './routes/tasks.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    ...firstPages,
    ...checkPages,
    ...peoplePages,
    ...processPages,
    ...registerPages,
    ...runPages,
    ...searchPages,
    ...setUpPages,
    ...taskPages,
  ]),
  basepath: '/cockpit',
  defaultPreload: 'intent',
  // A page that fails leaves the menu where it is.
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
