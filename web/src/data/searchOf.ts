type Spec = Record<string, readonly string[] | 'text' | 'day'>;
type SearchOf<S extends Spec> = { [K in keyof S]?: (S[K] extends readonly (infer V)[] ? V : string) | undefined };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What an address may say, by name: one of a few values, a day, or text. Whatever else it says is not heard. */
export const searchOf =
  <const S extends Spec>(spec: S) =>
  (given: Record<string, unknown>): SearchOf<S> =>
    Object.fromEntries(
      Object.entries(spec).flatMap(([name, may]) => {
        const said = given[name] === undefined || given[name] === '' ? undefined : String(given[name]);
        return said === undefined || !isHeard(said, may) ? [] : [[name, said]];
      }),
    ) as SearchOf<S>;

const isHeard = (said: string, may: Spec[string]): boolean => (may === 'text' ? true : may === 'day' ? day.test(said) : may.includes(said));
