import type { Event } from './said.ts';

/** What can happen, as far as there are words for it here. */
export const knownEvents: readonly Event[] = [
  ...([
    'created',
    'changed',
    'imported',
    'opened',
    'asked',
    'waiting',
    'started',
    'triggered',
    'closed',
    'cancelled',
    'superseded',
  ] as const),
  ...([
    'resumed',
    'paused',
    'waived',
    'rung',
    'claimed',
    'submitted',
    'completed',
    'answered',
    'returned',
    'confirmed',
    'commented',
  ] as const),
  ...(['evidenceAdded', 'reassigned', 'delegated', 'handedBack', 'handedOver', 'handOverAsked'] as const),
  ...(['extensionAsked', 'extensionGranted', 'extensionRefused', 'undeliverable', 'unreachable', 'reached'] as const),
  ...(['accepted', 'rejected', 'declined', 'proposed', 'reported', 'requested', 'assessed', 'approved', 'planned'] as const),
  ...(['planApproved', 'planReturned', 'corrected', 'analysed', 'implemented', 'carriedOut', 'judged', 'missed', 'found'] as const),
  ...(['agreed', 'objected', 'raised', 'filed', 'prepared', 'fixed', 'begun', 'held', 'notHeld', 'postponed', 'scheduled'] as const),
  ...(['delivered', 'packIssued', 'minuted', 'minutesReturned', 'decided', 'done', 'drafted', 'written', 'published'] as const),
  ...(['reconfirmed', 'acknowledgementAsked', 'withdrawn', 'revoked', 'retired', 'verified', 'checked', 'collected'] as const),
  ...(['counted', 'invited', 'left', 'rolesGiven', 'ended'] as const),
];
