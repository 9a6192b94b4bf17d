import { RunAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { firstOf } from '../pages.ts';
import { minute } from '../words.ts';
import { runState } from './run.ts';

export type RunsOptions = { process?: string | undefined; status?: string | undefined; period?: string | undefined; limit: number };

/** The newest runs. */
export async function runs({ client, people, output }: Context, { limit, ...wanted }: RunsOptions): Promise<void> {
  const found = await firstOf(client, '/runs', RunAnswer, wanted, limit);
  const name = output.json ? String : await people.names(found.items.map(({ openedBy }) => openedBy.person));
  const rows = found.items.map((run) => [run.id, runState(run), minute(run.openedAt), name(run.openedBy.person)]);
  const lines = output.table({ head: ['Run', 'State', 'Opened', 'By'], rows });
  output.result(found, rows.length === 0 ? ['No run.'] : [...lines, ...rest(found.next)]);
}

/** Said below a list that goes on. */
export const rest = (next: string | undefined): string[] => (next === undefined ? [] : ['', 'There are more; --limit shows them.']);
