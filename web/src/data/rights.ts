import type { Who } from './queries.ts';

/** Whoever reads everything. What a page shows is decided by the API; this only spares people pages that have nothing for them. */
export const oversees = ({ roles }: Pick<Who, 'roles'>): boolean =>
  roles.some((role) => role === 'ismsManager' || role === 'topManagement' || role === 'auditor');

export const manages = ({ roles }: Pick<Who, 'roles'>): boolean => roles.includes('ismsManager');
