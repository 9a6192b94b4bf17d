import type { SpokenEntry } from '../../../../domain/records/trail.ts';

/** `value`: as it was set; `text`: as somebody wrote it, beside the entry; `erased`: only its hash is left; `removed`: the field is gone. */
export type EntryFact = { name: string; kind: 'value' | 'text' | 'erased' | 'removed'; said: string };

const isHashed = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.keys(value).join() === 'sha256' && 'sha256' in value;

/** What an entry says, name by name: fields of a record first, whatever else it holds after them, texts where they are named. */
export function factsOf(data: SpokenEntry['data'], texts: SpokenEntry['texts']): EntryFact[] {
  const { set, ...others } = data;
  const fields = { ...(set as Record<string, unknown> | undefined), ...others };
  return Object.entries(fields).map(([name, value]): EntryFact => {
    const text = texts[name];
    if (isHashed(value)) return text === undefined ? { name, kind: 'erased', said: '' } : { name, kind: 'text', said: text };
    if (value === null) return { name, kind: 'removed', said: '' };
    return { name, kind: 'value', said: typeof value === 'string' ? value : JSON.stringify(value, null, 1) };
  });
}
