import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { analysedByAnother, measureFields } from '../../domain/measureFields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, Period, PersonId, Reference, Sentence, Title } from '../../domain/records/common.ts';
import * as words from './words.ts';

/** All that 6.2 asks for where an objective is planned: none of it may stay empty. */
const NewObjective = z.strictObject({
  name: Title.meta({ title: 'Objective', de: { title: 'Ziel' } }),
  work: Said.meta({ title: 'What will be done', de: { title: 'Was getan wird' } }),
  resources: Said.meta({ title: 'With what means', de: { title: 'Mit welchen Mitteln' } }),
  responsible: PersonId.meta({
    ...{ title: 'Who answers for it', description: 'Name or mail address.' },
    de: { title: 'Wer es verantwortet', description: 'Name oder Mailadresse.' },
  }),
  due: Day.meta({ title: 'By when', de: { title: 'Bis wann' } }),
  judgedBy: Said.meta({ title: 'How the result is judged', de: { title: 'Wie das Ergebnis beurteilt wird' } }),
});

const NewMeasure = analysedByAnother(z.strictObject(measureFields));

const ResultOf = z.strictObject({
  objective: Reference.meta({ title: 'Objective of before', names: 'objectives', de: { title: 'Ziel von bisher' } }),
  result: z.enum(['achieved', 'notAchieved', 'goesOn']).meta({
    ...{ title: 'What came of it', options: { achieved: 'Achieved', notAchieved: 'Not achieved', goesOn: 'Goes on' } },
    de: { title: 'Was daraus wurde', options: { achieved: 'Erreicht', notAchieved: 'Nicht erreicht', goesOn: 'Läuft weiter' } },
  }),
  reason: Reason,
});

export const definition = defineProcess({
  key: 'objectives',
  version: 1,
  title: { en: 'Information security objectives', de: 'Informationssicherheitsziele' },
  purpose: {
    en: 'The organization sets itself clear objectives, with the means to reach them and measures that show whether it does.',
    de: 'Die Organisation setzt sich klare Ziele, mit den Mitteln dafür und mit Messgrößen, die zeigen, ob sie erreicht werden.',
  },
  clauses: ['6.2', '9.1'],
  phase: 'plan',
  accountable: 'topManagement',
  consulted: ['riskOwner', 'controlOwner'],
  informed: ['everyone'],
  inputs: [exchanged.policy, exchanged.requirements, exchanged.judgedRisks, exchanged.values, exchanged.decisions, exchanged.yearPlan],
  outputs: [exchanged.objectives, exchanged.measures],
  cadence: { every: 'year', openOn: { workingDay: 15 } },
  subject: z.strictObject({ period: Period }),
  runKey: ({ period }) => period,
  supersedes: true,
  gates: ['G8', 'G9', 'G15'],
  leadsTo: [{ process: 'measurement', how: 'starts', when: { en: 'a quarter has ended', de: 'ein Quartal zu Ende ist' } }],
  plan: [{ task: 'propose' }],
  tasks: {
    propose: defineTask({
      ...words.propose,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'run' }, ladder: 'standard' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        results: z
          .array(ResultOf)
          .max(20)
          .meta({ title: 'Objectives of before', de: { title: 'Ziele von bisher' } }),
        objectives: z
          .array(NewObjective)
          .max(20)
          .meta({ title: 'Objectives', de: { title: 'Ziele' } }),
        measures: z
          .array(NewMeasure)
          .max(20)
          .meta({ title: 'Measures', de: { title: 'Messgrößen' } }),
        note: Sentence.meta({
          ...{ title: 'What they rest on, one sentence', description: 'Policy, risks, last results.' },
          de: { title: 'Worauf sie beruhen, ein Satz', description: 'Leitlinie, Risiken, letzte Ergebnisse.' },
        }),
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ by: 'topManagement', answer: 'login', approval: true, due: { workingDays: 5, from: 'opening' }, ladder: 'approval' },
      outcome: z.strictObject({
        decision: approveOrReturn({ en: 'Approve, and grant the means', de: 'Zustimmen und die Mittel gewähren' }),
        reason: Reason,
      }),
    }),
    communicate: defineTask({
      ...words.communicate,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 3, from: 'opening' }, ladder: 'standard' },
      outcome: z.strictObject({
        told: Said.meta({ title: 'What was told to whom, and how', de: { title: 'Was wem wie gesagt wurde' } }),
      }),
    }),
  },
});
