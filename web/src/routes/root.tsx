import { createRootRoute } from '@tanstack/react-router';
import { queries, session } from '../data/queries.ts';
import { PageFailure } from '../parts/Failure.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { Shell } from '../shell/Shell.tsx';

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFailure,
  loader: () => queries.ensureQueryData(session),
});
