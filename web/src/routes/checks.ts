import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { filters as documentFilters } from '../pages/documents/search.ts';
import { filters as nonconformityFilters } from '../pages/nonconformities/search.ts';
import { filters as trailFilters } from '../pages/trail/search.ts';
import { searchOf } from './given.ts';
import { root } from './root.tsx';

const nonconformities = createRoute({
  getParentRoute: () => root,
  path: '/nonconformities',
  validateSearch: searchOf(nonconformityFilters),
  component: lazyRouteComponent(() => import('../pages/nonconformities/Nonconformities.tsx'), 'Nonconformities'),
});

const nonconformity = createRoute({
  getParentRoute: () => root,
  path: '/nonconformities/$id',
  component: lazyRouteComponent(() => import('../pages/nonconformities/Nonconformity.tsx'), 'Nonconformity'),
});

const audits = createRoute({
  getParentRoute: () => root,
  path: '/audits',
  validateSearch: searchOf({ year: 'text', by: ['years', 'audits', 'sites'] }),
  component: lazyRouteComponent(() => import('../pages/audits/Audits.tsx'), 'Audits'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audits/$id',
  component: lazyRouteComponent(() => import('../pages/audits/Audit.tsx'), 'Audit'),
});

const reviews = createRoute({
  getParentRoute: () => root,
  path: '/management-reviews',
  component: lazyRouteComponent(() => import('../pages/reviews/Reviews.tsx'), 'Reviews'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/management-reviews/$id',
  component: lazyRouteComponent(() => import('../pages/reviews/Review.tsx'), 'Review'),
});

const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: searchOf(documentFilters),
  component: lazyRouteComponent(() => import('../pages/documents/Documents.tsx'), 'Documents'),
});

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('../pages/documents/Document.tsx'), 'Document'),
});

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('../pages/documents/Campaign.tsx'), 'Campaign'),
});

const cycles = createRoute({
  getParentRoute: () => root,
  path: '/cycles',
  component: lazyRouteComponent(() => import('../pages/cycles/Cycles.tsx'), 'Cycles'),
});

const cycle = createRoute({
  getParentRoute: () => root,
  path: '/cycles/$id',
  component: lazyRouteComponent(() => import('../pages/cycles/Cycle.tsx'), 'Cycle'),
});

const trail = createRoute({
  getParentRoute: () => root,
  path: '/trail',
  validateSearch: searchOf(trailFilters),
  component: lazyRouteComponent(() => import('../pages/trail/Trail.tsx'), 'Trail'),
});

/** What is checked, and what is done about it. */
export const checkPages = [
  ...([nonconformities, nonconformity, audits, audit, reviews, review] as const),
  ...([documents, document, campaign, cycles, cycle, trail] as const),
] as const;
