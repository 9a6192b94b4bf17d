/** What the list can be narrowed by. */
export const filters = {
  status: ['open', 'candidate', 'accepted', 'closed', 'declined', 'all'],
  grade: ['major', 'minor'],
  kind: [
    ...(['missedTask', 'audit', 'incident', 'failedCheck', 'offTarget', 'complaint'] as const),
    ...(['supplier', 'exercise', 'certificationBody', 'observation', 'managementReview'] as const),
  ],
} as const;
