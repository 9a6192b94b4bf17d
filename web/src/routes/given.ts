type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is not there: an address names only what is asked for. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

/** What an address says under a name, as text: the router takes what looks like a number for one. */
export function textIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

export const oneOf = <const T extends string>(options: readonly T[], value: unknown): T | undefined =>
  options.find((option) => option === value);

type Spec = Record<string, readonly string[] | 'text' | 'day'>;
type SearchOf<S extends Spec> = { [K in keyof S]?: (S[K] extends readonly (infer V)[] ? V : string) | undefined };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What an address may say, by name: one of a few values, a day, or text. Whatever else it says is not heard. */
export const searchOf =
  <const S extends Spec>(spec: S) =>
  (search: Record<string, unknown>): SearchOf<S> =>
    given(Object.fromEntries(Object.entries(spec).map(([name, may]) => [name, heardIn(search[name], may)]))) as SearchOf<S>;

function heardIn(value: unknown, may: Spec[string]): string | undefined {
  const text = textIn(value);
  if (may === 'text') return text;
  return may === 'day' ? (day.test(text ?? '') ? text : undefined) : oneOf(may, text);
}
