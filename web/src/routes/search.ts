import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { given, textIn } from './given.ts';
import { root } from './root.tsx';

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: ({ q }): { q?: string } => given({ q: textIn(q) }),
  component: lazyRouteComponent(() => import('../pages/search/Search.tsx'), 'Search'),
});

/** Everything that can be found by one field. */
export const searchPages = [search] as const;
