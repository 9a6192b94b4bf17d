import type { Checked } from '../../activities/registers/controls.ts';
import type { TaskFacts } from '../../domain/rules/taskShape.ts';
import type { AnyDefinition, Powers } from '../engine/powers.ts';

type Found = Checked & { control: string; by: TaskFacts['by'] };

/**
 * What does not work is proposed for correction. Risks that rely on it are judged anew where it counts for less than before, where it failed, or where
 * it is new: `isNew`.
 */
export async function followUp(
  { write, propose, start }: Pick<Powers<AnyDefinition>, 'write' | 'propose' | 'start'>,
  { check, result, isWorse, risks, control, by }: Found,
  isNew = false,
): Promise<void> {
  const reason = `The check of ${control} found it ${words[result]}.`;
  const nonconformity = result === 'effective' ? undefined : await write.reportFailedCheck({ check, by });
  if (nonconformity !== undefined) await propose('correctiveAction', { about: nonconformity, reason, subject: { nonconformity } });
  if (result !== 'ineffective' && !isWorse && !isNew) return;
  for (const risk of risks) await start('targetedRiskReview', { risk, because: nonconformity ?? check }, reason);
}

const words: Record<Checked['result'], string> = { effective: 'effective', partly: 'effective in part', ineffective: 'not effective' };
