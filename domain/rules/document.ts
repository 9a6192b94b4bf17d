import type { Role } from '../records/common.ts';
import type { Document, DocumentKind, DocumentVersion } from '../records/document.ts';

/** Whose approval a version needs: of the policy top management's, of one on a topic the ISMS manager's, of all others a process owner's. */
export const approverOf = (kind: DocumentKind): Role =>
  kind === 'policy' ? 'topManagement' : kind === 'topicPolicy' ? 'ismsManager' : 'processOwner';

/** Somebody works on it, or decides about it. */
export const isInWork = ({ status }: Pick<DocumentVersion, 'status'>): boolean => ['draft', 'inReview', 'inApproval'].includes(status);

export const isPublished = ({ status }: Pick<DocumentVersion, 'status'>): boolean => status === 'current' || status === 'superseded';

/** Somebody who had no hand in it has approved it. Who wrote what was in force before the register was imported, the register does not know: there the approval counts. */
export const isApprovedByAnother = ({ approvedBy, authors }: Pick<DocumentVersion, 'approvedBy' | 'authors'>): boolean =>
  approvedBy !== undefined && !authors.includes(approvedBy.person) && (authors.length > 0 || approvedBy.via === 'import');

/** A document in force offers one version, every other none. */
export function offersOne(
  { status, current }: Pick<Document, 'status' | 'current'>,
  versions: readonly Pick<DocumentVersion, 'id' | 'status'>[],
): boolean {
  const offered = versions.filter((version) => version.status === 'current').map(({ id }) => id);
  return status === 'current' ? offered.length === 1 && offered[0] === current : offered.length === 0 && current === undefined;
}
