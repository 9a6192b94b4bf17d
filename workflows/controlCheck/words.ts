import type { TaskDefinition } from '../../domain/process.ts';

export const check: Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words'> = {
  title: { en: 'Check whether the control works', de: 'Prüfen, ob die Maßnahme wirkt' },
  purpose: {
    en: 'You do not own this control, so you can tell whether it works. Risks are judged by that.',
    de: 'Ihnen gehört diese Maßnahme nicht, darum können Sie sagen, ob sie wirkt. Danach werden Risiken beurteilt.',
  },
  doneWhen: [
    { en: 'its design and how it worked are judged from a sample', de: 'Anlage und Wirkung anhand einer Stichprobe beurteilt sind' },
    { en: 'what was found is said, where it did not work in all', de: 'gesagt ist, was festgestellt wurde, wo sie nicht voll gewirkt hat' },
  ],
  words: {
    question: {
      one: { en: 'Does the control work?', de: 'Wirkt die Maßnahme?' },
      other: { en: 'Do these {{count}} controls work?', de: 'Wirken diese {{count}} Maßnahmen?' },
    },
    subject: {
      one: { en: 'Check control {{reference}}', de: 'Maßnahme {{reference}} prüfen' },
      other: { en: 'Check {{count}} controls', de: '{{count}} Maßnahmen prüfen' },
    },
    lead: {
      one: { en: 'a control is due for its check.', de: 'die Prüfung einer Maßnahme ist fällig.' },
      other: { en: '{{count}} controls are due for their check.', de: 'die Prüfung von {{count}} Maßnahmen ist fällig.' },
    },
    button: {
      one: { en: 'Sign in and say what you found', de: 'Anmelden und Ergebnis eintragen' },
      other: { en: 'Sign in and say what you found', de: 'Anmelden und Ergebnisse eintragen' },
    },
    list: { en: 'Controls to check', de: 'Zu prüfende Maßnahmen' },
    minutes: 10,
  },
};
