import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Period, Prose, Sentence } from '../../domain/records/common.ts';
import * as words from './words.ts';

const said = z.string().min(3, 'a sentence of at least 3 characters').max(5000);

const grades = {
  design: { effective: 'It can do what it is for', partly: 'Only in part', ineffective: 'It cannot' },
  operation: { effective: 'It did, in all that was looked at', partly: 'Not always', ineffective: 'It did not' },
};
const gradesDe = {
  design: { effective: 'Sie kann leisten, wofür sie da ist', partly: 'Nur zum Teil', ineffective: 'Sie kann es nicht' },
  operation: { effective: 'Sie hat gewirkt, in allem Angesehenen', partly: 'Nicht immer', ineffective: 'Sie hat nicht gewirkt' },
};
const Grade = z.enum(['effective', 'partly', 'ineffective']);

/** What somebody finds who looks whether a control works; whoever finds something says what. */
const Looked = z
  .strictObject({
    design: Grade.meta({
      ...{ title: 'Could it work as it is made?', options: grades.design },
      de: { title: 'Kann sie so wirken, wie sie angelegt ist?', options: gradesDe.design },
    }),
    operation: Grade.meta({
      ...{ title: 'Did it work?', options: grades.operation },
      de: { title: 'Hat sie gewirkt?', options: gradesDe.operation },
    }),
    sample: Sentence.meta({
      ...{ title: 'What you looked at', description: 'How many of how many, and of which time.' },
      de: { title: 'Was Sie sich angesehen haben', description: 'Wie viele von wie vielen, und aus welcher Zeit.' },
    }),
    finding: Prose.pipe(said)
      .optional()
      .meta({
        ...{ title: 'What you found', description: 'Needed unless it worked. Files that show it may be added below.' },
        de: {
          title: 'Was Sie festgestellt haben',
          description: 'Nötig, wenn sie nicht voll gewirkt hat. Belege können Sie unten anfügen.',
        },
      }),
  })
  .refine(({ design, operation, finding }) => finding !== undefined || (design === 'effective' && operation === 'effective'), {
    ...{ path: ['finding'], message: 'say what you found: it did not work in all', params: { says: 'findingNeeded' } },
  });

export const check = defineTask({
  ...words.check,
  ...{ by: 'ismsManager', about: 'controls', answer: 'login', ladder: 'standard' },
  due: { workingDays: 10, from: 'opening' },
  outcome: Looked,
});

export const definition = defineProcess({
  key: 'controlCheck',
  version: 1,
  title: { en: 'Checks of controls', de: 'Prüfung der Maßnahmen' },
  purpose: {
    en: 'Somebody who does not own a control looks whether it works, as often as it is worth, and what does not is mended.',
    de: 'Wer eine Maßnahme nicht selbst verantwortet, sieht regelmäßig nach, ob sie wirkt; was nicht wirkt, wird behoben.',
  },
  clauses: ['8.1', '9.1'],
  phase: 'check',
  accountable: 'ismsManager',
  consulted: ['controlOwner'],
  informed: ['riskOwner', 'topManagement'],
  inputs: [exchanged.controlsInPlace, exchanged.yearPlan],
  outputs: [exchanged.checks, exchanged.touched, exchanged.proposals],
  cadence: { every: 'month', openOn: { workingDay: 1 } },
  opensFor: 'controlsDue',
  subject: z.strictObject({
    period: Period,
    scope: z.enum(['due', 'all']).default('due').meta({
      title: 'Scope',
      description: 'due: the controls whose check is due by the end of the period; all: every control in place.',
    }),
  }),
  runKey: ({ period }) => period,
  supersedes: false,
  gates: ['G7', 'G14', 'G15'],
  plan: [{ task: 'check', each: 'controlsDue', asking: 'testerOf' }],
  leadsTo: [
    {
      ...{ process: 'correctiveAction', how: 'proposes' },
      when: { en: 'a control does not work, or only in part', de: 'eine Maßnahme nicht oder nur zum Teil wirkt' },
    },
    {
      ...{ process: 'targetedRiskReview', how: 'starts' },
      when: {
        en: 'a control does not work, or counts for less than before',
        de: 'eine Maßnahme nicht wirkt oder weniger zählt als bisher',
      },
    },
  ],
  tasks: { check },
});
