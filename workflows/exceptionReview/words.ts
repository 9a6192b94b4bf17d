import { answerIt, both, counted, type Spoken } from '../spoken.ts';

export const settle: Spoken = {
  title: both('Say what becomes of exceptions that have ended', 'Sagen, was aus beendeten Ausnahmen wird'),
  purpose: both(
    'You see to it that this control reaches all that it is for, and some were left out until a day that is over.',
    'Sie sorgen dafür, dass diese Maßnahme alle erreicht, und einige waren bis zu einem Tag ausgenommen, der vorbei ist.',
  ),
  doneWhen: [
    both(
      'each is done, excepted for longer with a reason and a day, no part of it any more, or to be done now',
      'jedes erledigt ist, mit Grund und Tag länger ausgenommen, nicht mehr dabei oder jetzt zu erledigen',
    ),
  ],
  words: {
    question: counted(
      ['What becomes of the exceptions that have ended?', 'Was wird aus den beendeten Ausnahmen?'],
      ['What becomes of the exceptions of {{count}} controls?', 'Was wird aus den Ausnahmen von {{count}} Maßnahmen?'],
    ),
    subject: counted(
      ['Settle ended exceptions of {{reference}}', 'Beendete Ausnahmen von {{reference}} klären'],
      ['Settle ended exceptions of {{count}} controls', 'Beendete Ausnahmen von {{count}} Maßnahmen klären'],
    ),
    lead: counted(
      [
        'exceptions of a rollout have ended; what was left out counts as open.',
        'Ausnahmen eines Ausrollens sind beendet; was ausgenommen war, gilt als offen.',
      ],
      [
        'exceptions of {{count}} rollouts have ended; what was left out counts as open.',
        'Ausnahmen von {{count}} Ausrollen sind beendet; was ausgenommen war, gilt als offen.',
      ],
    ),
    button: answerIt,
    list: both('Controls with ended exceptions', 'Maßnahmen mit beendeten Ausnahmen'),
    minutes: 3,
  },
};
