import type { Counted, TaskDefinition, Words } from '../domain/process.ts';

/** What a task says, in both languages. */
export type Spoken = Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words'>;

export const both = (en: string, de: string): Words => ({ en, de });

/** For one and for several, each in English and German. */
export const counted = (one: readonly [string, string], other: readonly [string, string]): Counted => ({
  one: both(...one),
  other: both(...other),
});

/** Words of buttons that many tasks share. */
export const answerIt = counted(['Answer', 'Beantworten'], ['Answer {{count}}', '{{count}} beantworten']);
export const signInAndAnswer = counted(
  ['Sign in and answer', 'Anmelden und beantworten'],
  ['Sign in and answer', 'Anmelden und beantworten'],
);
export const signInAndDecide = counted(
  ['Sign in and decide', 'Anmelden und entscheiden'],
  ['Sign in and decide', 'Anmelden und entscheiden'],
);
