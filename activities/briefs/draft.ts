import type { Brief, Fact, Said, Table } from '../../domain/records/brief.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Store } from '../../models/store.ts';

/** What a brief says before it is frozen. */
export type Draft = Pick<Brief, 'title' | 'facts' | 'tables'>;

/** Reads what somebody is to be shown about one record, at that moment. Throws where there is no such record. */
export type Drafter = (store: Store, about: string, at: Instant) => Promise<Draft>;

type Label = Fact['label'];
export const label = (en: string, de: string): Label => ({ en, de });

/** A line, unless there is nothing to say. */
export function fact(of: Label, said: Said | readonly Said[] | undefined, as?: Fact['as']): Fact[] {
  const all = said === undefined ? [] : Array.isArray(said) ? [...(said as readonly Said[])] : [said as Said];
  const told = all.filter((one) => one !== '');
  return told.length === 0 ? [] : [{ label: of, said: told, ...(as !== undefined && { as }) }];
}

export const table = (title: Label, columns: readonly Label[], rows: readonly (readonly Said[])[]): Table[] =>
  rows.length === 0 ? [] : [{ title, columns: [...columns], rows: rows.map((row) => [...row]) }];

export const nameOf = async (store: Store, person: string | undefined): Promise<string | undefined> =>
  person === undefined ? undefined : ((await store.people.get(person))?.name ?? person);

/** One of a few words of ours. */
export const said = <K extends string>(words: Record<K, Said>, key: K | undefined): Said | undefined =>
  key === undefined ? undefined : words[key];
