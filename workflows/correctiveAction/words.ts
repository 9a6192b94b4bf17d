import { answerIt, type Spoken, signInAndDecide } from '../spoken.ts';

const list = { en: 'Nonconformities', de: 'Nichtkonformitäten' };

export const triage: Spoken = {
  title: { en: 'Take up the nonconformity, or reject it', de: 'Die Nichtkonformität aufgreifen oder verwerfen' },
  purpose: {
    en: 'Something deviates from what was planned. You decide whether it is a nonconformity, how serious, and whose.',
    de: 'Etwas weicht von dem ab, was geplant war. Sie entscheiden, ob es eine Nichtkonformität ist, wie schwer und in wessen Bereich.',
  },
  doneWhen: [
    {
      en: 'it is taken up with its grade and whoever answers for the area, or rejected with a reason',
      de: 'sie mit Einstufung und verantwortlicher Person aufgegriffen ist, oder mit Begründung verworfen',
    },
  ],
  words: {
    question: {
      one: { en: 'Is this a nonconformity?', de: 'Ist das eine Nichtkonformität?' },
      other: { en: 'Are these {{count}} nonconformities?', de: 'Sind das {{count}} Nichtkonformitäten?' },
    },
    subject: {
      one: { en: 'Triage nonconformity {{reference}}', de: 'Nichtkonformität {{reference}} einstufen' },
      other: { en: 'Triage {{count}} nonconformities', de: '{{count}} Nichtkonformitäten einstufen' },
    },
    lead: {
      one: { en: 'a possible nonconformity was reported.', de: 'eine mögliche Nichtkonformität wurde gemeldet.' },
      other: { en: '{{count}} possible nonconformities were reported.', de: '{{count}} mögliche Nichtkonformitäten wurden gemeldet.' },
    },
    button: signInAndDecide,
    list,
    minutes: 3,
  },
};

export const correct: Spoken = {
  title: { en: 'Put it right and deal with what followed', de: 'Beheben und mit den Folgen umgehen' },
  purpose: {
    en: 'You answer for the area in which this went wrong: first it is brought under control and put right.',
    de: 'Sie verantworten den Bereich, in dem das schiefging: Zuerst wird es unter Kontrolle gebracht und behoben.',
  },
  doneWhen: [
    { en: 'it is under control and put right', de: 'es unter Kontrolle und behoben ist' },
    { en: 'what followed from it is dealt with', de: 'mit dem, was daraus folgte, umgegangen ist' },
  ],
  words: {
    question: {
      one: { en: 'What was done at once?', de: 'Was wurde sofort getan?' },
      other: { en: 'What was done at once, {{count}} times?', de: 'Was wurde in {{count}} Fällen sofort getan?' },
    },
    subject: {
      one: { en: 'Correct nonconformity {{reference}}', de: 'Nichtkonformität {{reference}} beheben' },
      other: { en: 'Correct {{count}} nonconformities', de: '{{count}} Nichtkonformitäten beheben' },
    },
    lead: {
      one: { en: 'a nonconformity in your area is to be put right.', de: 'eine Nichtkonformität in Ihrem Bereich ist zu beheben.' },
      other: {
        en: '{{count}} nonconformities in your area are to be put right.',
        de: '{{count}} Nichtkonformitäten in Ihrem Bereich sind zu beheben.',
      },
    },
    button: answerIt,
    list,
    minutes: 5,
  },
};

export const analyse: Spoken = {
  title: { en: 'Find the cause, and the like elsewhere', de: 'Ursache und Ähnliches anderswo finden' },
  purpose: {
    en: 'A correction mends one case. What let it happen may do so again, or elsewhere, until somebody finds it.',
    de: 'Eine Korrektur behebt einen Fall. Was ihn möglich gemacht hat, kann wieder oder anderswo wirken, bis es jemand findet.',
  },
  doneWhen: [
    { en: 'the cause is named, not the symptom', de: 'die Ursache benannt ist, nicht das Symptom' },
    { en: 'the like was looked for elsewhere', de: 'anderswo nach Ähnlichem gesucht wurde' },
    { en: 'it is decided whether the cause has to go', de: 'entschieden ist, ob die Ursache wegmuss' },
  ],
  words: {
    question: {
      one: { en: 'What let this happen?', de: 'Was hat das möglich gemacht?' },
      other: { en: 'What let these {{count}} happen?', de: 'Was hat diese {{count}} möglich gemacht?' },
    },
    subject: {
      one: { en: 'Find the cause of {{reference}}', de: 'Ursache von {{reference}} finden' },
      other: { en: 'Find the causes of {{count}} nonconformities', de: 'Ursachen von {{count}} Nichtkonformitäten finden' },
    },
    lead: {
      one: {
        en: 'the cause of a nonconformity in your area is wanted.',
        de: 'die Ursache einer Nichtkonformität in Ihrem Bereich ist gesucht.',
      },
      other: {
        en: 'the causes of {{count}} nonconformities in your area are wanted.',
        de: 'die Ursachen von {{count}} Nichtkonformitäten in Ihrem Bereich sind gesucht.',
      },
    },
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const plan: Spoken = {
  title: { en: 'Plan what removes the cause', de: 'Planen, was die Ursache beseitigt' },
  purpose: {
    en: 'You answer for the area: say what will be done, by whom and by when, and what will show that it works.',
    de: 'Sie verantworten den Bereich: Sagen Sie, was getan wird, von wem und bis wann, und woran man die Wirkung sehen wird.',
  },
  doneWhen: [
    { en: 'actions, person and day are named', de: 'Maßnahmen, Person und Tag benannt sind' },
    { en: 'it is said what will show that they work', de: 'gesagt ist, woran man ihre Wirkung sehen wird' },
  ],
  words: {
    question: {
      one: { en: 'What removes the cause?', de: 'Was beseitigt die Ursache?' },
      other: { en: 'What removes the {{count}} causes?', de: 'Was beseitigt die {{count}} Ursachen?' },
    },
    subject: {
      one: { en: 'Plan the corrective action for {{reference}}', de: 'Korrekturmaßnahme zu {{reference}} planen' },
      other: { en: 'Plan {{count}} corrective actions', de: '{{count}} Korrekturmaßnahmen planen' },
    },
    lead: {
      one: { en: 'a corrective action is to be planned.', de: 'eine Korrekturmaßnahme ist zu planen.' },
      other: { en: '{{count}} corrective actions are to be planned.', de: '{{count}} Korrekturmaßnahmen sind zu planen.' },
    },
    button: answerIt,
    list,
    minutes: 10,
  },
};

export const approvePlan: Spoken = {
  title: { en: 'Approve the corrective action plan', de: 'Den Plan der Korrekturmaßnahme genehmigen' },
  purpose: {
    en: 'Another person looks whether the plan removes the cause, and in proportion to what it did.',
    de: 'Eine andere Person sieht nach, ob der Plan die Ursache beseitigt, und zwar angemessen.',
  },
  doneWhen: [
    {
      en: 'you have approved the plan, or returned it with what is missing',
      de: 'Sie dem Plan zugestimmt haben, oder ihn mit dem Fehlenden zurückgegeben',
    },
  ],
  words: {
    question: {
      one: { en: 'Does this plan remove the cause?', de: 'Beseitigt dieser Plan die Ursache?' },
      other: { en: 'Do these {{count}} plans remove the causes?', de: 'Beseitigen diese {{count}} Pläne die Ursachen?' },
    },
    subject: {
      one: { en: 'Approve the plan for {{reference}}', de: 'Plan zu {{reference}} genehmigen' },
      other: { en: 'Approve {{count}} corrective action plans', de: '{{count}} Pläne von Korrekturmaßnahmen genehmigen' },
    },
    lead: {
      one: {
        en: 'the plan of a corrective action waits for your approval.',
        de: 'der Plan einer Korrekturmaßnahme wartet auf Ihre Zustimmung.',
      },
      other: {
        en: '{{count}} plans of corrective actions wait for your approval.',
        de: '{{count}} Pläne von Korrekturmaßnahmen warten auf Ihre Zustimmung.',
      },
    },
    button: signInAndDecide,
    list,
    minutes: 3,
  },
};

export const implement: Spoken = {
  title: { en: 'Carry out the corrective action', de: 'Die Korrekturmaßnahme umsetzen' },
  purpose: {
    en: 'You were named to carry this out, and the plan is approved.',
    de: 'Sie wurden dafür benannt, und der Plan ist genehmigt.',
  },
  doneWhen: [
    { en: 'the planned actions are done', de: 'die geplanten Maßnahmen umgesetzt sind' },
    { en: 'something shows it: a file, a record, a setting', de: 'etwas es belegt: eine Datei, ein Eintrag, eine Einstellung' },
  ],
  words: {
    question: {
      one: { en: 'Is the corrective action carried out?', de: 'Ist die Korrekturmaßnahme umgesetzt?' },
      other: { en: 'Are these {{count}} corrective actions carried out?', de: 'Sind diese {{count}} Korrekturmaßnahmen umgesetzt?' },
    },
    subject: {
      one: { en: 'Carry out the corrective action for {{reference}}', de: 'Korrekturmaßnahme zu {{reference}} umsetzen' },
      other: { en: 'Carry out {{count}} corrective actions', de: '{{count}} Korrekturmaßnahmen umsetzen' },
    },
    lead: {
      one: { en: 'a corrective action is yours to carry out.', de: 'eine Korrekturmaßnahme ist von Ihnen umzusetzen.' },
      other: { en: '{{count}} corrective actions are yours to carry out.', de: '{{count}} Korrekturmaßnahmen sind von Ihnen umzusetzen.' },
    },
    button: answerIt,
    list,
    minutes: 5,
  },
};

export const judge: Spoken = {
  title: { en: 'Judge whether it worked', de: 'Beurteilen, ob es gewirkt hat' },
  purpose: {
    en: 'Whether a corrective action works is judged by somebody who had no hand in it, after it had time to show.',
    de: 'Ob eine Korrekturmaßnahme wirkt, beurteilt jemand Unbeteiligtes, nachdem sie Zeit hatte, sich zu zeigen.',
  },
  doneWhen: [
    { en: 'you looked at what the plan says will show it', de: 'Sie angesehen haben, woran man es laut Plan sieht' },
    { en: 'your verdict stands with one sentence of what you found', de: 'Ihr Urteil mit einem Satz zu dem dasteht, was Sie fanden' },
  ],
  words: {
    question: {
      one: { en: 'Did this corrective action work?', de: 'Hat diese Korrekturmaßnahme gewirkt?' },
      other: { en: 'Did these {{count}} corrective actions work?', de: 'Haben diese {{count}} Korrekturmaßnahmen gewirkt?' },
    },
    subject: {
      one: { en: 'Judge the effect for {{reference}}', de: 'Wirkung zu {{reference}} beurteilen' },
      other: { en: 'Judge the effect of {{count}} corrective actions', de: 'Wirkung von {{count}} Korrekturmaßnahmen beurteilen' },
    },
    lead: {
      one: { en: 'a corrective action had its time to work.', de: 'eine Korrekturmaßnahme hatte Zeit zu wirken.' },
      other: { en: '{{count}} corrective actions had their time to work.', de: '{{count}} Korrekturmaßnahmen hatten Zeit zu wirken.' },
    },
    button: {
      one: { en: 'Sign in and judge', de: 'Anmelden und beurteilen' },
      other: { en: 'Sign in and judge', de: 'Anmelden und beurteilen' },
    },
    list,
    minutes: 15,
  },
};

export const close: Spoken = {
  title: { en: 'Decide on the ISMS and close', de: 'Über das ISMS entscheiden und abschließen' },
  purpose: {
    en: 'Before a nonconformity is closed, somebody decides whether the management system itself has to change.',
    de: 'Bevor eine Nichtkonformität abgeschlossen wird, entscheidet jemand, ob sich das Managementsystem selbst ändern muss.',
  },
  doneWhen: [
    {
      en: 'it is decided whether the ISMS changes, with one sentence of reason',
      de: 'mit einem Satz Begründung entschieden ist, ob sich das ISMS ändert',
    },
  ],
  words: {
    question: {
      one: { en: 'Does the ISMS have to change?', de: 'Muss sich das ISMS ändern?' },
      other: { en: 'Does the ISMS have to change, {{count}} times asked?', de: 'Muss sich das ISMS ändern, {{count}} Mal gefragt?' },
    },
    subject: {
      one: { en: 'Close nonconformity {{reference}}', de: 'Nichtkonformität {{reference}} abschließen' },
      other: { en: 'Close {{count}} nonconformities', de: '{{count}} Nichtkonformitäten abschließen' },
    },
    lead: {
      one: {
        en: 'a corrective action has worked, and the case waits to be closed.',
        de: 'eine Korrekturmaßnahme hat gewirkt, und der Fall wartet auf den Abschluss.',
      },
      other: {
        en: '{{count}} corrective actions have worked, and the cases wait to be closed.',
        de: '{{count}} Korrekturmaßnahmen haben gewirkt, und die Fälle warten auf den Abschluss.',
      },
    },
    button: signInAndDecide,
    list,
    minutes: 3,
  },
};
