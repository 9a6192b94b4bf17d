import type { Counted, TaskDefinition, Words } from '../../domain/process.ts';

type Spoken = Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words'>;

const words = (en: string, de: string): Words => ({ en, de });
const counted = (one: Words, other: Words): Counted => ({ one, other });
const list = words('Risks to treat', 'Zu behandelnde Risiken');
const answer = counted(words('Answer', 'Beantworten'), words('Answer {{count}}', '{{count}} beantworten'));
const decide = counted(words('Sign in and decide', 'Anmelden und entscheiden'), words('Sign in and decide', 'Anmelden und entscheiden'));

export const chooseOptions: Spoken = {
  title: words('Choose how the risk is treated', 'Wählen, wie das Risiko behandelt wird'),
  purpose: words(
    'You own this risk: you choose whether it is modified by controls, avoided, shared or retained; several go together.',
    'Ihnen gehört dieses Risiko: Sie wählen, ob es durch Maßnahmen verändert, vermieden, geteilt oder getragen wird; mehreres geht zusammen.',
  ),
  doneWhen: [words('the options are chosen, with one sentence of reason', 'die Optionen mit einem Satz Begründung gewählt sind')],
  words: {
    question: counted(
      words('How is this risk treated?', 'Wie wird dieses Risiko behandelt?'),
      words('How are these {{count}} risks treated?', 'Wie werden diese {{count}} Risiken behandelt?'),
    ),
    subject: counted(
      words('Choose how risk {{reference}} is treated', 'Wählen, wie Risiko {{reference}} behandelt wird'),
      words('Choose how {{count}} risks are treated', 'Wählen, wie {{count}} Risiken behandelt werden'),
    ),
    lead: counted(
      words('one of your risks is to be treated.', 'eines Ihrer Risiken ist zu behandeln.'),
      words('{{count}} of your risks are to be treated.', '{{count}} Ihrer Risiken sind zu behandeln.'),
    ),
    button: answer,
    list,
    minutes: 2,
  },
};

export const determineControls: Spoken = {
  title: words('Determine the controls', 'Die Maßnahmen bestimmen'),
  purpose: words(
    'What one control misses, one of another kind may catch: you name all that the chosen options need, from any source.',
    'Was eine Maßnahme nicht abfängt, fängt vielleicht eine anderer Art ab: Sie nennen alle, die die gewählten Optionen brauchen.',
  ),
  doneWhen: [
    words('every control that is needed is named, existing or new', 'jede nötige Maßnahme genannt ist, ob vorhanden oder neu'),
    words('they are of several kinds', 'sie von mehreren Arten sind'),
  ],
  words: {
    question: counted(
      words('Which controls does this risk need?', 'Welche Maßnahmen braucht dieses Risiko?'),
      words('Which controls do these {{count}} risks need?', 'Welche Maßnahmen brauchen diese {{count}} Risiken?'),
    ),
    subject: counted(
      words('Determine the controls for risk {{reference}}', 'Maßnahmen für Risiko {{reference}} bestimmen'),
      words('Determine the controls for {{count}} risks', 'Maßnahmen für {{count}} Risiken bestimmen'),
    ),
    lead: counted(
      words(
        'the options for a risk are chosen, and its controls are to be determined.',
        'für ein Risiko sind die Optionen gewählt und nun die Maßnahmen zu bestimmen.',
      ),
      words(
        'the options for {{count}} risks are chosen, and their controls are to be determined.',
        'für {{count}} Risiken sind die Optionen gewählt und nun die Maßnahmen zu bestimmen.',
      ),
    ),
    button: answer,
    list,
    minutes: 15,
  },
};

export const compareAnnexA: Spoken = {
  title: words('Compare the controls with Annex A', 'Die Maßnahmen mit Anhang A abgleichen'),
  purpose: words(
    'The list of Annex A is there so that nothing needed is overlooked; the Statement of Applicability follows from it.',
    'Anhang A ist dafür da, dass nichts Nötiges übersehen wird; die Erklärung zur Anwendbarkeit folgt daraus.',
  ),
  doneWhen: [
    words('each control says which of Annex A it serves', 'bei jeder Maßnahme steht, was aus Anhang A sie bedient'),
    words('nothing that is needed is left out, or it goes back', 'nichts Nötiges fehlt, oder es zurückgeht'),
  ],
  words: {
    question: counted(
      words('Is anything missing for this risk?', 'Fehlt zu diesem Risiko etwas?'),
      words('Is anything missing for these {{count}} risks?', 'Fehlt zu diesen {{count}} Risiken etwas?'),
    ),
    subject: counted(
      words('Compare the controls of {{reference}} with Annex A', 'Maßnahmen zu {{reference}} mit Anhang A abgleichen'),
      words('Compare the controls of {{count}} risks with Annex A', 'Maßnahmen zu {{count}} Risiken mit Anhang A abgleichen'),
    ),
    lead: counted(
      words('the controls of a risk are to be compared with Annex A.', 'die Maßnahmen zu einem Risiko sind mit Anhang A abzugleichen.'),
      words(
        'the controls of {{count}} risks are to be compared with Annex A.',
        'die Maßnahmen zu {{count}} Risiken sind mit Anhang A abzugleichen.',
      ),
    ),
    button: answer,
    list,
    minutes: 10,
  },
};

export const buildPlan: Spoken = {
  title: words('Build the treatment plan', 'Den Behandlungsplan aufstellen'),
  purpose: words(
    'A control that nobody brings about by a day protects nobody: you plan who does what by when, with what, and how one will see that it works.',
    'Eine Maßnahme, die niemand bis zu einem Tag umsetzt, schützt niemanden: Sie planen, wer was bis wann womit tut und woran man die Wirkung sieht.',
  ),
  doneWhen: [
    words(
      'every control that is not there yet has somebody, a day and a sign that it works',
      'jede noch fehlende Maßnahme eine Person, einen Tag und ein Zeichen der Wirkung hat',
    ),
    words('it is said what is expected to be left of the risk, and why', 'gesagt ist, was vom Risiko bleiben soll, und warum'),
  ],
  words: {
    question: counted(
      words('Who does what by when?', 'Wer tut was bis wann?'),
      words('Who does what by when, for {{count}} risks?', 'Wer tut was bis wann, zu {{count}} Risiken?'),
    ),
    subject: counted(
      words('Build the treatment plan for risk {{reference}}', 'Behandlungsplan für Risiko {{reference}} aufstellen'),
      words('Build the treatment plans for {{count}} risks', 'Behandlungspläne für {{count}} Risiken aufstellen'),
    ),
    lead: counted(
      words(
        'the controls of a risk are determined, and the plan is to be built.',
        'die Maßnahmen zu einem Risiko sind bestimmt, und der Plan ist aufzustellen.',
      ),
      words(
        'the controls of {{count}} risks are determined, and the plans are to be built.',
        'die Maßnahmen zu {{count}} Risiken sind bestimmt, und die Pläne sind aufzustellen.',
      ),
    ),
    button: answer,
    list,
    minutes: 15,
  },
};

const approving = {
  question: counted(
    words('Do you approve this plan?', 'Stimmen Sie diesem Plan zu?'),
    words('Do you approve these {{count}} plans?', 'Stimmen Sie diesen {{count}} Plänen zu?'),
  ),
  subject: counted(
    words('Approve the treatment plan for risk {{reference}}', 'Behandlungsplan für Risiko {{reference}} genehmigen'),
    words('Approve {{count}} treatment plans', '{{count}} Behandlungspläne genehmigen'),
  ),
  button: decide,
  list,
  minutes: 3,
};

const approved = words(
  'you have approved, returned or rejected each, with one sentence of reason',
  'Sie jeweils mit einem Satz Begründung zugestimmt, zurückgegeben oder abgelehnt haben',
);

export const approvePlan: Spoken = {
  title: words('Approve the plan and what it is expected to leave', 'Den Plan und den erwarteten Rest genehmigen'),
  purpose: words(
    'You own this risk: nothing is carried out before you have approved the plan and what it is expected to leave of the risk.',
    'Ihnen gehört dieses Risiko: Nichts wird umgesetzt, bevor Sie dem Plan und dem erwarteten Rest zugestimmt haben.',
  ),
  doneWhen: [approved],
  words: {
    ...approving,
    lead: counted(
      words(
        'a plan to treat one of your risks waits for your approval.',
        'ein Plan zur Behandlung eines Ihrer Risiken wartet auf Ihre Zustimmung.',
      ),
      words(
        '{{count}} plans to treat your risks wait for your approval.',
        '{{count}} Pläne zur Behandlung Ihrer Risiken warten auf Ihre Zustimmung.',
      ),
    ),
  },
};

export const approvePlanAbove: Spoken = {
  title: words('Approve the plan above the owner’s authority', 'Den Plan über der Befugnis der Verantwortlichen genehmigen'),
  purpose: words(
    'What this plan is expected to leave is above what the owner of the risk may decide alone.',
    'Was dieser Plan übrig lassen soll, liegt über dem, was die Risikoverantwortlichen allein entscheiden dürfen.',
  ),
  doneWhen: [approved],
  words: {
    ...approving,
    lead: counted(
      words(
        'a treatment plan leaves more of a risk than its owner may decide on.',
        'ein Behandlungsplan lässt mehr von einem Risiko übrig, als allein entschieden werden darf.',
      ),
      words(
        '{{count}} treatment plans leave more of risks than their owners may decide on.',
        '{{count}} Behandlungspläne lassen mehr übrig, als allein entschieden werden darf.',
      ),
    ),
  },
};

export const grantResources: Spoken = {
  title: words('Grant the resources of the plan', 'Die Mittel des Plans bewilligen'),
  purpose: words(
    'The plan needs money, time or people that only you can give.',
    'Der Plan braucht Geld, Zeit oder Menschen, die nur Sie geben können.',
  ),
  doneWhen: [
    words(
      'you have granted or refused them, with one sentence of reason',
      'Sie sie mit einem Satz Begründung bewilligt oder verweigert haben',
    ),
  ],
  words: {
    question: counted(
      words('Do you grant these resources?', 'Bewilligen Sie diese Mittel?'),
      words('Do you grant the resources of these {{count}} plans?', 'Bewilligen Sie die Mittel dieser {{count}} Pläne?'),
    ),
    subject: counted(
      words('Grant resources to treat risk {{reference}}', 'Mittel zur Behandlung von Risiko {{reference}} bewilligen'),
      words('Grant resources to treat {{count}} risks', 'Mittel zur Behandlung von {{count}} Risiken bewilligen'),
    ),
    lead: counted(
      words('a treatment plan was approved and asks for resources.', 'ein Behandlungsplan ist genehmigt und verlangt Mittel.'),
      words(
        '{{count}} treatment plans were approved and ask for resources.',
        '{{count}} Behandlungspläne sind genehmigt und verlangen Mittel.',
      ),
    ),
    button: decide,
    list,
    minutes: 3,
  },
};

export const acceptResidual: Spoken = {
  title: words('Accept what is left of the risk, or treat it further', 'Den Rest des Risikos annehmen oder weiter behandeln'),
  purpose: words(
    'You own this risk: what was planned has come to its end, and you judge what is left and whether that is enough.',
    'Ihnen gehört dieses Risiko: Das Geplante ist zu Ende geführt, und Sie beurteilen, was bleibt und ob das genügt.',
  ),
  doneWhen: [
    words(
      'likelihood and consequence are judged with the controls as they are',
      'Wahrscheinlichkeit und Auswirkung mit den Maßnahmen, wie sie sind, beurteilt sind',
    ),
    words(
      'what is left is accepted or treated further, with one sentence of reason',
      'der Rest mit einem Satz Begründung angenommen oder weiter behandelt ist',
    ),
  ],
  words: {
    question: counted(
      words('Is what is left of this risk enough?', 'Genügt, was von diesem Risiko bleibt?'),
      words('Is what is left of these {{count}} risks enough?', 'Genügt, was von diesen {{count}} Risiken bleibt?'),
    ),
    subject: counted(
      words('Accept what is left of risk {{reference}}', 'Rest von Risiko {{reference}} annehmen'),
      words('Accept what is left of {{count}} risks', 'Rest von {{count}} Risiken annehmen'),
    ),
    lead: counted(
      words('the plan for one of your risks is carried out.', 'der Plan zu einem Ihrer Risiken ist umgesetzt.'),
      words('the plans for {{count}} of your risks are carried out.', 'die Pläne zu {{count}} Ihrer Risiken sind umgesetzt.'),
    ),
    button: decide,
    list,
    minutes: 5,
  },
};
