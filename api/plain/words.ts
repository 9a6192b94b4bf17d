import type { z } from 'zod';
import type { Words } from '../../domain/process.ts';
import type { Language } from '../../domain/records/common.ts';

/** Sentences of pages about what was typed; everything else that a page says is in domain/words. */
const said = {
  required: { en: 'This needs an answer.', de: 'Hier fehlt eine Antwort.' },
  choice: { en: 'Choose one.', de: 'Bitte eines auswählen.' },
  number: { en: 'A whole number is needed here.', de: 'Hier ist eine ganze Zahl nötig.' },
  least: { en: 'It must be at least {{n}}.', de: 'Es muss mindestens {{n}} sein.' },
  most: { en: 'It must be at most {{n}}.', de: 'Es darf höchstens {{n}} sein.' },
  tooShort: { en: 'A sentence of at least {{n}} characters is needed.', de: 'Hier ist ein Satz mit mindestens {{n}} Zeichen nötig.' },
  tooLong: { en: 'At most {{n}} characters fit here.', de: 'Hier passen höchstens {{n}} Zeichen hinein.' },
  wrong: { en: 'This does not fit here.', de: 'Das passt hier nicht.' },
  nothing: { en: 'Nothing was filled in yet.', de: 'Es ist noch nichts ausgefüllt.' },
  expired: {
    en: 'The form was open too long, or cookies are switched off. What you typed is still here: send it again.',
    de: 'Das Formular war zu lange offen, oder Cookies sind ausgeschaltet. Ihre Eingaben sind noch da: Bitte senden Sie sie noch einmal.',
  },
  unavailable: {
    en: 'It cannot be recorded right now. Nothing is lost, what you typed is still here: send it again in a minute.',
    de: 'Es lässt sich gerade nicht festhalten. Nichts ist verloren, Ihre Eingaben sind noch da: Bitte senden Sie sie in einer Minute noch einmal.',
  },
  closed: {
    en: 'This was answered or ended in the meantime; your answer was not recorded.',
    de: 'Das wurde inzwischen beantwortet oder beendet; Ihre Antwort wurde nicht festgehalten.',
  },
  answered: {
    en: 'You have answered this already, and not the same; what you sent now was not recorded.',
    de: 'Sie haben das schon beantwortet, und zwar anders; was Sie jetzt gesendet haben, wurde nicht festgehalten.',
  },
  moved: {
    en: 'Somebody else is asked this now; your answer was not recorded.',
    de: 'Das wird inzwischen jemand anderes gefragt; Ihre Antwort wurde nicht festgehalten.',
  },
  runExists: {
    en: 'This quarter has a review already: {{n}}.',
    de: 'Dieses Quartal hat schon eine Überprüfung: {{n}}.',
  },
  importRunning: {
    en: 'A register is being imported. Try again when the import is complete.',
    de: 'Gerade wird ein Register eingelesen. Versuchen Sie es noch einmal, wenn das fertig ist.',
  },
  keepOther: {
    en: 'You keep the last judgement, but the levels are other ones: choose "Change", or give the same levels again.',
    de: 'Sie behalten das letzte Urteil bei, aber die Stufen sind andere: Wählen Sie „Ändern“, oder geben Sie dieselben Stufen wieder an.',
  },
  changeSame: {
    en: 'You change the judgement, but both levels are as before: choose "Keep", or give other levels.',
    de: 'Sie ändern das Urteil, aber beide Stufen sind wie zuvor: Wählen Sie „Behalten“, oder geben Sie andere Stufen an.',
  },
  keepNone: {
    en: 'This risk was never judged, so there is nothing to keep: choose "Change" and give both levels.',
    de: 'Dieses Risiko wurde noch nie beurteilt, es gibt also nichts beizubehalten: Wählen Sie „Ändern“ und geben Sie beide Stufen an.',
  },
} satisfies Record<string, Words>;

export type Said = keyof typeof said;

export const say = (what: Said, language: Language, n?: number | bigint | string): string =>
  said[what][language].replace('{{n}}', String(n ?? ''));

/** What is wrong with one field, in the reader's language. */
export function sentenceFor(issue: z.core.$ZodIssue, language: Language): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return say('required', language);
      return say(issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'wrong', language);
    case 'invalid_value':
      return say(issue.input === undefined ? 'required' : 'choice', language);
    case 'too_small':
      return say(issue.origin === 'string' ? 'tooShort' : 'least', language, issue.minimum);
    case 'too_big':
      return say(issue.origin === 'string' ? 'tooLong' : 'most', language, issue.maximum);
    default:
      return say('wrong', language);
  }
}
