import { useState } from 'react';
import type { SoaDecision } from '../../../domain/records/soa.ts';
import { read, send } from './client.ts';
import { queries } from './queries.ts';

export type Decision = Pick<SoaDecision, 'applicable' | 'justification'>;
type Failed = { control: string; failure: Error };
type Standing = { isRecording: boolean; done: number; of: number; failed: Failed[] };

const nothing: Standing = { isRecording: false, done: 0, of: 0, failed: [] };
const atOnce = 500;

const isSo = (decision: SoaDecision | undefined, { applicable, justification }: Decision): boolean =>
  decision?.applicable === applicable && decision.justification === justification;

/**
 * The same decision on many lines, one after the other. What was recorded although its answer was lost is found to be so and is not sent again; what is
 * refused is named, and the others are recorded all the same.
 */
export function useDecideLines() {
  const [standing, setStanding] = useState<Standing>(nothing);
  async function decide(controls: readonly string[], decision: Decision): Promise<readonly string[]> {
    setStanding({ ...nothing, isRecording: true, of: controls.length });
    const failed: Failed[] = [];
    const { items } = await read<{ items: SoaDecision[] }>('/registers/soaDecisions', { limit: atOnce }).catch((failure: Error) => {
      setStanding({ ...nothing, failed: controls.map((control) => ({ control, failure })) });
      throw failure;
    });
    const before = new Map(items.map((one) => [one.id, one]));
    for (const [n, control] of controls.entries()) {
      const known = before.get(control);
      if (!isSo(known, decision))
        await send('PUT', `/soa/decisions/${control}`, { ...decision, version: known?.version ?? 0 }, crypto.randomUUID()).catch(
          (failure: Error) => failed.push({ control, failure }),
        );
      setStanding({ isRecording: true, done: n + 1, of: controls.length, failed: [...failed] });
    }
    await queries.invalidateQueries();
    setStanding({ isRecording: false, done: controls.length, of: controls.length, failed });
    return failed.map(({ control }) => control);
  }
  return { ...standing, decide };
}
