import { RunAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { type Said, subjectOf } from '../subject.ts';

/** Opens a run of a process about what was said. */
export async function start(context: Context, process: string, said: Said): Promise<void> {
  const { client, output } = context;
  const subject = await subjectOf(context, process, said);
  const run = await client.post(`/processes/${encodeURIComponent(process)}/runs`, { subject }, RunAnswer);
  output.result(run, [`${run.id} is open. See who is asked what: fourstroke run ${run.id}`]);
}
