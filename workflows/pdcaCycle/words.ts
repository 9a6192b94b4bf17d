import { answerIt, both, counted, type Spoken, signInAndDecide } from '../spoken.ts';

const list = both('Cycles', 'Zyklen');

const names = {
  contextReview: both('Context and interested parties', 'Kontext und interessierte Parteien'),
  objectives: both('Objectives', 'Ziele'),
  riskReview: both('Risk review', 'Risikoüberprüfung'),
  measurement: both('Measurement', 'Messung'),
  controlCheck: both('Check of controls', 'Prüfung von Maßnahmen'),
  managementReview: both('Management review', 'Managementbewertung'),
};

export const addable = (language: 'en' | 'de') => Object.fromEntries(Object.entries(names).map(([key, name]) => [key, name[language]]));

export const whenPlanned = both(
  'the year was planned to have it beside the schedules',
  'das Jahr es zusätzlich zu den Zeitplänen vorsieht',
);

export const plan: Spoken = {
  title: both('Plan the year', 'Das Jahr planen'),
  purpose: both(
    'You manage the ISMS: what the year is to bring, and what it takes.',
    'Sie leiten das ISMS: was das Jahr bringen soll, und was es braucht.',
  ),
  doneWhen: [
    both('it says what matters this year, and why', 'gesagt ist, worauf es dieses Jahr ankommt, und warum'),
    both('the means are named', 'die Mittel genannt sind'),
    both(
      'what is to happen beside the schedules has a day; a schedule that does not fit was changed before',
      'was zusätzlich zu den Zeitplänen geschehen soll, einen Tag hat; ein unpassender Zeitplan vorher geändert wurde',
    ),
  ],
  words: {
    question: counted(
      ['Is this the year that the ISMS needs?', 'Ist das das Jahr, das das ISMS braucht?'],
      ['Are these the {{count}} years that the ISMS needs?', 'Sind das die {{count}} Jahre, die das ISMS braucht?'],
    ),
    subject: counted(['Plan the year {{reference}}', 'Das Jahr {{reference}} planen'], ['Plan {{count}} years', '{{count}} Jahre planen']),
    lead: counted(
      ['a year of the ISMS is to be planned.', 'ein Jahr des ISMS ist zu planen.'],
      ['{{count}} years of the ISMS are to be planned.', '{{count}} Jahre des ISMS sind zu planen.'],
    ),
    button: answerIt,
    list,
    minutes: 20,
  },
};

export const approve: Spoken = {
  title: both('Approve the plan of the year', 'Den Jahresplan genehmigen'),
  purpose: both(
    'You lead the organization: the ISMS runs by a plan that you have approved, with means that you give.',
    'Sie leiten die Organisation: Das ISMS läuft nach einem Plan, den Sie genehmigt haben, mit Mitteln, die Sie geben.',
  ),
  doneWhen: [
    both(
      'it is approved, or returned with what is missing, in one sentence',
      'er genehmigt ist oder mit einem Satz, was fehlt, zurückgegeben',
    ),
  ],
  words: {
    question: counted(
      ['Shall the year go like this?', 'Soll das Jahr so laufen?'],
      ['Shall these {{count}} years go like this?', 'Sollen diese {{count}} Jahre so laufen?'],
    ),
    subject: counted(
      ['Approve the plan of the year {{reference}}', 'Jahresplan {{reference}} genehmigen'],
      ['Approve the plans of {{count}} years', '{{count}} Jahrespläne genehmigen'],
    ),
    lead: counted(
      ['the plan of a year waits for your approval.', 'ein Jahresplan wartet auf Ihre Genehmigung.'],
      ['the plans of {{count}} years wait for your approval.', '{{count}} Jahrespläne warten auf Ihre Genehmigung.'],
    ),
    button: signInAndDecide,
    list,
    minutes: 3,
  },
};

export const account: Spoken = {
  title: both('Say what becomes of something that did not begin', 'Sagen, was aus etwas wird, das nicht begonnen hat'),
  purpose: both(
    'You manage the ISMS, and something that the approved plan of the year has did not begin on its day.',
    'Sie leiten das ISMS, und etwas aus dem genehmigten Jahresplan hat an seinem Tag nicht begonnen.',
  ),
  doneWhen: [
    both(
      'it is opened, has another day, or is left out with a reason',
      'es begonnen ist, einen neuen Tag hat oder mit Begründung entfällt',
    ),
  ],
  words: {
    question: counted(
      ['What becomes of this?', 'Was wird daraus?'],
      ['What becomes of these {{count}}?', 'Was wird aus diesen {{count}}?'],
    ),
    subject: counted(
      ['Did not begin: {{reference}}', 'Nicht begonnen: {{reference}}'],
      ['{{count}} did not begin', '{{count}} nicht begonnen'],
    ),
    lead: counted(
      ['something that the year was planned to have did not begin.', 'etwas, das der Jahresplan vorsieht, hat nicht begonnen.'],
      [
        '{{count}} things that the year was planned to have did not begin.',
        '{{count}} Dinge, die der Jahresplan vorsieht, haben nicht begonnen.',
      ],
    ),
    button: answerIt,
    list: both('Planned', 'Geplant'),
    minutes: 1,
  },
};

export const report: Spoken = {
  title: both('Look back on the year', 'Auf das Jahr zurückblicken'),
  purpose: both(
    'You manage the ISMS, and its year is over: the numbers are counted, what they mean is yours to say.',
    'Sie leiten das ISMS, und sein Jahr ist vorbei: Die Zahlen sind gezählt, was sie bedeuten, sagen Sie.',
  ),
  doneWhen: [
    both('it says what the year has shown', 'gesagt ist, was das Jahr gezeigt hat'),
    both('it says what the next year takes up', 'gesagt ist, was das nächste Jahr aufnimmt'),
  ],
  words: {
    question: counted(
      ['What has the year shown?', 'Was hat das Jahr gezeigt?'],
      ['What have these {{count}} years shown?', 'Was haben diese {{count}} Jahre gezeigt?'],
    ),
    subject: counted(
      ['Look back on the year {{reference}}', 'Auf das Jahr {{reference}} zurückblicken'],
      ['Look back on {{count}} years', 'Auf {{count}} Jahre zurückblicken'],
    ),
    lead: counted(
      ['a year of the ISMS is over, and its numbers are counted.', 'ein Jahr des ISMS ist vorbei, und seine Zahlen sind gezählt.'],
      [
        '{{count}} years of the ISMS are over, and their numbers are counted.',
        '{{count}} Jahre des ISMS sind vorbei, und ihre Zahlen sind gezählt.',
      ],
    ),
    button: answerIt,
    list,
    minutes: 10,
  },
};
