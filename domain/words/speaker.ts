import i18next, { type TFunction } from 'i18next';
import type { Counted, Words } from '../process.ts';
import type { Instant, Language } from '../records/common.ts';
import { type Dates, datesIn } from './dates.ts';
import { mail as germanMail } from './de/mail.ts';
import { page as germanPage } from './de/page.ts';
import { shared as germanShared } from './de/shared.ts';
import { mail } from './en/mail.ts';
import { page } from './en/page.ts';
import { shared } from './en/shared.ts';
import { figure, inWords, upperFirst } from './numbers.ts';

const english = { shared, mail, page };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared';
    resources: typeof english;
    interpolationFormatTypeMap: { spelled: number; spelledFirst: number; figure: number };
  }
}

const german = { shared: germanShared, mail: germanMail, page: germanPage };

const words = i18next.createInstance({
  resources: { en: english, de: german },
  ns: ['shared', 'mail', 'page'],
  defaultNS: 'shared',
  fallbackLng: false,
  // React escapes what it renders; the text part of a mail must not be escaped at all.
  interpolation: { escapeValue: false },
  initAsync: false,
});
await words.init();

const languageOf = (tag: string | undefined): Language => (tag?.startsWith('de') ? 'de' : 'en');
words.services.formatter?.add('spelled', (value: unknown, tag) => inWords(Number(value), languageOf(tag)));
words.services.formatter?.add('spelledfirst', (value: unknown, tag) => upperFirst(inWords(Number(value), languageOf(tag))));
words.services.formatter?.add('figure', (value: unknown, tag) => figure(Number(value), languageOf(tag)));

type Translate = TFunction<['shared', 'mail', 'page']>;

/** Says things in one language, for one reader: words of the product, words of definitions, days and times. */
export type Speaker = {
  language: Language;
  t: Translate;
  dates: Dates;
  /** Text of a definition in the reader's language. */
  pick(text: Words): string;
  /** Text of a definition that depends on a number, with the number in words, or as figure for subjects. */
  counted(text: Counted, values: Counting, as?: 'words' | 'figure'): string;
};

/** Values for `{{count}}`, `{{reference}}` and `{{since}}` in the words of a definition. */
type Counting = { count: number; reference?: string | undefined; since?: string | undefined };

export function speakerOf(o: { language: Language; zone: string; now: Instant }): Speaker {
  const { language } = o;
  return {
    language,
    t: words.getFixedT(language, ['shared', 'mail', 'page']),
    dates: datesIn(o),
    pick: (text) => text[language],
    counted: (text, values, as = 'words') => {
      const said = as === 'words' ? inWords(values.count, language) : figure(values.count, language);
      return fill((values.count === 1 ? text.one : text.other)[language], { ...values, count: said });
    },
  };
}

const fill = (template: string, values: Record<string, string | undefined>): string =>
  template
    .replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
