import type { SoaLine } from '../../domain/records/soa.ts';
import type { Store } from '../../models/store.ts';
import { rowByRow, titles, type Value, words } from './values.ts';

const line = rowByRow({
  control: ({ control }: SoaLine) => control,
  title: ({ title }) => title,
  theme: ({ theme }) => theme,
  applicable: ({ applicable }) => (applicable === undefined ? undefined : applicable ? 'yes' : 'no'),
  justification: ({ justification }) => justification,
  risks: ({ risks }) => words(risks),
  requirements: ({ requirements }) => words(requirements),
  implementation: ({ implementation }) => implementation,
  controls: ({ controls }) => titles(controls.map(({ id, name }) => `${id} ${name}`)),
  owners: ({ controls }, naming) => words([...new Set(controls.flatMap(({ owner }) => naming(owner) ?? []))]),
  problem: ({ problem }) => problem,
});

/** The Statement of Applicability as rows: one for each control, with people by their mail address. */
export async function statementRows(
  store: Store,
  lines: readonly SoaLine[],
): Promise<{ columns: readonly string[]; pages: AsyncIterable<Value[][]> }> {
  const people = await store.people.find({
    id: { $in: [...new Set(lines.flatMap(({ controls }) => controls.flatMap(({ owner }) => owner ?? [])))] },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  const rows = lines.flatMap((one) => line.rowsOf(one, (id) => (id === undefined ? undefined : (emails.get(id) ?? id))));
  return {
    columns: line.columns,
    pages: (async function* () {
      yield rows;
    })(),
  };
}
