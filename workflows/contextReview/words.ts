import { answerIt, type Spoken, signInAndDecide } from '../spoken.ts';

const list = { en: 'What to look at', de: 'Was anzusehen ist' };

export const issues: Spoken = {
  title: { en: 'Review the issues around the ISMS', de: 'Die Themen um das ISMS überprüfen' },
  purpose: {
    en: 'You run the ISMS: once a year somebody looks at what has changed inside and outside, climate change included.',
    de: 'Sie leiten das ISMS: Einmal im Jahr sieht jemand nach, was sich innen und außen geändert hat, auch beim Klimawandel.',
  },
  doneWhen: [
    { en: 'new issues are written down, and those that have ended are named', de: 'neue Themen notiert und beendete benannt sind' },
    { en: 'it is said whether climate change is one of them, and why', de: 'gesagt ist, ob der Klimawandel dazugehört, und warum' },
  ],
  words: {
    question: {
      one: { en: 'What has changed around the ISMS?', de: 'Was hat sich um das ISMS herum geändert?' },
      other: { en: 'What has changed, in {{count}} reviews?', de: 'Was hat sich geändert, in {{count}} Überprüfungen?' },
    },
    subject: {
      one: { en: 'Review the issues around the ISMS', de: 'Themen um das ISMS überprüfen' },
      other: { en: 'Review the issues, {{count}} times', de: 'Themen überprüfen, {{count}} Mal' },
    },
    lead: {
      one: { en: 'the yearly look at the context of the ISMS is due.', de: 'der jährliche Blick auf den Kontext des ISMS ist fällig.' },
      other: { en: '{{count}} looks at the context of the ISMS are due.', de: '{{count}} Blicke auf den Kontext des ISMS sind fällig.' },
    },
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const parties: Spoken = {
  title: { en: 'Review the interested parties', de: 'Die interessierten Parteien überprüfen' },
  purpose: {
    en: 'You run the ISMS: whoever affects it or is affected by it, and what they expect, is looked at once a year.',
    de: 'Sie leiten das ISMS: Wer darauf wirkt oder davon betroffen ist, und was sie erwarten, wird einmal im Jahr angesehen.',
  },
  doneWhen: [
    {
      en: 'new parties and their expectations are written down, and those that have ended are named',
      de: 'neue Parteien mit ihren Erwartungen notiert und beendete benannt sind',
    },
  ],
  words: {
    question: {
      one: { en: 'Who has an interest in your information security?', de: 'Wer hat ein Interesse an Ihrer Informationssicherheit?' },
      other: { en: 'Who has an interest, in {{count}} reviews?', de: 'Wer hat ein Interesse, in {{count}} Überprüfungen?' },
    },
    subject: {
      one: { en: 'Review the interested parties', de: 'Interessierte Parteien überprüfen' },
      other: { en: 'Review the interested parties, {{count}} times', de: 'Interessierte Parteien überprüfen, {{count}} Mal' },
    },
    lead: {
      one: {
        en: 'the yearly review of the interested parties is due.',
        de: 'die jährliche Überprüfung der interessierten Parteien ist fällig.',
      },
      other: {
        en: '{{count}} reviews of interested parties are due.',
        de: '{{count}} Überprüfungen der interessierten Parteien sind fällig.',
      },
    },
    button: answerIt,
    list,
    minutes: 10,
  },
};

export const requirements: Spoken = {
  title: { en: 'Confirm laws, contracts and other requirements', de: 'Gesetze, Verträge und andere Anforderungen bestätigen' },
  purpose: {
    en: 'You answer for legal matters: the ISMS takes up what laws, contracts and parties require, or says why not.',
    de: 'Sie verantworten Rechtliches: Das ISMS greift auf, was Gesetze, Verträge und Parteien fordern, oder sagt, warum nicht.',
  },
  doneWhen: [
    {
      en: 'new requirements stand with a control, or with a reason why not',
      de: 'neue Anforderungen mit einer Maßnahme dastehen, oder mit einer Begründung',
    },
    { en: 'those that have ended are named', de: 'beendete benannt sind' },
  ],
  words: {
    question: {
      one: { en: 'What do laws and contracts require of you?', de: 'Was fordern Gesetze und Verträge von Ihnen?' },
      other: { en: 'What is required, in {{count}} reviews?', de: 'Was wird gefordert, in {{count}} Überprüfungen?' },
    },
    subject: {
      one: { en: 'Confirm legal and contractual requirements', de: 'Rechtliche und vertragliche Anforderungen bestätigen' },
      other: { en: 'Confirm requirements, {{count}} times', de: 'Anforderungen bestätigen, {{count}} Mal' },
    },
    lead: {
      one: { en: 'the yearly review of requirements is due.', de: 'die jährliche Überprüfung der Anforderungen ist fällig.' },
      other: { en: '{{count}} reviews of requirements are due.', de: '{{count}} Überprüfungen von Anforderungen sind fällig.' },
    },
    button: answerIt,
    list,
    minutes: 20,
  },
};

export const effect: Spoken = {
  title: { en: 'Judge what the changes mean', de: 'Beurteilen, was die Änderungen bedeuten' },
  purpose: {
    en: 'You run the ISMS: what was found is looked at together, for what it does to scope, risks and the rest.',
    de: 'Sie leiten das ISMS: Das Gefundene wird zusammen angesehen, was es für Geltungsbereich, Risiken und anderes bedeutet.',
  },
  doneWhen: [
    {
      en: 'it is said whether the scope stands, and if not, how it reads now',
      de: 'gesagt ist, ob der Geltungsbereich bleibt, und sonst, wie er jetzt lautet',
    },
    { en: 'risks that are touched are named', de: 'berührte Risiken benannt sind' },
  ],
  words: {
    question: {
      one: { en: 'What do the changes mean for the ISMS?', de: 'Was bedeuten die Änderungen für das ISMS?' },
      other: { en: 'What do the changes mean, in {{count}} reviews?', de: 'Was bedeuten die Änderungen, in {{count}} Überprüfungen?' },
    },
    subject: {
      one: { en: 'Judge the effect of changes in the context', de: 'Wirkung von Änderungen im Kontext beurteilen' },
      other: { en: 'Judge the effect of changes, {{count}} times', de: 'Wirkung von Änderungen beurteilen, {{count}} Mal' },
    },
    lead: {
      one: { en: 'issues, parties and requirements are looked through.', de: 'Themen, Parteien und Anforderungen sind durchgesehen.' },
      other: { en: '{{count}} reviews wait for your judgement.', de: '{{count}} Überprüfungen warten auf Ihr Urteil.' },
    },
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const approve: Spoken = {
  title: { en: 'Approve context and scope', de: 'Kontext und Geltungsbereich genehmigen' },
  purpose: {
    en: 'Top management decides for whom and for what the ISMS is there.',
    de: 'Die oberste Leitung entscheidet, für wen und wofür das ISMS da ist.',
  },
  doneWhen: [
    {
      en: 'you have approved it, or returned it with what is missing',
      de: 'Sie zugestimmt haben, oder es mit dem Fehlenden zurückgegeben',
    },
  ],
  words: {
    question: {
      one: { en: 'Does the context read right?', de: 'Stimmt der Kontext so?' },
      other: { en: 'Do these {{count}} contexts read right?', de: 'Stimmen diese {{count}} Kontexte so?' },
    },
    subject: {
      one: { en: 'Approve context and scope of the ISMS', de: 'Kontext und Geltungsbereich des ISMS genehmigen' },
      other: { en: 'Approve {{count}} contexts of the ISMS', de: '{{count}} Kontexte des ISMS genehmigen' },
    },
    lead: {
      one: {
        en: 'the yearly review of the context waits for your approval.',
        de: 'die jährliche Überprüfung des Kontexts wartet auf Ihre Zustimmung.',
      },
      other: {
        en: '{{count}} reviews of the context wait for your approval.',
        de: '{{count}} Überprüfungen des Kontexts warten auf Ihre Zustimmung.',
      },
    },
    button: signInAndDecide,
    list,
    minutes: 2,
  },
};

export const communicate: Spoken = {
  title: { en: 'Tell those concerned', de: 'Die Betroffenen informieren' },
  purpose: {
    en: 'You run the ISMS: what has changed is of use only to those who hear of it (7.4).',
    de: 'Sie leiten das ISMS: Was sich geändert hat, nützt nur denen, die davon erfahren (7.4).',
  },
  doneWhen: [{ en: 'it is written down what was told to whom and how', de: 'notiert ist, was wem wie gesagt wurde' }],
  words: {
    question: {
      one: { en: 'Who was told what?', de: 'Wem wurde was gesagt?' },
      other: { en: 'Who was told what, {{count}} times?', de: 'Wem wurde was gesagt, {{count}} Mal?' },
    },
    subject: {
      one: { en: 'Tell those concerned about the changed context', de: 'Betroffene über den geänderten Kontext informieren' },
      other: { en: 'Tell those concerned, {{count}} times', de: 'Betroffene informieren, {{count}} Mal' },
    },
    lead: {
      one: { en: 'context and scope are approved.', de: 'Kontext und Geltungsbereich sind genehmigt.' },
      other: { en: '{{count}} contexts are approved.', de: '{{count}} Kontexte sind genehmigt.' },
    },
    button: answerIt,
    list,
    minutes: 5,
  },
};
