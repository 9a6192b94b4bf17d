import { answerIt, type Spoken } from '../spoken.ts';

const list = { en: 'Measures', de: 'Messgrößen' };

export const collect: Spoken = {
  title: { en: 'Bring the value', de: 'Den Wert bringen' },
  purpose: {
    en: 'You were named to measure this, and a quarter has ended.',
    de: 'Sie wurden benannt, das zu messen, und ein Quartal ist zu Ende.',
  },
  doneWhen: [
    {
      en: 'the value stands with where it comes from, or the reason why there is none',
      de: 'der Wert mit seiner Herkunft dasteht, oder der Grund, warum es keinen gibt',
    },
  ],
  words: {
    question: {
      one: { en: 'What is the value of the last quarter?', de: 'Was ist der Wert des letzten Quartals?' },
      other: { en: 'What are the {{count}} values of the last quarter?', de: 'Was sind die {{count}} Werte des letzten Quartals?' },
    },
    subject: {
      one: { en: 'Measure {{reference}}', de: '{{reference}} messen' },
      other: { en: 'Bring {{count}} values', de: '{{count}} Werte bringen' },
    },
    lead: {
      one: { en: 'a measure of yours is due.', de: 'eine Ihrer Messgrößen ist fällig.' },
      other: { en: '{{count}} of your measures are due.', de: '{{count}} Ihrer Messgrößen sind fällig.' },
    },
    button: answerIt,
    list,
    minutes: 3,
  },
};

export const analyse: Spoken = {
  title: { en: 'Say what the value means', de: 'Sagen, was der Wert bedeutet' },
  purpose: {
    en: 'A value says something only when somebody who did not measure it compares it with what was wanted.',
    de: 'Ein Wert sagt erst etwas, wenn jemand, der ihn nicht gemessen hat, ihn mit dem Gewollten vergleicht.',
  },
  doneWhen: [{ en: 'it stands what it means, and what follows from it', de: 'dasteht, was er bedeutet und was daraus folgt' }],
  words: {
    question: {
      one: { en: 'What does this value mean?', de: 'Was bedeutet dieser Wert?' },
      other: { en: 'What do these {{count}} values mean?', de: 'Was bedeuten diese {{count}} Werte?' },
    },
    subject: {
      one: { en: 'Analyse {{reference}}', de: '{{reference}} auswerten' },
      other: { en: 'Analyse {{count}} values', de: '{{count}} Werte auswerten' },
    },
    lead: {
      one: { en: 'a value of the last quarter is there.', de: 'ein Wert des letzten Quartals liegt vor.' },
      other: { en: '{{count}} values of the last quarter are there.', de: '{{count}} Werte des letzten Quartals liegen vor.' },
    },
    button: answerIt,
    list,
    minutes: 3,
  },
};

export const report: Spoken = {
  title: { en: 'Report on the quarter', de: 'Über das Quartal berichten' },
  purpose: {
    en: 'You run the ISMS: the values of the quarter are looked at together, and top management hears of them.',
    de: 'Sie leiten das ISMS: Die Werte des Quartals werden zusammen angesehen, und die oberste Leitung erfährt davon.',
  },
  doneWhen: [{ en: 'the quarter is summed up in a few sentences', de: 'das Quartal in wenigen Sätzen zusammengefasst ist' }],
  words: {
    question: {
      one: { en: 'How was the quarter?', de: 'Wie war das Quartal?' },
      other: { en: 'How were these {{count}} quarters?', de: 'Wie waren diese {{count}} Quartale?' },
    },
    subject: {
      one: { en: 'Report on the quarter', de: 'Über das Quartal berichten' },
      other: { en: 'Report on {{count}} quarters', de: 'Über {{count}} Quartale berichten' },
    },
    lead: {
      one: { en: 'the values of the last quarter are analysed.', de: 'die Werte des letzten Quartals sind ausgewertet.' },
      other: { en: 'the values of {{count}} quarters are analysed.', de: 'die Werte von {{count}} Quartalen sind ausgewertet.' },
    },
    button: {
      one: { en: 'Sign in and report', de: 'Anmelden und berichten' },
      other: { en: 'Sign in and report', de: 'Anmelden und berichten' },
    },
    list,
    minutes: 20,
  },
};
