import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Reference } from '../../domain/records/common.ts';
import * as words from './words.ts';

/** Counted from the record of the campaign where that says something else. */
const usual = { due: { workingDays: 10, from: 'opening' }, ladder: 'campaign' } as const;
const asked = { by: 'everyone', about: 'campaigns', answer: 'link', inPerson: true } as const;

export const definition = defineProcess({
  key: 'campaign',
  version: 1,
  title: { en: 'Campaign', de: 'Kampagne' },
  purpose: {
    en: 'Many are asked the same, to sign a statement or to learn something, until each of them has answered or it is known who has not.',
    de: 'Viele werden um dasselbe gebeten, etwas zu unterschreiben oder zu lernen, bis alle geantwortet haben oder feststeht, wer fehlt.',
  },
  clauses: ['7.2', '7.3'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['humanResources', 'controlOwner'],
  informed: ['topManagement'],
  inputs: [
    exchanged.toReach,
    exchanged.documents,
    exchanged.roles,
    { en: 'the text to be signed or learned', de: 'der Text, der zu unterschreiben oder zu lernen ist' },
  ],
  outputs: [exchanged.signed, exchanged.nonconformities],
  subject: z.strictObject({
    campaign: Reference.meta({ title: 'Campaign', names: 'campaigns', description: 'Its reference in the register, such as CMP-001.' }),
  }),
  runKey: ({ campaign }) => campaign,
  supersedes: false,
  gates: ['G14', 'G15'],
  plan: [],
  leadsTo: [
    {
      ...{ process: 'correctiveAction', how: 'starts' },
      when: { en: 'some have not answered up to the last level', de: 'einige bis zur letzten Stufe nicht geantwortet haben' },
    },
  ],
  tasks: {
    sign: defineTask({
      ...{ ...words.sign, ...asked, ...usual },
      outcome: z.strictObject({
        statement: z.enum(['accepted']).meta({
          ...{ title: 'Your statement', options: { accepted: 'I have read it and accept it' }, chosen: { accepted: 'Read and accepted' } },
          de: {
            title: 'Ihre Erklärung',
            options: { accepted: 'Ich habe es gelesen und erkenne es an' },
            chosen: { accepted: 'Gelesen und anerkannt' },
          },
        }),
      }),
    }),
    learn: defineTask({
      ...{ ...words.learn, ...asked, ...usual },
      outcome: z.strictObject({
        training: z.enum(['completed']).meta({
          ...{ title: 'The training', options: { completed: 'I have completed it' }, chosen: { completed: 'Completed' } },
          de: {
            title: 'Die Schulung',
            options: { completed: 'Ich habe sie abgeschlossen' },
            chosen: { completed: 'Abgeschlossen' },
          },
        }),
      }),
    }),
  },
});
