import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from '../parts/NotFound.tsx';
import { given, oneOf, textIn } from './given.ts';
import { root } from './root.tsx';

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/SettingsPage.tsx'), 'SettingsPage'),
});

export const ladderNames = ['standard', 'long', 'campaign', 'approval', 'urgent'] as const;

const changeSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$part',
  validateSearch: ({ ladder }): { ladder?: (typeof ladderNames)[number] } => given({ ladder: oneOf(ladderNames, ladder) }),
  notFoundComponent: NotFound,
  component: lazyRouteComponent(() => import('../pages/settings/ChangeSettings.tsx'), 'ChangeSettings'),
});

const health = createRoute({
  getParentRoute: () => root,
  path: '/health',
  component: lazyRouteComponent(() => import('../pages/settings/HealthPage.tsx'), 'HealthPage'),
});

export const mailStates = ['accepted', 'deferred', 'rejected'] as const;
export type MailsSearch = { state?: (typeof mailStates)[number]; person?: string };

const mails = createRoute({
  getParentRoute: () => root,
  path: '/mails',
  validateSearch: ({ state, person }): MailsSearch => given({ state: oneOf(mailStates, state), person: textIn(person) }),
  component: lazyRouteComponent(() => import('../pages/mails/Mails.tsx'), 'Mails'),
});

export type ImportSearch = { register?: string; import?: string };

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: (said): ImportSearch => given({ register: textIn(said.register), import: textIn(said.import) }),
  component: lazyRouteComponent(() => import('../pages/imports/Imports.tsx'), 'Imports'),
});

/** How the organization works, whether the product is well, its mail, and files of registers. */
export const setUpPages = [settings, changeSettings, health, mails, imports] as const;
