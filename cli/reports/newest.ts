import type { z } from 'zod';
import type { Context } from '../context.ts';
import { Refused } from '../failures.ts';
import { firstOf } from '../pages.ts';

type OfPeriod = z.ZodType<{ id: string; period: string; status: string }>;

/** The record with that id or of that period; unless said, the last one that is active, else the last one. */
export async function newestOf<T extends OfPeriod>(
  { client }: Pick<Context, 'client'>,
  { register, title, record }: { register: string; title: string; record: T },
  which: string | undefined,
): Promise<z.output<T>> {
  const { items } = await firstOf(client, `/registers/${register}`, record, {}, Number.POSITIVE_INFINITY);
  const inOrder = items.sort((a, b) => a.period.localeCompare(b.period) || a.id.localeCompare(b.id, 'en', { numeric: true }));
  const found =
    which === undefined
      ? (inOrder.findLast(({ status }) => status === 'active') ?? inOrder.at(-1))
      : inOrder.findLast(({ id, period }) => id === which || period === which);
  if (found !== undefined) return found;
  throw new Refused('notFound', which === undefined ? `There is no ${title} yet.` : `There is no ${title} "${which}".`);
}
