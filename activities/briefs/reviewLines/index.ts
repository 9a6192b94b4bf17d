import type { InputLine } from '../../../domain/records/managementReview.ts';
import { auditing } from './auditing.ts';
import { issues, requirements } from './context.ts';
import { corrective } from './corrective.ts';
import { earlier } from './earlier.ts';
import { improving } from './improving.ts';
import { objectives } from './objectives.ts';
import { parties } from './parties.ts';
import { risks } from './risks.ts';
import type { Knowing } from './shape.ts';
import { timeliness } from './timeliness.ts';

/** What our registers and trail know about each of the ten lines of 9.3.2. */
export const known: Record<InputLine, Knowing> = {
  a: earlier,
  b: issues,
  c: requirements,
  d1: corrective,
  d2: timeliness,
  d3: auditing,
  d4: objectives,
  e: parties,
  f: risks,
  g: improving,
};
