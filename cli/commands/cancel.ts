import { RunAnswer } from '../answers.ts';
import type { Context } from '../context.ts';

/** Cancels a run; its open tasks end and its key is free again. */
export async function cancel({ client, output }: Context, id: string, { reason }: { reason: string }): Promise<void> {
  const run = await client.post(`/runs/${encodeURIComponent(id)}/cancellation`, { reason }, RunAnswer);
  output.result(run, [`${run.id} is cancelled; its open tasks have ended.`]);
}
