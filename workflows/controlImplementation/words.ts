import type { TaskDefinition } from '../../domain/process.ts';

type Spoken = Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words'>;

const list = { en: 'Your controls', de: 'Ihre Maßnahmen' };

export const implement: Spoken = {
  title: { en: 'Implement the control', de: 'Die Maßnahme umsetzen' },
  purpose: {
    en: 'It was decided to rely on this control, and you answer for it.',
    de: 'Es wurde beschlossen, sich auf diese Maßnahme zu stützen, und Sie verantworten sie.',
  },
  doneWhen: [
    { en: 'the control works as it is described', de: 'die Maßnahme so wirkt, wie sie beschrieben ist' },
    { en: 'something shows that it does: a file, or what to look at', de: 'etwas das belegt: eine Datei, oder was man sich ansehen kann' },
  ],
  words: {
    question: {
      one: { en: 'Is the control in place?', de: 'Ist die Maßnahme umgesetzt?' },
      other: { en: 'Are the {{count}} controls in place?', de: 'Sind die {{count}} Maßnahmen umgesetzt?' },
    },
    subject: {
      one: { en: 'Implement control {{reference}}', de: 'Maßnahme {{reference}} umsetzen' },
      other: { en: 'Implement {{count}} controls', de: '{{count}} Maßnahmen umsetzen' },
    },
    lead: {
      one: { en: 'a control of yours is to be put in place.', de: 'eine Ihrer Maßnahmen ist umzusetzen.' },
      other: { en: '{{count}} controls of yours are to be put in place.', de: '{{count}} Ihrer Maßnahmen sind umzusetzen.' },
    },
    button: {
      one: { en: 'Say that it is done', de: 'Umsetzung melden' },
      other: { en: 'Say that they are done', de: 'Umsetzung melden' },
    },
    list,
    minutes: 5,
  },
};

const signIn = { en: 'Sign in and decide', de: 'Anmelden und entscheiden' };

export const verify: Spoken = {
  title: { en: 'See whether the control is in place', de: 'Nachsehen, ob die Maßnahme umgesetzt ist' },
  purpose: {
    en: 'Somebody says that this control is in place. You did not put it there, so you can tell.',
    de: 'Jemand hat diese Maßnahme als umgesetzt gemeldet. Sie haben sie nicht selbst umgesetzt, darum können Sie es beurteilen.',
  },
  doneWhen: [
    { en: 'what shows it was looked at', de: 'angesehen ist, was es belegt' },
    { en: 'it is verified, or returned with what is missing', de: 'sie bestätigt ist, oder zurückgegeben mit dem, was fehlt' },
  ],
  words: {
    question: {
      one: { en: 'Is the control in place?', de: 'Ist die Maßnahme umgesetzt?' },
      other: { en: 'Are these {{count}} controls in place?', de: 'Sind diese {{count}} Maßnahmen umgesetzt?' },
    },
    subject: {
      one: { en: 'Verify control {{reference}}', de: 'Umsetzung von {{reference}} bestätigen' },
      other: { en: 'Verify {{count}} controls', de: 'Umsetzung von {{count}} Maßnahmen bestätigen' },
    },
    lead: {
      one: {
        en: 'a control was put in place and waits for your look at it.',
        de: 'eine Maßnahme ist umgesetzt und wartet auf Ihre Bestätigung.',
      },
      other: {
        en: '{{count}} controls were put in place and wait for your look at them.',
        de: '{{count}} Maßnahmen sind umgesetzt und warten auf Ihre Bestätigung.',
      },
    },
    button: { one: signIn, other: signIn },
    list: { en: 'Controls to verify', de: 'Zu bestätigende Maßnahmen' },
    minutes: 5,
  },
};
