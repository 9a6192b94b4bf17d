const most = 50;

/** What was typed in the fields of a form, by the name of the task they belong to. Levels alone may be presets and are nobody's words. */
export function typedByName(body: Record<string, unknown>): Map<string, string[]> {
  const typed = new Map<string, string[]>();
  for (const [field, value] of Object.entries(body)) {
    const name = field.slice(0, Math.max(0, field.lastIndexOf('.')));
    if (name !== '' && typeof value === 'string' && value.trim() !== '') typed.set(name, [...(typed.get(name) ?? []), value.trim()]);
  }
  return new Map([...typed].filter(([, values]) => wordsIn(values) !== undefined).slice(0, most));
}

/** The longest of what was typed: a sentence, if there is one. */
export const wordsIn = (values: readonly string[]): string | undefined =>
  values.filter((value) => !/^\d*$/.test(value)).sort((a, b) => b.length - a.length)[0];

export const hasWords = (body: Record<string, unknown>): boolean =>
  typedByName(body).size > 0 || (typeof body.comment === 'string' && body.comment.trim() !== '');
