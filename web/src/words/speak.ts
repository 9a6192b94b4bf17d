import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { queries, session } from '../data/queries.ts';
import type { CockpitWords } from './en.ts';
import { inWords, upperFirst } from './numbers.ts';

const words: Record<'en' | 'de', () => Promise<CockpitWords>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
};

/** In the language of the person who is signed in; nobody loads the words of another. */
export async function speak(): Promise<void> {
  const who = await queries.ensureQueryData(session).catch(() => undefined);
  const language = who?.language ?? (navigator.language.startsWith('de') ? 'de' : 'en');
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    ...{ lng: language, interpolation: { escapeValue: false } },
    resources: { [language]: { translation: await words[language]() } },
  });
  // The words are there before anything is said with them.
  const { formatter } = i18next.services;
  formatter?.add('spelled', (n: number, lng = language) => inWords(n, lng));
  formatter?.add('spelledFirst', (n: number, lng = language) => upperFirst(inWords(n, lng)));
}
