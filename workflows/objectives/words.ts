import { answerIt, type Spoken, signInAndDecide } from '../spoken.ts';

const list = { en: 'What to look at', de: 'Was anzusehen ist' };

export const propose: Spoken = {
  title: { en: 'Propose objectives and measures', de: 'Ziele und Messgrößen vorschlagen' },
  purpose: {
    en: 'You run the ISMS: once a year it says what is to be reached, by whom, by when and with what.',
    de: 'Sie leiten das ISMS: Einmal im Jahr sagt es, was erreicht werden soll, von wem, bis wann und womit.',
  },
  doneWhen: [
    {
      en: 'each objective stands with work, means, person, day and how it is judged',
      de: 'jedes Ziel mit Arbeit, Mitteln, Person, Tag und Beurteilung dasteht',
    },
    {
      en: 'each measure says how, how often, who measures and who analyses',
      de: 'jede Messgröße sagt, wie, wie oft, wer misst und wer auswertet',
    },
    { en: 'it is said what came of the objectives of before', de: 'gesagt ist, was aus den Zielen von bisher wurde' },
  ],
  words: {
    question: {
      one: { en: 'What is to be reached this year?', de: 'Was soll in diesem Jahr erreicht werden?' },
      other: { en: 'What is to be reached, {{count}} times?', de: 'Was soll erreicht werden, {{count}} Mal?' },
    },
    subject: {
      one: { en: 'Propose security objectives', de: 'Sicherheitsziele vorschlagen' },
      other: { en: 'Propose security objectives, {{count}} times', de: 'Sicherheitsziele vorschlagen, {{count}} Mal' },
    },
    lead: {
      one: { en: 'the objectives of the year are to be set.', de: 'die Ziele des Jahres sind zu setzen.' },
      other: { en: 'the objectives of {{count}} years are to be set.', de: 'die Ziele von {{count}} Jahren sind zu setzen.' },
    },
    button: answerIt,
    list,
    minutes: 30,
  },
};

export const approve: Spoken = {
  title: { en: 'Approve the objectives and grant the means', de: 'Die Ziele genehmigen und die Mittel gewähren' },
  purpose: {
    en: 'Top management sets the objectives of information security, and sees that the means are there.',
    de: 'Die oberste Leitung setzt die Ziele der Informationssicherheit und sorgt für die Mittel.',
  },
  doneWhen: [
    {
      en: 'you have approved them, or returned them with what is missing',
      de: 'Sie zugestimmt haben, oder sie mit dem Fehlenden zurückgegeben',
    },
  ],
  words: {
    question: {
      one: { en: 'Are these the objectives of the year?', de: 'Sind das die Ziele des Jahres?' },
      other: { en: 'Are these the objectives, {{count}} times asked?', de: 'Sind das die Ziele, {{count}} Mal gefragt?' },
    },
    subject: {
      one: { en: 'Approve the security objectives', de: 'Sicherheitsziele genehmigen' },
      other: { en: 'Approve {{count}} sets of security objectives', de: '{{count}} Mal Sicherheitsziele genehmigen' },
    },
    lead: {
      one: { en: 'the security objectives wait for your approval.', de: 'die Sicherheitsziele warten auf Ihre Zustimmung.' },
      other: { en: '{{count}} sets of objectives wait for your approval.', de: '{{count}} Zielsetzungen warten auf Ihre Zustimmung.' },
    },
    button: signInAndDecide,
    list,
    minutes: 3,
  },
};

export const communicate: Spoken = {
  title: { en: 'Make the objectives known', de: 'Die Ziele bekannt machen' },
  purpose: {
    en: 'You run the ISMS: an objective that nobody knows moves nothing (6.2, 7.4).',
    de: 'Sie leiten das ISMS: Ein Ziel, das niemand kennt, bewegt nichts (6.2, 7.4).',
  },
  doneWhen: [{ en: 'it is written down what was told to whom and how', de: 'notiert ist, was wem wie gesagt wurde' }],
  words: {
    question: {
      one: { en: 'Who knows the objectives now?', de: 'Wer kennt die Ziele jetzt?' },
      other: { en: 'Who knows the objectives, {{count}} times?', de: 'Wer kennt die Ziele, {{count}} Mal?' },
    },
    subject: {
      one: { en: 'Make the security objectives known', de: 'Sicherheitsziele bekannt machen' },
      other: { en: 'Make objectives known, {{count}} times', de: 'Ziele bekannt machen, {{count}} Mal' },
    },
    lead: {
      one: { en: 'the security objectives are approved.', de: 'die Sicherheitsziele sind genehmigt.' },
      other: { en: '{{count}} sets of objectives are approved.', de: '{{count}} Zielsetzungen sind genehmigt.' },
    },
    button: answerIt,
    list,
    minutes: 5,
  },
};
