import type { Words } from '../../../domain/process.ts';
import type { Phase } from '../../../domain/records/cycle.ts';
import type { Cadence } from '../../../domain/records/schedule.ts';

/** What a field of a subject says of itself, as far as a form of the cockpit goes by it. */
type SubjectField = { type?: string; enum?: string[]; default?: unknown; pattern?: string };

/** A process as the API tells it, as far as pages of the cockpit show it. */
export type Process = {
  key: string;
  title: Words;
  phase: Phase;
  cadence?: Cadence;
  subject: { properties?: Record<string, SubjectField>; required?: string[] };
};
