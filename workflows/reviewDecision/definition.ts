import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Reference } from '../../domain/records/common.ts';
import { answerIt, both, counted } from '../spoken.ts';

export const definition = defineProcess({
  key: 'reviewDecision',
  version: 1,
  title: { en: 'Decision of the management review', de: 'Entscheidung der Managementbewertung' },
  purpose: {
    en: 'What top management has decided is carried out, and the next review hears what became of it.',
    de: 'Was die Leitung entschieden hat, wird umgesetzt, und die nächste Bewertung erfährt, was daraus wurde.',
  },
  clauses: ['9.3.3'],
  phase: 'act',
  accountable: 'ismsManager',
  consulted: [],
  informed: ['topManagement'],
  inputs: [exchanged.decisions],
  outputs: [exchanged.carriedOut],
  subject: z.strictObject({ decision: Reference.meta({ title: 'Decision', names: 'reviewDecisions' }) }),
  runKey: ({ decision }) => decision,
  supersedes: false,
  gates: ['G15'],
  ownNews: true,
  plan: [{ task: 'carryOut', about: ({ decision }) => String(decision) }],
  tasks: {
    carryOut: defineTask({
      title: both('Carry out a decision of the management review', 'Eine Entscheidung der Managementbewertung umsetzen'),
      purpose: both('You have taken on this decision of top management.', 'Sie haben diese Entscheidung der Leitung übernommen.'),
      doneWhen: [both('it is carried out, and you have said what was done', 'sie umgesetzt ist und Sie gesagt haben, was getan wurde')],
      ...{ by: 'processOwner', about: 'reviewDecisions', answer: 'link', ladder: 'long' },
      due: { workingDays: 40, from: 'opening' },
      confirmedBy: { role: 'ismsManager', workingDays: 5, ladder: 'approval' },
      outcome: z.strictObject({
        result: Said.meta({
          ...{ title: 'What was done', description: 'What shows it may be added as a file below.' },
          de: { title: 'Was getan wurde', description: 'Was es belegt, können Sie unten als Datei anfügen.' },
        }),
      }),
      words: {
        question: counted(
          ['What was done about this decision?', 'Was wurde zu dieser Entscheidung getan?'],
          ['What was done about these {{count}} decisions?', 'Was wurde zu diesen {{count}} Entscheidungen getan?'],
        ),
        subject: counted(
          ['Carry out decision {{reference}}', 'Entscheidung {{reference}} umsetzen'],
          ['Carry out {{count}} decisions', '{{count}} Entscheidungen umsetzen'],
        ),
        lead: counted(
          ['a decision of the management review is yours to carry out.', 'eine Entscheidung der Managementbewertung setzen Sie um.'],
          [
            '{{count}} decisions of the management review are yours to carry out.',
            '{{count}} Entscheidungen der Managementbewertung setzen Sie um.',
          ],
        ),
        button: answerIt,
        list: both('Decisions of the management review', 'Entscheidungen der Managementbewertung'),
        minutes: 3,
      },
    }),
  },
});
