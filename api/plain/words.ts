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
  noFile: { en: 'Choose a file first.', de: 'Bitte wählen Sie zuerst eine Datei aus.' },
  tooLarge: { en: 'The file is too large: at most 25 MB.', de: 'Die Datei ist zu groß: höchstens 25 MB.' },
  tooManyFiles: {
    en: 'These are too many files: at most five at once, and fifty for one task.',
    de: 'Das sind zu viele Dateien: höchstens fünf auf einmal und fünfzig für eine Aufgabe.',
  },
  unsupportedFile: {
    en: 'Nothing was added: one of the files is of another kind, or its content is not what its name says.',
    de: 'Es wurde nichts angefügt: Eine der Dateien ist von anderer Art, oder ihr Inhalt ist nicht, was der Name sagt.',
  },
  infected: {
    en: 'Nothing was added: the virus scanner refuses one of the files.',
    de: 'Es wurde nichts angefügt: Der Virenscanner weist eine der Dateien zurück.',
  },
  storageFull: {
    en: 'There is no room for the file just now; nothing was stored. Please tell the ISMS manager, and send it again later.',
    de: 'Für die Datei ist gerade kein Platz; es wurde nichts abgelegt. Bitte sagen Sie der ISMS-Leitung Bescheid und senden Sie sie später noch einmal.',
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
  formerAssignment: {
    en: 'Somebody else is asked this now; what you sent was not recorded.',
    de: 'Das wird inzwischen jemand anderes gefragt; was Sie gesendet haben, wurde nicht festgehalten.',
  },
  notNow: {
    en: 'It is not the time for this: it is asked, answered or decided already.',
    de: 'Dafür ist gerade nicht die Zeit: Es ist schon gefragt, beantwortet oder entschieden.',
  },
  overdue: {
    en: 'More time is asked for before the due date; this is late.',
    de: 'Um mehr Zeit bittet man vor dem Termin; dieser ist vorbei.',
  },
  stale: {
    en: 'It has changed since you opened the page. Open it again.',
    de: 'Es hat sich geändert, seit Sie die Seite geöffnet haben. Öffnen Sie sie noch einmal.',
  },
  duties: {
    en: 'This decision needs another person.',
    de: 'Diese Entscheidung braucht eine andere Person. Wo es sonst niemanden gibt, genügt eine Begründung, die festgehalten wird.',
  },
  notYours: { en: 'This is for somebody else to do.', de: 'Das ist Sache einer anderen Person.' },
  needsLogin: { en: 'This needs a sign-in.', de: 'Dafür ist eine Anmeldung nötig.' },
  signInAgain: {
    en: 'This takes a sign-in of the last fifteen minutes. Sign in again, then send it once more; what you typed is still here.',
    de: 'Das braucht eine Anmeldung aus der letzten Viertelstunde. Melden Sie sich noch einmal an und senden Sie es dann erneut; Ihre Eingaben sind noch da.',
  },
  changedSince: {
    en: 'What you decide on has changed since you opened the page, and was not recorded. What is new stands here; what you typed is still here.',
    de: 'Worüber Sie entscheiden, hat sich geändert, seit Sie die Seite geöffnet haben; es wurde nicht festgehalten. Das Neue steht hier, Ihre Eingaben sind noch da.',
  },
  notInForce: {
    en: 'This acceptance is not in force any more; there is nothing to revoke.',
    de: 'Diese Akzeptanz gilt nicht mehr; es gibt nichts zu widerrufen.',
  },
  samePerson: { en: 'It is asked of this person already.', de: 'Diese Person ist bereits gefragt.' },
  nobodyNamed: {
    en: 'Nobody here has this name or mail address. Write it as in the register, or leave it empty where that is allowed.',
    de: 'Niemand hier hat diesen Namen oder diese Mailadresse. Schreiben Sie ihn wie im Verzeichnis, oder lassen Sie ihn leer, wo das geht.',
  },
  severalNamed: {
    en: 'Several people have this name. Write the mail address.',
    de: 'Mehrere Personen haben diesen Namen. Schreiben Sie die Mailadresse.',
  },
  nobody: { en: 'This person is not here any more.', de: 'Diese Person ist nicht mehr hier.' },
  day: { en: 'A day is needed here, such as 2026-10-15.', de: 'Hier ist ein Tag nötig, etwa 2026-10-15.' },
  dayPast: { en: 'The day must be after today, {{n}}.', de: 'Der Tag muss nach heute liegen, {{n}}.' },
  dayFar: { en: 'The day is more than a year away.', de: 'Der Tag ist mehr als ein Jahr entfernt.' },
  dayEarly: { en: 'The day must be after the due date, {{n}}.', de: 'Der Tag muss nach dem Termin liegen, {{n}}.' },
  partly: { en: 'Recorded: {{n}}. Not recorded, for the others:', de: 'Festgehalten: {{n}}. Nicht festgehalten, für die anderen:' },
  unchanged: {
    en: 'This is the answer that came back. Change what is to be mended, or write another reason.',
    de: 'Das ist die Antwort, die zurückkam. Ändern Sie, was zu ändern ist, oder schreiben Sie eine andere Begründung.',
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
  findingNeeded: {
    en: 'Say what you found: it did not work in all.',
    de: 'Sagen Sie, was Sie festgestellt haben: Sie hat nicht voll gewirkt.',
  },
} satisfies Record<string, Words>;

export type Said = keyof typeof said;

export const isSaid = (code: string): code is Said => Object.hasOwn(said, code);

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
    case 'invalid_format':
      return say(issue.format === 'date' ? 'day' : 'wrong', language);
    case 'too_small':
      return say(issue.origin === 'string' ? 'tooShort' : 'least', language, issue.minimum);
    case 'too_big':
      return say(issue.origin === 'string' ? 'tooLong' : 'most', language, issue.maximum);
    case 'custom': {
      const code = String(issue.params?.says ?? '');
      return say(isSaid(code) ? code : 'wrong', language);
    }
    default:
      return say('wrong', language);
  }
}
