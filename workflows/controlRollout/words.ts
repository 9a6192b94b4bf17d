import type { TaskDefinition } from '../../domain/process.ts';

export const report: Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words'> = {
  title: { en: 'Roll out the control, and say how far it is', de: 'Die Maßnahme ausrollen und sagen, wie weit sie ist' },
  purpose: {
    en: 'A control that protects some and not others protects little: you see to it that it reaches all.',
    de: 'Was nur einige schützt, schützt wenig: Sie sorgen dafür, dass die Maßnahme alle erreicht.',
  },
  doneWhen: [
    { en: 'it is said which are done since, and how it stands', de: 'gesagt ist, welche seither erledigt sind und wie es steht' },
    { en: 'each exception has a reason and an end', de: 'jede Ausnahme Grund und Ende hat' },
  ],
  words: {
    question: {
      one: { en: 'How far is the rollout?', de: 'Wie weit ist das Ausrollen?' },
      other: { en: 'How far are these {{count}} rollouts?', de: 'Wie weit sind diese {{count}} Maßnahmen ausgerollt?' },
    },
    subject: {
      one: { en: 'Say how far {{reference}} is', de: 'Stand von {{reference}} melden' },
      other: { en: 'Say how far {{count}} rollouts are', de: 'Stand von {{count}} Maßnahmen melden' },
    },
    lead: {
      one: {
        en: 'a control is being rolled out, and somebody has to know how far it is.',
        de: 'eine Maßnahme wird ausgerollt, und der Stand ist zu melden.',
      },
      other: {
        en: '{{count}} controls are being rolled out, and somebody has to know how far they are.',
        de: '{{count}} Maßnahmen werden ausgerollt, und der Stand ist zu melden.',
      },
    },
    button: {
      one: { en: 'Say how far it is', de: 'Stand melden' },
      other: { en: 'Say how far they are', de: 'Stand melden' },
    },
    list: { en: 'What is rolled out', de: 'Was ausgerollt wird' },
    minutes: 3,
  },
};
