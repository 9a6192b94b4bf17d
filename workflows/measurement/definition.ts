import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Period, Sentence } from '../../domain/records/common.ts';
import * as words from './words.ts';

export const definition = defineProcess({
  key: 'measurement',
  version: 1,
  title: { en: 'Measurement and analysis', de: 'Messung und Auswertung' },
  purpose: {
    en: 'After each quarter it is measured whether information security does what it is to do, and another person says what that means.',
    de: 'Nach jedem Quartal wird gemessen, ob die Informationssicherheit leistet, was sie soll, und eine andere Person sagt, was das heißt.',
  },
  clauses: ['9.1'],
  phase: 'check',
  accountable: 'ismsManager',
  consulted: ['riskOwner', 'controlOwner'],
  informed: ['topManagement'],
  inputs: [
    exchanged.measures,
    exchanged.checks,
    exchanged.yearPlan,
    { en: 'what the records of the processes say by themselves', de: 'was die Aufzeichnungen der Prozesse von selbst ergeben' },
  ],
  outputs: [exchanged.values, exchanged.nonconformities, exchanged.proposals],
  cadence: { every: 'quarter', openOn: { workingDay: 2 } },
  subject: z.strictObject({
    period: Period.meta({ description: 'The quarter in which it is measured; the values are those of the quarter before.' }),
  }),
  runKey: ({ period }) => period,
  supersedes: true,
  gates: ['G9', 'G15'],
  leadsTo: [
    {
      ...{ process: 'correctiveAction', how: 'proposes' },
      when: { en: 'a value is off its target', de: 'ein Wert sein Ziel verfehlt' },
    },
    {
      ...{ process: 'correctiveAction', how: 'starts' },
      when: { en: 'it is off its target for the second time in a row', de: 'er sein Ziel zum zweiten Mal in Folge verfehlt' },
    },
  ],
  plan: [{ task: 'collect', each: 'measuresAsked' }, { task: 'report' }],
  tasks: {
    collect: defineTask({
      ...words.collect,
      ...{ by: 'processOwner', about: 'measures', answer: 'link', due: { workingDays: 5, from: 'run' }, ladder: 'standard' },
      outcome: z.strictObject({
        value: z
          .number()
          .optional()
          .meta({
            ...{ title: 'Value', description: 'Left empty where there is none: say why below.' },
            de: { title: 'Wert', description: 'Leer, wenn es keinen gibt: Sagen Sie unten, warum.' },
          }),
        gap: Sentence.optional().meta({ title: 'Why there is none', de: { title: 'Warum es keinen gibt' } }),
        evidence: Sentence.meta({
          ...{ title: 'Where it comes from', description: 'So that somebody else finds the same.' },
          de: { title: 'Woher er stammt', description: 'Damit jemand anderes dasselbe findet.' },
        }),
      }),
    }),
    analyse: defineTask({
      ...words.analyse,
      ...{ by: 'ismsManager', about: 'measures', answer: 'link', due: { workingDays: 10, from: 'run' }, ladder: 'standard' },
      outcome: z.strictObject({
        analysis: Sentence.meta({ title: 'What it means, one sentence', de: { title: 'Was es bedeutet, ein Satz' } }),
        response: z.enum(['none', 'watch', 'correct', 'replan']).meta({
          title: 'What follows',
          options: { none: 'Nothing', watch: 'It is watched', correct: 'A corrective action', replan: 'Another target or plan' },
          de: {
            title: 'Was daraus folgt',
            options: {
              none: 'Nichts',
              watch: 'Es wird beobachtet',
              correct: 'Eine Korrekturmaßnahme',
              replan: 'Ein anderes Ziel oder ein anderer Plan',
            },
          },
        }),
      }),
    }),
    report: defineTask({
      ...words.report,
      ...{ by: 'ismsManager', answer: 'login', due: { workingDays: 15, from: 'run' }, ladder: 'standard' },
      outcome: z.strictObject({
        summary: Said.meta({
          ...{ title: 'The quarter in a few sentences', description: 'The management review reads it.' },
          de: { title: 'Das Quartal in wenigen Sätzen', description: 'Die Managementbewertung liest es.' },
        }),
      }),
    }),
  },
});
