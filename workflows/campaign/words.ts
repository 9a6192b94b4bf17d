import type { TaskDefinition } from '../../domain/process.ts';

type Said = Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words'>;

export const sign: Said = {
  title: { en: 'Read it and accept it', de: 'Lesen und anerkennen' },
  purpose: {
    en: 'It holds for everybody who is asked, and your own statement shows that you know it.',
    de: 'Es gilt für alle, die gefragt werden, und Ihre eigene Erklärung zeigt, dass Sie es kennen.',
  },
  doneWhen: [{ en: 'you have read it and said yourself that you accept it', de: 'Sie es gelesen und selbst anerkannt haben' }],
  words: {
    question: {
      one: { en: 'Do you accept it?', de: 'Erkennen Sie es an?' },
      other: { en: 'Do you accept these {{count}}?', de: 'Erkennen Sie diese {{count}} an?' },
    },
    subject: {
      one: { en: 'Read and accept {{reference}}', de: '{{reference}} lesen und anerkennen' },
      other: { en: 'Read and accept {{count}} statements', de: '{{count}} Erklärungen lesen und anerkennen' },
    },
    lead: {
      one: {
        en: 'there is something to read, and we need your own word that you accept it.',
        de: 'es gibt etwas zu lesen, das Sie selbst anerkennen müssen.',
      },
      other: {
        en: 'there are {{count}} things to read, and we need your own word that you accept each.',
        de: 'es gibt {{count}} Texte zu lesen, die Sie selbst anerkennen müssen.',
      },
    },
    button: {
      one: { en: 'Read and accept', de: 'Lesen und anerkennen' },
      other: { en: 'Read and accept', de: 'Lesen und anerkennen' },
    },
    list: { en: 'What is to be read', de: 'Was zu lesen ist' },
    minutes: 3,
  },
};

export const learn: Said = {
  title: { en: 'Complete the training', de: 'Die Schulung abschließen' },
  purpose: {
    en: 'Your work needs it, and we have to be able to show that you know it.',
    de: 'Ihre Arbeit braucht sie, und wir müssen zeigen können, dass Sie es wissen.',
  },
  doneWhen: [{ en: 'you have completed it and said so yourself', de: 'Sie sie abgeschlossen und das selbst gesagt haben' }],
  words: {
    question: {
      one: { en: 'Have you completed the training?', de: 'Haben Sie die Schulung abgeschlossen?' },
      other: { en: 'Have you completed these {{count}} trainings?', de: 'Haben Sie diese {{count}} Schulungen abgeschlossen?' },
    },
    subject: {
      one: { en: 'Complete the training {{reference}}', de: 'Schulung {{reference}} abschließen' },
      other: { en: 'Complete {{count}} trainings', de: '{{count}} Schulungen abschließen' },
    },
    lead: {
      one: { en: 'there is a training for you to complete.', de: 'es gibt eine Schulung, die Sie abschließen müssen.' },
      other: { en: 'there are {{count}} trainings for you to complete.', de: 'es gibt {{count}} Schulungen, die Sie abschließen müssen.' },
    },
    button: {
      one: { en: 'See the training', de: 'Zur Schulung' },
      other: { en: 'See the trainings', de: 'Zu den Schulungen' },
    },
    list: { en: 'What is to be learned', de: 'Was zu lernen ist' },
    minutes: 30,
  },
};
