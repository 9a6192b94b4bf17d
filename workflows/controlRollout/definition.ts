import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, Reference, Sentence } from '../../domain/records/common.ts';
import * as words from './words.ts';

export const Exception = z.strictObject({
  item: Reference.meta({ title: 'Which one?', de: { title: 'Welches?' } }),
  reason: Sentence.meta({
    ...{ title: 'Why not, and what protects it meanwhile', description: 'The auditor reads it.' },
    de: { title: 'Warum nicht, und was es bis dahin schützt', description: 'Die Auditorin liest es.' },
  }),
  until: Day.meta({
    ...{ title: 'Until when?', description: 'At most a year. After that it is open again.' },
    de: { title: 'Bis wann?', description: 'Höchstens ein Jahr. Danach ist es wieder offen.' },
  }),
});

export const definition = defineProcess({
  key: 'controlRollout',
  version: 1,
  title: { en: 'Rollout of a control', de: 'Ausrollen einer Maßnahme' },
  purpose: {
    en: 'A control that is to reach many is followed until it has reached each of them, or somebody has said why not and until when.',
    de: 'Eine Maßnahme, die viele erreichen soll, wird verfolgt, bis sie alle erreicht hat oder feststeht, warum nicht und bis wann.',
  },
  clauses: ['6.1.3', '8.1'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['itOperations', 'assetOwner'],
  informed: ['riskOwner'],
  inputs: [
    exchanged.toReach,
    exchanged.leftOpen,
    { en: 'the list of what and whom it is to reach', de: 'die Liste dessen, was und wen sie erreichen soll' },
  ],
  outputs: [exchanged.reached, exchanged.exceptions],
  subject: z.strictObject({
    rollout: Reference.meta({ title: 'Rollout', names: 'rollouts', description: 'Its reference in the register, such as ROL-001.' }),
    control: Reference.meta({ title: 'Control', names: 'controls', description: 'What is rolled out.' }),
    since: Day.meta({ title: 'Since', description: 'A rollout that was complete may be taken up again, such as when exceptions end.' }),
  }),
  runKey: ({ rollout, since }) => `${rollout}-${since}`,
  joins: ['rollout'],
  supersedes: false,
  gates: ['G14', 'G15'],
  plan: [{ task: 'report', about: ({ control }) => String(control) }],
  leadsTo: [
    {
      ...{ process: 'exceptionReview', how: 'starts' },
      when: { en: 'something is excepted until a day', de: 'etwas bis zu einem Tag ausgenommen ist' },
    },
  ],
  tasks: {
    report: defineTask({
      ...words.report,
      ...{ by: 'controlOwner', about: 'controls', answer: 'link', ladder: 'long', agrees: 'rollout' },
      due: { workingDays: 20, from: 'opening' },
      outcome: z.strictObject({
        done: z
          .array(Reference)
          .max(1000)
          .meta({
            ...{ title: 'Done since', description: 'One a line. Or send them as a list to the register.' },
            de: { title: 'Seither erledigt', description: 'Eins je Zeile. Oder als Liste an das Register senden.' },
          }),
        exceptions: z
          .array(Exception)
          .max(20)
          .meta({ title: 'Exceptions', de: { title: 'Ausnahmen' } }),
        restIsDone: z.boolean().meta({
          ...{ title: 'All others are done', description: 'Everything that is still open and not named above.' },
          de: { title: 'Alle anderen sind erledigt', description: 'Alles, was noch offen und oben nicht genannt ist.' },
        }),
        note: Sentence.meta({
          ...{ title: 'Where it stands, one sentence', description: 'What comes next, and what is in the way.' },
          de: { title: 'Wie es steht, ein Satz', description: 'Was als Nächstes kommt, und was im Weg steht.' },
        }),
      }),
    }),
  },
});
