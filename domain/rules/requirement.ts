import type { Requirement } from '../records/context.ts';

/** A requirement names the controls that serve it; where none does, it says why: addressed through the ISMS or not (4.2 c). Answers what the reason is missing for. */
export const missingReason = ({
  addressed,
  controls,
  reason,
}: Pick<Requirement, 'addressed' | 'controls' | 'reason'>): string | undefined =>
  controls.length > 0 || reason !== undefined
    ? undefined
    : addressed
      ? 'is needed where no control is named'
      : 'is needed where it is not taken up';
