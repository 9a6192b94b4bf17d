/** Who a campaign asks. Plain values, so that it may be told anywhere. */
type Asked = { roles: readonly string[]; sites: readonly string[]; people: readonly string[] };
type Who = { id: string; status: string; site: string; roles: readonly { role: string; scope?: string | undefined }[] };

/** Whoever is named is asked wherever they work; a role is asked at the sites that are named, or everywhere; sites alone ask everybody there. */
export function isInAudience({ roles, sites, people }: Asked, person: Who): boolean {
  if (person.status !== 'active') return false;
  if (people.includes(person.id)) return true;
  if (roles.length === 0 && sites.length === 0) return false;
  const isThere = sites.length === 0 || sites.includes(person.site);
  return isThere && (roles.length === 0 || roles.includes('everyone') || person.roles.some(({ role }) => roles.includes(role)));
}
