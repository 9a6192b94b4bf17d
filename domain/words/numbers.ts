import type { Language } from '../records/common.ts';

const spelled: Record<Language, readonly string[]> = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  de: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
};

/** Figures with the separators of the language: `1,200`, `1.200`. */
export const figure = (n: number, language: Language): string => n.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');

/** Numbers up to ten as words, as sentences have them; figures beyond. */
export const inWords = (n: number, language: Language): string => spelled[language][n] ?? figure(n, language);

export const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** English verbs begin small within a sentence; a reference such as `RSK-017` or a German noun stays as it is. */
export const lowerFirst = (text: string, language: Language): string =>
  language === 'en' ? text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()) : text;

/** "a, b and c" in the language. */
export const listed = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'de' ? 'de' : 'en-GB', { type: 'conjunction' }).format(items);
