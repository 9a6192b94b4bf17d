import type { Cell } from './cell.ts';
import type { ImportContext } from './context.ts';
import { nameKey } from './nameKey.ts';
import { short } from './values.ts';

/** The site of this id or name, in any case. */
export function siteCalled(cell: Cell, named: string, { sites }: Pick<ImportContext, 'sites'>): string | undefined {
  const site = sites.find(({ id, name }) => [id, name].some((one) => nameKey(one) === nameKey(named)));
  if (site !== undefined) return site.id;
  return cell.refuse('unknownSite', `There is no site "${short(named)}". Known are ${sites.map(({ name }) => name).join(', ')}.`);
}
