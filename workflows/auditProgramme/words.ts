import { answerIt, both, counted, type Spoken, signInAndDecide } from '../spoken.ts';

const list = both('Audit programmes', 'Auditprogramme');

export const draft: Spoken = {
  title: both('Draft the audit programme', 'Das Auditprogramm entwerfen'),
  purpose: both(
    'You manage the audit programme: which audits the year needs, why, and about what.',
    'Sie leiten das Auditprogramm: welche Audits das Jahr braucht, warum und worüber.',
  ),
  doneWhen: [
    both(
      'each audit has a reason (importance, results of before, changes, risk), a first day and a scope with whoever answers for the area',
      'jedes Audit einen Grund (Bedeutung, frühere Ergebnisse, Änderungen, Risiko), einen ersten Tag und einen Umfang mit verantwortlicher Person hat',
    ),
    both(
      'every clause is looked at once in the year, every needed control within three years',
      'jeder Abschnitt einmal im Jahr und jede nötige Maßnahme innerhalb von drei Jahren angesehen wird',
    ),
  ],
  words: {
    question: counted(
      ['Which audits does the year need?', 'Welche Audits braucht das Jahr?'],
      ['Which audits do {{count}} years need?', 'Welche Audits brauchen {{count}} Jahre?'],
    ),
    subject: counted(
      ['Draft audit programme {{reference}}', 'Auditprogramm {{reference}} entwerfen'],
      ['Draft {{count}} audit programmes', '{{count}} Auditprogramme entwerfen'],
    ),
    lead: counted(
      ['an audit programme is to be drafted.', 'ein Auditprogramm ist zu entwerfen.'],
      ['{{count}} audit programmes are to be drafted.', '{{count}} Auditprogramme sind zu entwerfen.'],
    ),
    button: answerIt,
    list,
    minutes: 30,
  },
};

export const approve: Spoken = {
  title: both('Approve the audit programme', 'Das Auditprogramm genehmigen'),
  purpose: both(
    'You lead the organization: its audits are held by a programme that you have approved.',
    'Sie leiten die Organisation: Auditiert wird nach einem Programm, das Sie genehmigt haben.',
  ),
  doneWhen: [
    both(
      'it is approved, or returned with what is missing, in one sentence',
      'es genehmigt ist oder mit einem Satz, was fehlt, zurückgegeben',
    ),
  ],
  words: {
    question: counted(
      ['Are these the audits that the year needs?', 'Sind das die Audits, die das Jahr braucht?'],
      ['Are these the audits that {{count}} years need?', 'Sind das die Audits, die {{count}} Jahre brauchen?'],
    ),
    subject: counted(
      ['Approve audit programme {{reference}}', 'Auditprogramm {{reference}} genehmigen'],
      ['Approve {{count}} audit programmes', '{{count}} Auditprogramme genehmigen'],
    ),
    lead: counted(
      ['an audit programme waits for your approval.', 'ein Auditprogramm wartet auf Ihre Genehmigung.'],
      ['{{count}} audit programmes wait for your approval.', '{{count}} Auditprogramme warten auf Ihre Genehmigung.'],
    ),
    button: signInAndDecide,
    list,
    minutes: 5,
  },
};

export const account: Spoken = {
  title: both('Say what becomes of an audit that was not held', 'Sagen, was aus einem nicht gehaltenen Audit wird'),
  purpose: both(
    'You manage the audit programme, and one of its audits has ended without a result.',
    'Sie leiten das Auditprogramm, und eines seiner Audits endete ohne Ergebnis.',
  ),
  doneWhen: [both('it has another day, or it is dropped with a reason', 'es einen neuen Tag hat oder mit Begründung entfällt')],
  words: {
    question: counted(
      ['What becomes of this audit?', 'Was wird aus diesem Audit?'],
      ['What becomes of these {{count}} audits?', 'Was wird aus diesen {{count}} Audits?'],
    ),
    subject: counted(
      ['Account for audit {{reference}}', 'Audit {{reference}} klären'],
      ['Account for {{count}} audits', '{{count}} Audits klären'],
    ),
    lead: counted(
      ['a planned audit was not held to its end.', 'ein geplantes Audit wurde nicht zu Ende geführt.'],
      ['{{count}} planned audits were not held to their end.', '{{count}} geplante Audits wurden nicht zu Ende geführt.'],
    ),
    button: answerIt,
    list: both('Audits', 'Audits'),
    minutes: 3,
  },
};
