import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason } from '../../domain/fields.ts';
import { analysedByAnother, measureFields } from '../../domain/measureFields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Reference, Sentence } from '../../domain/records/common.ts';
import * as words from './words.ts';

const ControlMeasure = analysedByAnother(
  z.strictObject({
    control: Reference.meta({ title: 'Of which control', names: 'controls', de: { title: 'Zu welcher Maßnahme' } }),
    ...measureFields,
  }),
);

export const definition = defineProcess({
  key: 'measureDefinition',
  version: 1,
  title: { en: 'Measures for controls', de: 'Messgrößen für Maßnahmen' },
  purpose: {
    en: 'Controls that were decided on get measures that show over the years whether they do what they are for, and whoever answers for the risk agrees to them.',
    de: 'Beschlossene Maßnahmen erhalten Messgrößen, die über die Jahre zeigen, ob sie leisten, wofür sie da sind, und wer das Risiko verantwortet, stimmt ihnen zu.',
  },
  clauses: ['9.1'],
  phase: 'plan',
  accountable: 'ismsManager',
  consulted: ['controlOwner'],
  informed: ['topManagement'],
  inputs: [exchanged.treatmentPlans, exchanged.proposals],
  outputs: [exchanged.measures],
  subject: z.strictObject({
    plan: Reference.meta({
      ...{ title: 'Treatment plan', names: 'treatmentPlans' },
      description: 'Its reference in the register; the controls of this plan are measured.',
    }),
    risk: Reference.meta({ title: 'Risk', names: 'risks', description: 'The risk that the plan treats.' }),
  }),
  runKey: ({ plan }) => plan,
  supersedes: false,
  gates: ['G9', 'G15'],
  plan: [{ task: 'define', about: ({ risk }) => String(risk) }],
  leadsTo: [{ process: 'measurement', how: 'starts', when: { en: 'a quarter has ended', de: 'ein Quartal zu Ende ist' } }],
  tasks: {
    define: defineTask({
      ...words.define,
      ...{ by: 'ismsManager', about: 'risks', answer: 'link', ladder: 'standard', agrees: 'measuresOfPlan' },
      due: { workingDays: 10, from: 'opening' },
      amendedAfter: { agree: 'return' },
      outcome: z.strictObject({
        measures: z
          .array(ControlMeasure)
          .min(1)
          .max(20)
          .meta({ title: 'Measures', de: { title: 'Messgrößen' } }),
        note: Sentence.meta({
          ...{ title: 'What they show, one sentence', description: 'And which controls need none.' },
          de: { title: 'Was sie zeigen, ein Satz', description: 'Und welche Maßnahmen keine brauchen.' },
        }),
      }),
    }),
    agree: defineTask({
      ...words.agree,
      ...{ by: 'riskOwner', about: 'risks', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({ decision: approveOrReturn(), reason: Reason }),
    }),
  },
});
