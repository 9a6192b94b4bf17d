import type { ParseKeys } from 'i18next';
import type { OpenNow } from '../../../domain/records/dashboard.ts';
import type { Who } from '../data/queries.ts';
import { manages, oversees, readsTrail } from '../data/rights.ts';

/** Somewhere to go: a page of the cockpit, or one that works without script, which is as good. After `g`, its letter leads there. */
export type Place = {
  to: string;
  name: ParseKeys;
  letter?: string;
  elsewhere?: true;
  /** Pages whose address begins with it belong elsewhere. */
  isAlone?: true;
  /** What of it is counted for those who oversee all. */
  counts?: keyof OpenNow;
  for?(who: Who): boolean;
};

const first: readonly Place[] = [
  { to: '/', letter: 'c', name: 'nav.cockpit', isAlone: true, for: oversees },
  { to: '/my-work', letter: 'w', name: 'nav.myWork' },
  { to: '/acceptances', letter: 'a', name: 'nav.acceptances' },
  { to: '/report', name: 'nav.report', elsewhere: true },
  { to: '/runs', letter: 'r', name: 'nav.runs', counts: 'runs', for: oversees },
  { to: '/tasks', letter: 'f', name: 'nav.tasks', isAlone: true, for: oversees },
  { to: '/calendar', letter: 'y', name: 'nav.calendar', for: oversees },
];

const owns =
  (role: Who['roles'][number]) =>
  (who: Who): boolean =>
    oversees(who) || who.roles.includes(role);

const registers: readonly Place[] = [
  { to: '/risks', letter: 'k', name: 'nav.risks', for: owns('riskOwner') },
  { to: '/controls', letter: 'l', name: 'nav.controls', for: owns('controlOwner') },
  { to: '/statement', letter: 'm', name: 'nav.statement', for: oversees },
  { to: '/objectives', letter: 'b', name: 'nav.objectives' },
  { to: '/context', name: 'nav.context' },
  { to: '/nonconformities', letter: 'n', name: 'nav.nonconformities', counts: 'nonconformities' },
  { to: '/documents', letter: 'u', name: 'nav.documents' },
  { to: '/audits', letter: 't', name: 'nav.audits', for: oversees },
  { to: '/management-reviews', name: 'nav.reviews', for: oversees },
  { to: '/cycles', name: 'nav.cycles', for: oversees },
];

const setUp: readonly Place[] = [
  { to: '/people', name: 'nav.people', letter: 'p', for: oversees },
  { to: '/processes', name: 'nav.processes', letter: 'o' },
  { to: '/responsibilities', name: 'nav.responsibilities', letter: 'd' },
  { to: '/schedules', name: 'nav.schedules', for: oversees },
  { to: '/simulation', name: 'nav.simulation', for: manages },
  { to: '/mails', name: 'nav.mails', letter: 'e', for: oversees },
  { to: '/trail', name: 'nav.trail', for: readsTrail },
  { to: '/my-mail', name: 'nav.myMail', elsewhere: true },
  { to: '/settings', name: 'nav.settings', letter: 's', for: oversees },
  { to: '/imports', name: 'nav.imports', letter: 'i', for: oversees },
  { to: '/health', name: 'nav.health', letter: 'h', for: manages },
];

/** The menu, in its order; the first part has no heading. */
export const places: readonly { heading?: ParseKeys; places: readonly Place[] }[] = [
  { places: first },
  { heading: 'nav.registers', places: registers },
  { heading: 'nav.setUp', places: setUp },
];

/** All that somebody can go to. */
export const placesFor = (who: Who): Place[] => places.flatMap((part) => part.places).filter((place) => place.for?.(who) !== false);
