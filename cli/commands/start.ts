import { RunAnswer } from '../answers.ts';
import type { Context } from '../context.ts';

export type StartOptions = { period: string; scope?: string | undefined };

/** Opens a run of a process for a period. */
export async function start({ client, output }: Context, process: string, { period, scope }: StartOptions): Promise<void> {
  const subject = { period, ...(scope !== undefined && { scope }) };
  const run = await client.post(`/processes/${encodeURIComponent(process)}/runs`, { subject }, RunAnswer);
  output.result(run, [`${run.id} is open. See who is asked what: fourstroke run ${run.id}`]);
}
