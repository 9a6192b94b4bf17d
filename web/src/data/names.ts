import { queryOptions, useSuspenseQueries } from '@tanstack/react-query';
import type { PersonName } from '../../../domain/records/names.ts';
import { read } from './client.ts';

const mostAtOnce = 200;

type Batch = { ids: Set<string>; names: Promise<Map<string, string>> };
let gathering: Batch | undefined;

/** Names that are wanted in the same moment are asked for in one request. */
async function nameFrom(id: string): Promise<string> {
  if (gathering === undefined || gathering.ids.size >= mostAtOnce) gathering = newBatch();
  gathering.ids.add(id);
  return (await gathering.names).get(id) ?? id;
}

function newBatch(): Batch {
  const ids = new Set<string>();
  const names = Promise.resolve().then(async () => {
    if (gathering?.ids === ids) gathering = undefined;
    const { items } = await read<{ items: PersonName[] }>('/people/names', { ids: [...ids].join(',') });
    return new Map(items.map((person) => [person.id, person.name]));
  });
  return { ids, names };
}

const engine = 'engine';
const longMs = 600_000;

/** What somebody is called; whoever is not known keeps the id. */
export const nameOf = (id: string) => queryOptions({ queryKey: ['name', id], queryFn: () => nameFrom(id), staleTime: longMs });

/** What all of these are called, where a page says so in sentences. The engine is nobody's name. */
export function useNames(ids: readonly (string | undefined)[]): (id: string | undefined) => string {
  const wanted = [...new Set(ids.flatMap((id) => (id === undefined || id === engine ? [] : id)))];
  const names = useSuspenseQueries({ queries: wanted.map(nameOf) });
  const known = new Map(wanted.map((id, n) => [id, names[n]?.data ?? id]));
  return (id) => (id === undefined || id === engine ? '' : (known.get(id) ?? id));
}
