import { answerIt, both, counted, type Spoken, signInAndDecide } from '../spoken.ts';

export const define: Spoken = {
  title: both('Say how it is measured whether controls work', 'Sagen, woran gemessen wird, ob Maßnahmen wirken'),
  purpose: both(
    'You run the ISMS: a plan is approved, and of its controls somebody has to know next year whether they do what they are for (9.1).',
    'Sie leiten das ISMS: Ein Plan ist genehmigt, und von seinen Maßnahmen soll man nächstes Jahr wissen, ob sie leisten, wofür sie da sind (9.1).',
  ),
  doneWhen: [
    both(
      'each measure says of which control it is, how, how often, who measures and who analyses',
      'jede Messgröße sagt, zu welcher Maßnahme sie gehört, wie, wie oft, wer misst und wer auswertet',
    ),
  ],
  words: {
    question: counted(
      ['How will you know whether these controls work?', 'Woran sehen Sie, ob diese Maßnahmen wirken?'],
      ['How will you know whether the controls of {{count}} plans work?', 'Woran sehen Sie, ob die Maßnahmen von {{count}} Plänen wirken?'],
    ),
    subject: counted(
      ['Define measures for the controls of {{reference}}', 'Messgrößen für die Maßnahmen zu {{reference}} festlegen'],
      ['Define measures for the controls of {{count}} risks', 'Messgrößen für die Maßnahmen zu {{count}} Risiken festlegen'],
    ),
    lead: counted(
      ['controls were approved that nothing measures yet.', 'es sind Maßnahmen genehmigt, die noch nichts misst.'],
      [
        'for {{count}} risks controls were approved that nothing measures yet.',
        'zu {{count}} Risiken sind Maßnahmen genehmigt, die noch nichts misst.',
      ],
    ),
    button: answerIt,
    list: both('Risks with controls to measure', 'Risiken mit zu messenden Maßnahmen'),
    minutes: 10,
  },
};

export const agree: Spoken = {
  title: both('Say whether these measures show what you have to know', 'Sagen, ob diese Messgrößen zeigen, was Sie wissen müssen'),
  purpose: both(
    'You answer for this risk and have approved its plan: the measures are to show you whether its controls work.',
    'Sie verantworten dieses Risiko und haben dem Plan zugestimmt: Die Messgrößen sollen Ihnen zeigen, ob die Maßnahmen wirken.',
  ),
  doneWhen: [
    both(
      'you have agreed to them, or returned them with what is missing',
      'Sie zugestimmt haben, oder sie mit dem Fehlenden zurückgegeben',
    ),
  ],
  words: {
    question: counted(
      ['Do these measures show whether the controls work?', 'Zeigen diese Messgrößen, ob die Maßnahmen wirken?'],
      [
        'Do these measures show whether the controls of {{count}} risks work?',
        'Zeigen diese Messgrößen, ob die Maßnahmen zu {{count}} Risiken wirken?',
      ],
    ),
    subject: counted(
      ['Agree to the measures for {{reference}}', 'Messgrößen zu {{reference}} zustimmen'],
      ['Agree to the measures for {{count}} risks', 'Messgrößen zu {{count}} Risiken zustimmen'],
    ),
    lead: counted(
      [
        'measures for the controls of one of your risks wait for your word.',
        'Messgrößen zu Maßnahmen eines Ihrer Risiken warten auf Ihr Wort.',
      ],
      [
        'measures for the controls of {{count}} of your risks wait for your word.',
        'Messgrößen zu Maßnahmen von {{count}} Ihrer Risiken warten auf Ihr Wort.',
      ],
    ),
    button: signInAndDecide,
    list: both('Risks whose controls are to be measured', 'Risiken, deren Maßnahmen gemessen werden sollen'),
    minutes: 2,
  },
};
