import { answerIt, both, counted, type Spoken, signInAndDecide } from '../spoken.ts';

const list = both('Setting up the ISMS', 'Einrichten des ISMS');

export const whenApproved = both(
  'scope, policy, roles and criteria are approved',
  'Geltungsbereich, Leitlinie, Rollen und Kriterien genehmigt sind',
);
export const whenIdentified = both('the first risks stand in the register', 'die ersten Risiken im Register stehen');
export const whenAssessed = both('all risks have been judged once', 'alle Risiken einmal bewertet sind');

const you = both('You manage the ISMS that begins.', 'Sie leiten das ISMS, das beginnt.');

type Asked = { title: [string, string]; done: [string, string]; question: [string, string]; minutes: number };

/** A task of the setting up, of which there is only ever one at a time. */
const asked = ({ title: [en, de], done, question, minutes }: Asked): Spoken => ({
  title: both(en, de),
  purpose: you,
  doneWhen: [both(...done)],
  words: {
    question: counted(question, question),
    subject: counted([en, de], [en, de]),
    lead: counted(
      ['the ISMS is being set up, and this is one of its foundations.', 'das ISMS wird eingerichtet, und dies ist eine seiner Grundlagen.'],
      ['the ISMS is being set up, and these are its foundations.', 'das ISMS wird eingerichtet, und dies sind seine Grundlagen.'],
    ),
    button: answerIt,
    list,
    minutes,
  },
});

export const scope = asked({
  title: ['Write the scope of the ISMS', 'Den Geltungsbereich des ISMS schreiben'],
  done: ['it says what is inside, what is outside, and why', 'gesagt ist, was dazugehört, was nicht, und warum'],
  question: ['What does the ISMS cover?', 'Was umfasst das ISMS?'],
  minutes: 30,
});

export const policy = asked({
  title: ['Write the information security policy', 'Die Leitlinie zur Informationssicherheit schreiben'],
  done: ['top management can say of it: this is what we want', 'die Leitung von ihr sagen kann: Das wollen wir'],
  question: ['What is information security for here?', 'Wozu dient Informationssicherheit hier?'],
  minutes: 30,
});

export const roles = asked({
  title: ['Propose who holds which role', 'Vorschlagen, wer welche Rolle hat'],
  done: [
    'somebody owns risks, somebody audits who does not run the ISMS, and somebody of top management decides',
    'jemand Risiken verantwortet, jemand auditiert, der das ISMS nicht leitet, und jemand aus der Leitung entscheidet',
  ],
  question: ['Who holds which role?', 'Wer hat welche Rolle?'],
  minutes: 15,
});

export const criteria = asked({
  title: ['Look at the risk criteria', 'Die Risikokriterien ansehen'],
  done: ['scales, matrix and the rule of acceptance fit the organization', 'Skalen, Matrix und Akzeptanzregel zur Organisation passen'],
  question: ['Do these criteria fit?', 'Passen diese Kriterien?'],
  minutes: 15,
});

export const identify = asked({
  title: ['Bring the first risks into the register', 'Die ersten Risiken ins Register bringen'],
  done: [
    'every risk that you know of has an owner; import them, or write them down one by one',
    'jedes bekannte Risiko jemandem gehört; importiert oder einzeln eingetragen',
  ],
  question: ['Which risks are there?', 'Welche Risiken gibt es?'],
  minutes: 60,
});

export const approve: Spoken = {
  ...asked({
    title: ['Approve the foundations of the ISMS', 'Die Grundlagen des ISMS genehmigen'],
    done: ['they are approved, or returned with what is missing', 'sie genehmigt sind oder mit dem, was fehlt, zurückgegeben'],
    question: ['Shall the ISMS begin like this?', 'Soll das ISMS so beginnen?'],
    minutes: 10,
  }),
  purpose: both(
    'You lead the organization: what the ISMS covers, what it is for, who does what, and which risk is bearable is yours to decide.',
    'Sie leiten die Organisation: Was das ISMS umfasst, wozu es dient, wer was tut und welches Risiko tragbar ist, entscheiden Sie.',
  ),
};
approve.words = { ...approve.words, button: signInAndDecide };
