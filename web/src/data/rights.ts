import type { Who } from './queries.ts';

/** Whoever reads everything. What a page shows is decided by the API; this only spares people pages that have nothing for them. */
export const oversees = ({ roles }: Pick<Who, 'roles'>): boolean =>
  roles.some((role) => role === 'ismsManager' || role === 'topManagement' || role === 'auditor');

/** Whoever reads the trail. */
export const readsTrail = ({ roles }: Pick<Who, 'roles'>): boolean => roles.includes('ismsManager') || roles.includes('auditor');

/** Auditors look; what they are asked as others they answer where it is asked. */
export const onlyLooks = (who: Pick<Who, 'roles'>): boolean => who.roles.includes('auditor') && !manages(who);

export const manages = ({ roles }: Pick<Who, 'roles'>): boolean => roles.includes('ismsManager');
