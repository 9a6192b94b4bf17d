import type { Document } from '../../domain/records/document.ts';
import { choicesOf } from './choices.ts';
import type { ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { DocumentColumn } from './documents.ts';
import { roles } from './people.ts';
import { siteCalled } from './sites.ts';
import { titlesOf } from './values.ts';
import type { Among, FindPerson } from './who.ts';

type Row = ReadRow<DocumentColumn>;

/** Who looks at a version before it is approved: never its owner. */
export function reviewersOf(
  { cell }: Row,
  { find, among, owner }: { find: FindPerson; among: Among; owner: string | undefined },
): string[] {
  const named = cell('reviewers');
  const reviewers = new Set(titlesOf(named, 10).flatMap((name) => find(named, among, name) ?? []));
  if (owner !== undefined && reviewers.has(owner)) named.refuse('samePerson', 'Nobody reviews their own document.');
  return [...reviewers];
}

/** For whom a document is: holders of roles, at sites, and people by themselves; without any of them for nobody. */
export function audienceOf(
  { cell }: Row,
  { find, among, context }: { find: FindPerson; among: Among; context: ImportContext },
): Pick<Document, 'audience'> {
  const [sites, people] = [cell('sites'), cell('people')];
  const audience = {
    roles: choicesOf(cell('roles'), roles, 'unknownRole'),
    sites: [...new Set(titlesOf(sites, 100).flatMap((name) => siteCalled(sites, name, context) ?? []))],
    people: [...new Set(titlesOf(people, 1000).flatMap((name) => find(people, among, name) ?? []))],
  };
  return Object.values(audience).some((named) => named.length > 0) ? { audience } : {};
}
