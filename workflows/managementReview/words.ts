import { answerIt, both, counted, type Spoken, signInAndAnswer, signInAndDecide } from '../spoken.ts';

const list = both('Management reviews', 'Managementbewertungen');
const decisions = both('Decisions of the management review', 'Entscheidungen der Managementbewertung');

export const fix: Spoken = {
  title: both('Fix day and participants of the management review', 'Tag und Teilnehmende der Managementbewertung festlegen'),
  purpose: both(
    'You run the ISMS. Top management reviews it, after the audits and before the certification visit.',
    'Sie leiten das ISMS. Die Leitung bewertet es, nach den Audits und vor dem Besuch der Zertifizierungsstelle.',
  ),
  doneWhen: [
    both(
      'day and participants are fixed, and one of them leads the organization',
      'Tag und Teilnehmende feststehen, darunter jemand aus der Leitung',
    ),
  ],
  words: {
    question: counted(
      ['When is the ISMS reviewed, and by whom?', 'Wann wird das ISMS bewertet, und von wem?'],
      ['When are {{count}} reviews held, and by whom?', 'Wann finden {{count}} Bewertungen statt, und mit wem?'],
    ),
    subject: counted(
      ['Fix management review {{reference}}', 'Managementbewertung {{reference}} ansetzen'],
      ['Fix {{count}} management reviews', '{{count}} Managementbewertungen ansetzen'],
    ),
    lead: counted(
      ['a management review is to be fixed.', 'eine Managementbewertung ist anzusetzen.'],
      ['{{count}} management reviews are to be fixed.', '{{count}} Managementbewertungen sind anzusetzen.'],
    ),
    button: signInAndAnswer,
    list,
    minutes: 5,
  },
};

export const deliver: Spoken = {
  title: both('Deliver your input to the management review', 'Ihren Beitrag zur Managementbewertung liefern'),
  purpose: both(
    'Top management decides on ten inputs, and this one is yours. What our registers know stands beside it.',
    'Die Leitung entscheidet aufgrund von zehn Eingaben, und diese ist Ihre. Was die Register wissen, steht dabei.',
  ),
  doneWhen: [
    both(
      'it is said in words, or expressly that there is nothing and no change',
      'es in Worten dasteht oder ausdrücklich, dass nichts vorliegt und sich nichts geändert hat',
    ),
  ],
  words: {
    question: counted(
      ['What does top management have to know?', 'Was muss die Leitung wissen?'],
      ['What does top management have to know, {{count}} times?', 'Was muss die Leitung zu {{count}} Punkten wissen?'],
    ),
    subject: counted(
      ['Deliver review input {{reference}}', 'Beitrag {{reference}} zur Bewertung liefern'],
      ['Deliver {{count}} review inputs', '{{count}} Beiträge zur Bewertung liefern'],
    ),
    lead: counted(
      ['the management review needs your input.', 'die Managementbewertung braucht Ihren Beitrag.'],
      ['the management review needs {{count}} inputs of yours.', 'die Managementbewertung braucht {{count}} Beiträge von Ihnen.'],
    ),
    button: answerIt,
    list: both('Inputs of the management review', 'Eingaben der Managementbewertung'),
    minutes: 5,
  },
};

export const pack: Spoken = {
  title: both('Issue the pack of the management review', 'Die Unterlagen der Managementbewertung herausgeben'),
  purpose: both(
    'You run the ISMS. What you issue is frozen: the review has it in front of it as it is now.',
    'Sie leiten das ISMS. Was Sie herausgeben, steht fest: So liegt es der Bewertung vor.',
  ),
  doneWhen: [
    both('you have read the ten inputs, and what is missing is noted', 'Sie die zehn Eingaben gelesen haben und Fehlendes notiert ist'),
  ],
  words: {
    question: counted(
      ['Is the pack complete?', 'Sind die Unterlagen vollständig?'],
      ['Are {{count}} packs complete?', 'Sind die Unterlagen von {{count}} Bewertungen vollständig?'],
    ),
    subject: counted(
      ['Issue the pack of review {{reference}}', 'Unterlagen der Bewertung {{reference}} herausgeben'],
      ['Issue {{count}} packs', 'Unterlagen von {{count}} Bewertungen herausgeben'],
    ),
    lead: counted(
      ['the pack of a management review is to be issued.', 'die Unterlagen einer Managementbewertung sind herauszugeben.'],
      [
        'the packs of {{count}} management reviews are to be issued.',
        'die Unterlagen von {{count}} Managementbewertungen sind herauszugeben.',
      ],
    ),
    button: signInAndAnswer,
    list,
    minutes: 10,
  },
};

export const hold: Spoken = {
  title: both('Hold the management review', 'Die Managementbewertung abhalten'),
  purpose: both(
    'You lead the organization, and the ISMS is yours to review. The pack stands below.',
    'Sie leiten die Organisation, und das ISMS zu bewerten ist Ihre Sache. Die Unterlagen stehen unten.',
  ),
  doneWhen: [
    both(
      'it was held with somebody who leads the organization, or it has another day',
      'sie mit jemandem aus der Leitung stattgefunden hat oder einen anderen Tag hat',
    ),
  ],
  words: {
    question: counted(
      ['Was the review held, and who took part?', 'Hat die Bewertung stattgefunden, und wer war dabei?'],
      ['Were {{count}} reviews held, and who took part?', 'Haben {{count}} Bewertungen stattgefunden, und wer war dabei?'],
    ),
    subject: counted(
      ['Hold management review {{reference}}', 'Managementbewertung {{reference}} abhalten'],
      ['Hold {{count}} management reviews', '{{count}} Managementbewertungen abhalten'],
    ),
    lead: counted(
      ['the pack of the management review is there.', 'die Unterlagen der Managementbewertung liegen vor.'],
      ['the packs of {{count}} management reviews are there.', 'die Unterlagen von {{count}} Managementbewertungen liegen vor.'],
    ),
    button: signInAndAnswer,
    list,
    minutes: 60,
  },
};

export const minute: Spoken = {
  title: both('Write the minutes with the decisions', 'Das Protokoll mit den Entscheidungen schreiben'),
  purpose: both(
    'You run the ISMS and write down what top management has decided.',
    'Sie leiten das ISMS und schreiben auf, was die Leitung entschieden hat.',
  ),
  doneWhen: [
    both(
      'each decision has an owner, a day, and what it starts',
      'jede Entscheidung eine verantwortliche Person, einen Tag und das hat, was daraus folgt',
    ),
    both(
      'there is a decision on improvements and one on changes of the ISMS, or why there is none',
      'zu Verbesserungen und zu Änderungen des ISMS etwas entschieden ist oder warum nicht',
    ),
  ],
  words: {
    question: counted(
      ['What was decided?', 'Was wurde entschieden?'],
      ['What was decided in {{count}} reviews?', 'Was wurde in {{count}} Bewertungen entschieden?'],
    ),
    subject: counted(
      ['Write the minutes of review {{reference}}', 'Protokoll der Bewertung {{reference}} schreiben'],
      ['Write the minutes of {{count}} reviews', 'Protokolle von {{count}} Bewertungen schreiben'],
    ),
    lead: counted(
      ['a management review was held, and its minutes are due.', 'eine Managementbewertung hat stattgefunden, und ihr Protokoll steht an.'],
      ['the minutes of {{count}} management reviews are due.', 'die Protokolle von {{count}} Managementbewertungen stehen an.'],
    ),
    button: signInAndAnswer,
    list,
    minutes: 20,
  },
};

export const approve: Spoken = {
  title: both('Approve the minutes of the management review', 'Das Protokoll der Managementbewertung genehmigen'),
  purpose: both(
    'You lead the organization: what stands in the minutes are your decisions, and with your approval they begin.',
    'Sie leiten die Organisation: Im Protokoll stehen Ihre Entscheidungen, und mit Ihrer Genehmigung beginnen sie.',
  ),
  doneWhen: [
    both(
      'the minutes are approved, or returned with what is not right',
      'das Protokoll genehmigt ist oder mit dem, was nicht stimmt, zurückgegeben',
    ),
  ],
  words: {
    question: counted(
      ['Is this what you decided?', 'Haben Sie das so entschieden?'],
      ['Is this what you decided in {{count}} reviews?', 'Haben Sie das in {{count}} Bewertungen so entschieden?'],
    ),
    subject: counted(
      ['Approve the minutes of review {{reference}}', 'Protokoll der Bewertung {{reference}} genehmigen'],
      ['Approve the minutes of {{count}} reviews', 'Protokolle von {{count}} Bewertungen genehmigen'],
    ),
    lead: counted(
      [
        'the minutes of the management review wait for your approval.',
        'das Protokoll der Managementbewertung wartet auf Ihre Genehmigung.',
      ],
      [
        'the minutes of {{count}} management reviews wait for your approval.',
        'die Protokolle von {{count}} Managementbewertungen warten auf Ihre Genehmigung.',
      ],
    ),
    button: signInAndDecide,
    list,
    minutes: 5,
  },
};

export const accept: Spoken = {
  title: both('Take on a decision of the management review', 'Eine Entscheidung der Managementbewertung übernehmen'),
  purpose: both('Top management has named you as the one who carries this out.', 'Die Leitung hat Sie benannt, dies umzusetzen.'),
  doneWhen: [both('you have taken it on, or handed it back with a reason', 'Sie sie übernommen oder mit Begründung zurückgegeben haben')],
  words: {
    question: counted(
      ['Do you take this on?', 'Übernehmen Sie das?'],
      ['Do you take on these {{count}} decisions?', 'Übernehmen Sie diese {{count}} Entscheidungen?'],
    ),
    subject: counted(
      ['Take on decision {{reference}}', 'Entscheidung {{reference}} übernehmen'],
      ['Take on {{count}} decisions', '{{count}} Entscheidungen übernehmen'],
    ),
    lead: counted(
      ['a decision of the management review is yours to carry out.', 'eine Entscheidung der Managementbewertung sollen Sie umsetzen.'],
      [
        '{{count}} decisions of the management review are yours to carry out.',
        '{{count}} Entscheidungen der Managementbewertung sollen Sie umsetzen.',
      ],
    ),
    button: answerIt,
    list: decisions,
    minutes: 1,
  },
};

export const reassign: Spoken = {
  title: both('Say who carries the decision out instead', 'Sagen, wer die Entscheidung stattdessen umsetzt'),
  purpose: both(
    'You lead the organization. Whoever was named for this decision has handed it back.',
    'Sie leiten die Organisation. Wer für diese Entscheidung benannt war, hat sie zurückgegeben.',
  ),
  doneWhen: [both('somebody else is named, with a day', 'jemand anderes benannt ist, mit einem Tag')],
  words: {
    question: counted(
      ['Who carries this out, and by when?', 'Wer setzt das um, und bis wann?'],
      ['Who carries out these {{count}} decisions?', 'Wer setzt diese {{count}} Entscheidungen um?'],
    ),
    subject: counted(
      ['Decision {{reference}} was handed back', 'Entscheidung {{reference}} kam zurück'],
      ['{{count}} decisions were handed back', '{{count}} Entscheidungen kamen zurück'],
    ),
    lead: counted(
      ['a decision of the management review was handed back.', 'eine Entscheidung der Managementbewertung kam zurück.'],
      ['{{count}} decisions of the management review were handed back.', '{{count}} Entscheidungen der Managementbewertung kamen zurück.'],
    ),
    button: signInAndAnswer,
    list: decisions,
    minutes: 2,
  },
};
