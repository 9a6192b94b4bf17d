import type { Exportable } from '../domain/exportable.ts';
import type { Document } from '../domain/records/document.ts';
import type { RecordOf } from '../domain/records/index.ts';
import type { Collection } from '../models/collection.ts';
import { criteriaNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';
import { withVersions } from './export/inForce.ts';
import { exported } from './export/registers/index.ts';
import type { Exported, Naming, Value } from './export/values.ts';
import { type Caller, scope } from './policy.ts';

type Asked = { api: Pick<Api, 'store'>; caller: Caller; register: Exportable };

/**
 * The rows of a register, of those records that the caller may see; people are named only to those who may see them. The first page is
 * read before this returns, so that a database that is away is an answer and not half a file.
 */
export async function exportRows(asked: Asked): Promise<{ columns: readonly string[]; pages: AsyncIterable<Value[][]> }> {
  const { columns, rowsOf } = exported[asked.register] as Exported<unknown>;
  const naming = await namingFor(asked);
  return { columns, pages: await begun(rowPages(recordPages(asked), (record) => rowsOf(record, naming))) };
}

async function* rowPages(pages: AsyncIterable<unknown[]>, rowsOf: (record: unknown) => Value[][]): AsyncGenerator<Value[][]> {
  for await (const records of pages) yield records.flatMap(rowsOf);
}

const atOnce = 250;

async function* recordPages({ api: { store }, caller, register }: Asked): AsyncGenerator<unknown[]> {
  // Earlier versions of the criteria are history; what is imported elsewhere is the one in force.
  if (register === 'riskCriteria') return yield [await criteriaNow(store)];
  const collection = store[register] as unknown as Collection<RecordOf<typeof register>>;
  const visible = await scope(caller, register, store);
  for await (const records of collection.pages(visible, atOnce))
    yield register === 'documents' ? await withVersions(store, records as Document[]) : records;
}

async function namingFor({ api: { store }, caller }: Asked): Promise<Naming> {
  const people = await store.people.find(await scope(caller, 'people', store));
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return (id) => (id === undefined ? undefined : (emails.get(id) ?? id));
}

async function begun<T>(items: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = items[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}
