import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { queries, session } from '../data/queries.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** In the language of the person who is signed in. */
export async function speak(): Promise<void> {
  const who = await queries.ensureQueryData(session).catch(() => undefined);
  const language = who?.language ?? (navigator.language.startsWith('de') ? 'de' : 'en');
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    ...{ lng: language, fallbackLng: 'en', interpolation: { escapeValue: false } },
    resources: { en: { translation: en }, de: { translation: de } },
  });
}
