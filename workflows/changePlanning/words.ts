import { answerIt, both, counted, type Spoken, signInAndAnswer, signInAndDecide } from '../spoken.ts';

const list = both('Changes of the ISMS', 'Änderungen des ISMS');

export const request: Spoken = {
  title: both('Say what the change is for', 'Sagen, wozu die Änderung dient'),
  purpose: both(
    'You have asked for this change, or decided that it is needed.',
    'Sie haben um diese Änderung gebeten oder entschieden, dass sie nötig ist.',
  ),
  doneWhen: [both('somebody else can tell what is to change, and what for', 'jemand anderes erkennt, was sich ändern soll, und wozu')],
  words: {
    question: counted(
      ['What is to change, and what for?', 'Was soll sich ändern, und wozu?'],
      ['What is to change, {{count}} times asked?', 'Was soll sich ändern, {{count}} Mal gefragt?'],
    ),
    subject: counted(
      ['Say what change {{reference}} is for', 'Sagen, wozu Änderung {{reference}} dient'],
      ['Say what {{count}} changes are for', 'Sagen, wozu {{count}} Änderungen dienen'],
    ),
    lead: counted(
      ['a change of the ISMS needs its purpose in your words.', 'eine Änderung des ISMS braucht ihren Zweck in Ihren Worten.'],
      [
        '{{count}} changes of the ISMS need their purpose in your words.',
        '{{count}} Änderungen des ISMS brauchen ihren Zweck in Ihren Worten.',
      ],
    ),
    button: answerIt,
    list,
    minutes: 3,
  },
};

export const assess: Spoken = {
  title: both('Judge the effect of the change', 'Die Wirkung der Änderung beurteilen'),
  purpose: both(
    'You run the ISMS: what a change touches is known before somebody approves it.',
    'Sie leiten das ISMS: Was eine Änderung berührt, ist bekannt, bevor jemand sie genehmigt.',
  ),
  doneWhen: [
    both(
      'consequences, means, responsibilities and what keeps the ISMS whole are written down',
      'Folgen, Mittel, Zuständigkeiten und der Zusammenhalt des ISMS beschrieben sind',
    ),
    both('the risks that it may change are named', 'die Risiken genannt sind, die sie verändern kann'),
  ],
  words: {
    question: counted(
      ['What does this change touch?', 'Was berührt diese Änderung?'],
      ['What do these {{count}} changes touch?', 'Was berühren diese {{count}} Änderungen?'],
    ),
    subject: counted(
      ['Judge the effect of change {{reference}}', 'Wirkung der Änderung {{reference}} beurteilen'],
      ['Judge the effect of {{count}} changes', 'Wirkung von {{count}} Änderungen beurteilen'],
    ),
    lead: counted(
      ['a change of the ISMS was asked for.', 'um eine Änderung des ISMS wurde gebeten.'],
      ['{{count}} changes of the ISMS were asked for.', 'um {{count}} Änderungen des ISMS wurde gebeten.'],
    ),
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const approve: Spoken = {
  title: both('Approve the change of the ISMS', 'Die Änderung des ISMS genehmigen'),
  purpose: both(
    'A minor change is the ISMS manager’s to approve, a major one top management’s; whoever asked for it or carries it out does not.',
    'Geringfügige Änderungen genehmigt, wer das ISMS leitet, wesentliche die Leitung; nie, wer darum bat oder sie umsetzt.',
  ),
  doneWhen: [
    both(
      'it is approved, returned, rejected or put off until a day, with a reason',
      'sie mit Begründung genehmigt, zurückgegeben, abgelehnt oder bis zu einem Tag aufgeschoben ist',
    ),
  ],
  words: {
    question: counted(
      ['Do you approve this change?', 'Genehmigen Sie diese Änderung?'],
      ['Do you approve these {{count}} changes?', 'Genehmigen Sie diese {{count}} Änderungen?'],
    ),
    subject: counted(
      ['Approve change {{reference}}', 'Änderung {{reference}} genehmigen'],
      ['Approve {{count}} changes', '{{count}} Änderungen genehmigen'],
    ),
    lead: counted(
      ['a change of the ISMS waits for your decision.', 'eine Änderung des ISMS wartet auf Ihre Entscheidung.'],
      ['{{count}} changes of the ISMS wait for your decision.', '{{count}} Änderungen des ISMS warten auf Ihre Entscheidung.'],
    ),
    button: signInAndDecide,
    list,
    minutes: 5,
  },
};

export const plan: Spoken = {
  title: both('Plan the change', 'Die Änderung planen'),
  purpose: both(
    'You carry it out. Approved it is; how it goes is yours to plan, with a way back.',
    'Sie setzen sie um. Genehmigt ist sie; wie es geht, planen Sie, mit einem Weg zurück.',
  ),
  doneWhen: [both('steps, day, communication and fallback are written down', 'Schritte, Tag, Kommunikation und Rückweg beschrieben sind')],
  words: {
    question: counted(
      ['How does this change go?', 'Wie läuft diese Änderung ab?'],
      ['How do these {{count}} changes go?', 'Wie laufen diese {{count}} Änderungen ab?'],
    ),
    subject: counted(
      ['Plan change {{reference}}', 'Änderung {{reference}} planen'],
      ['Plan {{count}} changes', '{{count}} Änderungen planen'],
    ),
    lead: counted(
      ['a change of the ISMS is yours to plan.', 'eine Änderung des ISMS ist von Ihnen zu planen.'],
      ['{{count}} changes of the ISMS are yours to plan.', '{{count}} Änderungen des ISMS sind von Ihnen zu planen.'],
    ),
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const implement: Spoken = {
  title: both('Carry the change out', 'Die Änderung umsetzen'),
  purpose: both('The plan is yours, and so is what comes of it.', 'Der Plan ist Ihrer, und was daraus wird, auch.'),
  doneWhen: [both('the steps of the plan are done, and you have said so', 'die Schritte des Plans getan sind und Sie es gesagt haben')],
  words: {
    question: counted(
      ['What was done for this change?', 'Was wurde für diese Änderung getan?'],
      ['What was done for these {{count}} changes?', 'Was wurde für diese {{count}} Änderungen getan?'],
    ),
    subject: counted(
      ['Carry out change {{reference}}', 'Änderung {{reference}} umsetzen'],
      ['Carry out {{count}} changes', '{{count}} Änderungen umsetzen'],
    ),
    lead: counted(
      ['a change of the ISMS is yours to carry out.', 'eine Änderung des ISMS setzen Sie um.'],
      ['{{count}} changes of the ISMS are yours to carry out.', '{{count}} Änderungen des ISMS setzen Sie um.'],
    ),
    button: answerIt,
    list,
    minutes: 5,
  },
};

export const statement: Spoken = {
  title: both('Publish the Statement of Applicability anew', 'Die Erklärung zur Anwendbarkeit neu veröffentlichen'),
  purpose: both(
    'You run the ISMS: a change that touches the statement was carried out, and the version that others hold says what was before.',
    'Sie leiten das ISMS: Eine Änderung, die die Erklärung berührt, ist umgesetzt, und die Version, die andere haben, sagt, was vorher galt.',
  ),
  doneWhen: [
    both(
      'the statement is published as it stands now, or it is said why no line of it is another',
      'die Erklärung veröffentlicht ist, wie sie jetzt ist, oder dasteht, warum sich keine Zeile ändert',
    ),
  ],
  words: {
    question: counted(
      ['Is the statement to be published anew?', 'Soll die Erklärung neu veröffentlicht werden?'],
      [
        'Is the statement to be published anew, for {{count}} changes?',
        'Soll die Erklärung für {{count}} Änderungen neu veröffentlicht werden?',
      ],
    ),
    subject: counted(
      ['Publish the statement after change {{reference}}', 'Erklärung nach Änderung {{reference}} veröffentlichen'],
      ['Publish the statement after {{count}} changes', 'Erklärung nach {{count}} Änderungen veröffentlichen'],
    ),
    lead: counted(
      [
        'a change that touches the Statement of Applicability was carried out.',
        'eine Änderung, die die Erklärung zur Anwendbarkeit berührt, ist umgesetzt.',
      ],
      [
        '{{count}} changes that touch the Statement of Applicability were carried out.',
        '{{count}} Änderungen, die die Erklärung zur Anwendbarkeit berühren, sind umgesetzt.',
      ],
    ),
    button: signInAndDecide,
    list,
    minutes: 5,
  },
};

export const review: Spoken = {
  title: both('Look back at the change', 'Auf die Änderung zurückblicken'),
  purpose: both(
    'You run the ISMS: somebody else than who carried it out sees what came of it, also what nobody had intended.',
    'Sie leiten das ISMS: Jemand anderes als die ausführende Person sieht nach, was daraus wurde, auch Unbeabsichtigtes.',
  ),
  doneWhen: [
    both('it is said what came of it, intended or not', 'gesagt ist, was daraus wurde, beabsichtigt oder nicht'),
    both(
      'what it touches is brought up to date: Statement of Applicability, documents, roles',
      'nachgeführt ist, was sie berührt: Erklärung zur Anwendbarkeit, Dokumente, Rollen',
    ),
  ],
  words: {
    question: counted(
      ['What came of this change?', 'Was wurde aus dieser Änderung?'],
      ['What came of these {{count}} changes?', 'Was wurde aus diesen {{count}} Änderungen?'],
    ),
    subject: counted(
      ['Look back at change {{reference}}', 'Auf Änderung {{reference}} zurückblicken'],
      ['Look back at {{count}} changes', 'Auf {{count}} Änderungen zurückblicken'],
    ),
    lead: counted(
      ['a change of the ISMS was carried out a while ago.', 'eine Änderung des ISMS wurde vor einer Weile umgesetzt.'],
      ['{{count}} changes of the ISMS were carried out a while ago.', '{{count}} Änderungen des ISMS wurden vor einer Weile umgesetzt.'],
    ),
    button: signInAndAnswer,
    list,
    minutes: 10,
  },
};
