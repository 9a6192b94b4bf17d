export const views = ['checklist', 'register', 'acknowledgement', 'rollouts'] as const;

/** What the register can be narrowed by. */
export const filters = {
  view: views,
  status: ['draft', 'current', 'withdrawn'],
  kind: ['policy', 'topicPolicy', 'procedure', 'plan', 'record', 'external'],
} as const;
