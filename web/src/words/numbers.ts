const spelled: Record<string, readonly string[]> = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  de: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
};

/** Numbers up to ten as words, as sentences have them; figures beyond. */
export const inWords = (n: number, language: string): string => spelled[language]?.[n] ?? n.toLocaleString(language);

export const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
