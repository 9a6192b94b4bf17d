import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, Reference, Sentence } from '../../domain/records/common.ts';
import { Exception } from '../controlRollout/definition.ts';
import * as words from './words.ts';

const Removal = z.strictObject({
  item: Exception.shape.item,
  reason: Sentence.meta({ title: 'Why it is no part of it any more', de: { title: 'Warum es nicht mehr dazugehört' } }),
});

export const definition = defineProcess({
  key: 'exceptionReview',
  version: 1,
  title: { en: 'End of exceptions of a rollout', de: 'Ende von Ausnahmen eines Ausrollens' },
  purpose: {
    en: 'What a rollout has left out until a day is looked at on that day: it is reached by then, is left out for longer with a reason, or is no part of it any more.',
    de: 'Was ein Ausrollen bis zu einem Tag ausgenommen hat, wird dann angesehen: Es ist erreicht, bleibt mit Begründung länger ausgenommen oder gehört nicht mehr dazu.',
  },
  clauses: ['6.1.3', '8.1'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['itOperations', 'assetOwner'],
  informed: ['riskOwner'],
  inputs: [exchanged.exceptions],
  outputs: [exchanged.reached, exchanged.exceptions, exchanged.leftOpen],
  subject: z.strictObject({
    rollout: Reference.meta({ title: 'Rollout', names: 'rollouts', description: 'Its reference in the register, such as ROL-001.' }),
    control: Reference.meta({ title: 'Control', names: 'controls', description: 'What is rolled out.' }),
    until: Day.meta({ title: 'Until', description: 'The last day of the exceptions; they are asked about on the next working day.' }),
  }),
  // All that end on a day are one question.
  runKey: ({ rollout, until }) => `${rollout}-${until}`,
  supersedes: false,
  gates: ['G14', 'G15'],
  plan: [{ task: 'settle', about: ({ control }) => String(control) }],
  leadsTo: [
    {
      ...{ process: 'controlRollout', how: 'starts' },
      when: { en: 'something is to be reached after all', de: 'etwas doch noch zu erreichen ist' },
    },
  ],
  tasks: {
    settle: defineTask({
      ...words.settle,
      ...{ by: 'controlOwner', about: 'controls', answer: 'link', ladder: 'standard', agrees: 'endedExceptions' },
      due: { workingDays: 10, from: 'opening' },
      outcome: z.strictObject({
        done: z
          .array(Reference)
          .max(1000)
          .meta({
            ...{ title: 'Done by now', description: 'One a line.' },
            de: { title: 'Inzwischen erledigt', description: 'Eins je Zeile.' },
          }),
        extended: z
          .array(Exception)
          .max(20)
          .meta({ title: 'Excepted for longer', de: { title: 'Länger ausgenommen' } }),
        removed: z
          .array(Removal)
          .max(20)
          .meta({ title: 'No part of it any more', de: { title: 'Gehören nicht mehr dazu' } }),
        rest: z.enum(['done', 'open']).meta({
          ...{ title: 'All others of them', options: { done: 'Are done', open: 'Are to be done now: the rollout goes on' } },
          de: {
            title: 'Alle anderen davon',
            options: { done: 'Sind erledigt', open: 'Sind jetzt zu erledigen: Das Ausrollen geht weiter' },
          },
        }),
        note: Sentence.meta({
          ...{ title: 'Where it stands, one sentence', description: 'What comes next, and what is in the way.' },
          de: { title: 'Wie es steht, ein Satz', description: 'Was als Nächstes kommt, und was im Weg steht.' },
        }),
      }),
    }),
  },
});
