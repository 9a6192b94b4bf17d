import { defineSearchAttributeKey } from '@temporalio/common';

/** What Temporal's lists can be filtered by; nothing personal. Registered by the worker. */
export const searchAttributes = {
  process: defineSearchAttributeKey('Process', 'KEYWORD'),
  run: defineSearchAttributeKey('Run', 'KEYWORD'),
  period: defineSearchAttributeKey('Period', 'KEYWORD'),
};
