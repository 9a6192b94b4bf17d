import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Prose, Reference, Sentence, Title } from '../../domain/records/common.ts';
import * as words from './words.ts';

/** What a version says; the same fields wherever it is written, so that what was written stands in the form when it is written again. */
const written = {
  text: Prose.optional().meta({
    ...{ title: 'What it says', description: 'Word for word. Left empty where it stands in a file below or at a place.' },
    de: { title: 'Was darin steht', description: 'Im Wortlaut. Leer, wenn es in einer Datei unten oder an einem Ort steht.' },
  }),
  place: Title.optional().meta({
    ...{ title: 'Where it stands', description: 'A link or a place, where the text is not above.' },
    de: { title: 'Wo es steht', description: 'Ein Link oder ein Ort, wenn der Text nicht oben steht.' },
  }),
  summary: Sentence.meta({
    ...{ title: 'What this version changes', description: 'One sentence; of the first version what it is for.' },
    de: { title: 'Was diese Version ändert', description: 'Ein Satz; bei der ersten Version, wozu sie dient.' },
  }),
  acknowledge: z.boolean().meta({
    ...{ title: 'Everybody it is for says that they have read it', description: 'They are asked when it is published.' },
    de: {
      title: 'Alle, für die es ist, bestätigen, es gelesen zu haben',
      description: 'Sie werden gefragt, sobald es veröffentlicht ist.',
    },
  }),
  risks: z
    .array(Reference)
    .max(50)
    .meta({
      ...{
        title: 'Risks that it may change',
        description: 'One reference a line, such as RSK-017. They are proposed for a review.',
        names: 'risks',
      },
      de: {
        title: 'Risiken, die es verändern kann',
        description: 'Eine Referenz je Zeile, etwa RSK-017. Sie werden zur Überprüfung vorgeschlagen.',
      },
    }),
};

const ofOwner = { by: 'documentOwner', about: 'documents', answer: 'link', ladder: 'standard', agrees: 'document' } as const;
const rewritten = { amends: ['draft', 'settle'] } as const;

export const definition = defineProcess({
  key: 'documentControl',
  version: 1,
  title: { en: 'Control of a document', de: 'Lenkung eines Dokuments' },
  purpose: {
    en: 'A version of a document is written, looked at by others and approved by somebody else before it is in force; the one before is not offered any more.',
    de: 'Eine Version eines Dokuments wird geschrieben, von anderen angesehen und von jemand anderem genehmigt, bevor sie gilt; die bisherige wird nicht mehr angeboten.',
  },
  clauses: ['7.5.2', '7.5.3', '5.2'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['controlOwner', 'legal', 'processOwner'],
  informed: ['everyone'],
  inputs: [exchanged.outdated, exchanged.requirements, exchanged.changesMade, exchanged.controlsInPlace, exchanged.corrected],
  outputs: [exchanged.documents, exchanged.proposals, exchanged.touched],
  subject: z.strictObject({
    document: Reference.meta({ title: 'Document', description: 'Its reference in the register, such as DOC-003.', names: 'documents' }),
    because: Title.meta({
      title: 'Because of',
      description: 'Why it is written or changed: a few words, or the reference of a record or a run.',
    }),
  }),
  runKey: ({ document, because }) => `${document}-${because.replace(/[^A-Za-z0-9._-]+/g, '-')}`.slice(0, 120),
  joins: ['document'],
  supersedes: false,
  gates: ['G13', 'G15'],
  plan: [{ task: 'draft', about: ({ document }) => String(document) }],
  leadsTo: [
    {
      ...{ process: 'documentReview', how: 'starts' },
      when: { en: 'a version is published', de: 'eine Version veröffentlicht ist' },
    },
    {
      ...{ process: 'campaign', how: 'starts' },
      when: { en: 'everybody it is for says that they have read it', de: 'alle, für die es ist, es bestätigen' },
    },
    {
      ...{ process: 'targetedRiskReview', how: 'proposes' },
      when: { en: 'it may change risks', de: 'es Risiken verändern kann' },
    },
  ],
  tasks: {
    draft: defineTask({
      ...{ ...words.draft, ...ofOwner, ...rewritten },
      due: { workingDays: 10, from: 'opening' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject(written),
    }),
    review: defineTask({
      ...words.review,
      ...{ by: 'processOwner', about: 'documents', answer: 'link', ladder: 'standard', agrees: 'document' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['fine', 'comments']).meta({
          ...{ title: 'Is it right?', options: { fine: 'Yes, nothing to add', comments: 'I have comments, below' } },
          chosen: { fine: 'Nothing to add', comments: 'Comments' },
          de: {
            title: 'Ist es richtig?',
            options: { fine: 'Ja, nichts hinzuzufügen', comments: 'Ich habe Anmerkungen, siehe unten' },
            chosen: { fine: 'Nichts hinzuzufügen', comments: 'Anmerkungen' },
          },
        }),
        reason: Prose.optional().meta({
          ...{ title: 'Comments', description: 'What is wrong or missing, and where.' },
          de: { title: 'Anmerkungen', description: 'Was nicht stimmt oder fehlt, und wo.' },
        }),
      }),
    }),
    settle: defineTask({
      ...{ ...words.settle, ...ofOwner, ...rewritten },
      due: { workingDays: 5, from: 'opening' },
      amendedAfter: { review: 'comments' },
      outcome: z.strictObject({
        response: Said.meta({
          ...{ title: 'What became of the comments', description: 'Taken up, or why not.' },
          de: { title: 'Was aus den Anmerkungen wurde', description: 'Übernommen, oder warum nicht.' },
        }),
        ...written,
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ by: 'processOwner', about: 'documents', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: approveOrReturn({ en: 'Approve: it is published at once', de: 'Zustimmen: Es wird sofort veröffentlicht' }),
        reason: Reason,
      }),
    }),
  },
});
