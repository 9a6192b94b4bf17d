import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { Reason } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Reference } from '../../domain/records/common.ts';
import * as words from './words.ts';

export const definition = defineProcess({
  key: 'documentReview',
  version: 1,
  title: { en: 'Periodic review of a document', de: 'Regelmäßige Überprüfung eines Dokuments' },
  purpose: {
    en: 'What is in force is looked at again in its time: it is right still, or a new version is written.',
    de: 'Was gilt, wird zu seiner Zeit neu angesehen: Es stimmt noch, oder es wird eine neue Version geschrieben.',
  },
  clauses: ['7.5.2', '7.5.3'],
  phase: 'check',
  accountable: 'ismsManager',
  consulted: ['controlOwner', 'legal'],
  informed: ['processOwner'],
  inputs: [exchanged.documents],
  outputs: [exchanged.outdated],
  subject: z.strictObject({
    document: Reference.meta({ title: 'Document', description: 'Its reference in the register, such as DOC-003.', names: 'documents' }),
    version: z
      .string()
      .max(60)
      .meta({ title: 'Version', description: 'The version in force, such as DOC-003-v2.', names: 'documentVersions' }),
  }),
  runKey: ({ version }) => version,
  supersedes: false,
  gates: ['G13', 'G15'],
  plan: [{ task: 'reconfirm', about: ({ document }) => String(document) }],
  leadsTo: [
    {
      ...{ process: 'documentControl', how: 'starts' },
      when: { en: 'it is not right any more', de: 'es nicht mehr stimmt' },
    },
  ],
  tasks: {
    reconfirm: defineTask({
      ...words.reconfirm,
      ...{ by: 'documentOwner', about: 'documents', answer: 'link', ladder: 'long' },
      due: { workingDays: 30, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['stillRight', 'newVersion']).meta({
          ...{ title: 'Is it right still?', options: { stillRight: 'Yes, it stays as it is', newVersion: 'No, a new version is needed' } },
          chosen: { stillRight: 'Right still', newVersion: 'A new version' },
          de: {
            title: 'Stimmt es noch?',
            options: { stillRight: 'Ja, es bleibt, wie es ist', newVersion: 'Nein, es braucht eine neue Version' },
            chosen: { stillRight: 'Stimmt noch', newVersion: 'Eine neue Version' },
          },
        }),
        reason: Reason,
      }),
    }),
  },
});
