/** The kinds of chains that can be picked out, each by how its chains begin. */
export const kinds = [
  ...(['run/', 'task/', 'mail/', 'imports/', 'people/', 'risks/', 'controls/', 'acceptances/', 'treatmentPlans/'] as const),
  ...(['nonconformities/', 'audits/', 'auditFindings/', 'managementReviews/', 'reviewDecisions/'] as const),
  ...(['documents/', 'documentVersions/', 'campaigns/', 'objectives/', 'measurements/'] as const),
  ...(['cycles/', 'schedules/', 'settings/', 'soaVersions/'] as const),
] as const;

/** What the trail can be narrowed by; it stands in the address, so that a look at it can be passed on. */
export const filters = {
  subject: 'text',
  within: 'text',
  by: 'text',
  event: 'text',
  since: 'day',
  until: 'day',
  order: ['newest', 'oldest'],
} as const;
