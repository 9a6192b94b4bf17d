import 'i18next';
import type { CockpitWords } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: CockpitWords };
  }
}
