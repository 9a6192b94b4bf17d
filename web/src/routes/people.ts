import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Role } from '../../../domain/records/common.ts';
import { found } from '../data/found.ts';
import { person } from '../data/people.ts';
import { queries } from '../data/queries.ts';
import { NotFound } from '../parts/NotFound.tsx';
import { roles } from '../words/roles.ts';
import { given, oneOf, textIn } from './given.ts';
import { root } from './root.tsx';

export const personStates = ['active', 'left', 'unreachable', 'all'] as const;
export type PeopleSearch = { q?: string; role?: Role; state?: (typeof personStates)[number]; manager?: string };

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: ({ q, role, state, manager }): PeopleSearch =>
    given({ q: textIn(q), role: oneOf(roles, role), state: oneOf(personStates, state), manager: textIn(manager) }),
  component: lazyRouteComponent(() => import('../pages/people/People.tsx'), 'People'),
});

const newPerson = createRoute({
  getParentRoute: () => root,
  path: '/people/new',
  component: lazyRouteComponent(() => import('../pages/people/NewPerson.tsx'), 'NewPerson'),
});

const ofPerson = {
  getParentRoute: () => root,
  loader: ({ params }: { params: { person: string } }) => found(queries.ensureQueryData(person(params.person))),
  notFoundComponent: NotFound,
};

const onePerson = createRoute({
  ...ofPerson,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('../pages/people/OnePerson.tsx'), 'OnePerson'),
});

const changePerson = createRoute({
  ...ofPerson,
  path: '/people/$person/change',
  component: lazyRouteComponent(() => import('../pages/people/ChangePerson.tsx'), 'ChangePerson'),
});

export type LeaveSearch = { to?: string; roles?: 'drop'; again?: true };

const leave = createRoute({
  ...ofPerson,
  path: '/people/$person/leave',
  validateSearch: ({ to, roles: what, again }): LeaveSearch =>
    given({ to: textIn(to), roles: oneOf(['drop'] as const, what), again: again === true ? true : undefined }),
  component: lazyRouteComponent(() => import('../pages/people/Leave.tsx'), 'Leave'),
});

/** Who is here, one of them, and what moves when somebody leaves. */
export const peoplePages = [people, newPerson, onePerson, changePerson, leave] as const;
