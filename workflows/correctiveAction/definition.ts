import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, PersonId, Reference, Sentence, Title } from '../../domain/records/common.ts';
import { Grade } from '../../domain/records/nonconformity.ts';
import * as words from './words.ts';

const ofArea = { by: 'processOwner', about: 'nonconformities', answer: 'link', ladder: 'standard' } as const;

const correct = defineTask({
  ...words.correct,
  ...ofArea,
  due: { workingDays: 10, from: 'run' },
  outcome: z.strictObject({
    correction: Said.meta({
      ...{ title: 'What was done at once', description: 'How it was brought under control and put right.' },
      de: { title: 'Was sofort getan wurde', description: 'Wie es unter Kontrolle gebracht und behoben wurde.' },
    }),
    consequences: Said.meta({
      ...{ title: 'What followed from it, and how that was dealt with', description: 'Say so as well if nothing did.' },
      de: { title: 'Was daraus folgte, und wie damit umgegangen wurde', description: 'Schreiben Sie es auch, wenn nichts folgte.' },
    }),
  }),
});

export const definition = defineProcess({
  key: 'correctiveAction',
  version: 1,
  title: { en: 'Nonconformity and corrective action', de: 'Nichtkonformität und Korrekturmaßnahme' },
  purpose: {
    en: 'What went wrong is put right, its cause is removed, and another person sees whether that worked.',
    de: 'Was schiefging, wird behoben, die Ursache beseitigt, und eine andere Person sieht nach, ob das gewirkt hat.',
  },
  clauses: ['10.2'],
  phase: 'act',
  accountable: 'ismsManager',
  consulted: ['controlOwner', 'legal'],
  informed: ['topManagement'],
  inputs: [exchanged.nonconformities, { en: 'reports from anybody', de: 'Meldungen von allen' }],
  outputs: [exchanged.corrected, exchanged.changesAsked, exchanged.proposals],
  subject: z.strictObject({
    nonconformity: z
      .string()
      .max(200)
      .meta({
        ...{ title: 'Nonconformity', description: 'Its reference in the register, such as NC-014.', names: 'nonconformities' },
      }),
  }),
  runKey: ({ nonconformity }) => nonconformity,
  supersedes: false,
  gates: ['G12', 'G15'],
  ownNews: true,
  plan: [{ task: 'triage', about: ({ nonconformity }) => String(nonconformity) }],
  leadsTo: [
    {
      ...{ process: 'changePlanning', how: 'starts' },
      when: { en: 'the ISMS itself has to change', de: 'das ISMS selbst sich ändern muss' },
    },
    {
      ...{ process: 'targetedRiskReview', how: 'proposes' },
      when: { en: 'the cause is a missing or weak control', de: 'die Ursache eine fehlende oder schwache Maßnahme ist' },
    },
    {
      ...{ process: 'documentControl', how: 'proposes' },
      when: {
        en: 'the cause is a document that is wrong, missing or not known',
        de: 'die Ursache ein Dokument ist, das falsch ist, fehlt oder nicht bekannt ist',
      },
    },
  ],
  tasks: {
    triage: defineTask({
      ...words.triage,
      ...{ by: 'ismsManager', about: 'nonconformities', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 3, from: 'run' },
      outcome: z.strictObject({
        decision: z.enum(['accept', 'reject']).meta({
          ...{ title: 'Is it a nonconformity?', options: { accept: 'Yes, take it up', reject: 'No' } },
          chosen: { accept: 'Taken up', reject: 'Not a nonconformity' },
          de: {
            title: 'Ist es eine Nichtkonformität?',
            options: { accept: 'Ja, aufgreifen', reject: 'Nein' },
            chosen: { accept: 'Aufgegriffen', reject: 'Keine Nichtkonformität' },
          },
        }),
        grade: Grade.optional().meta({
          ...{ title: 'How serious is it?', options: { major: 'Major', minor: 'Minor' } },
          description: 'Needed where you take it up. Major: the ISMS does not do what it is for, or it happens again and again.',
          de: {
            title: 'Wie schwer wiegt sie?',
            options: { major: 'Wesentlich', minor: 'Geringfügig' },
            description: 'Nötig, wenn Sie sie aufgreifen. Wesentlich: Das ISMS erfüllt seinen Zweck nicht, oder es kommt immer wieder vor.',
          },
        }),
        owner: PersonId.optional().meta({
          ...{ title: 'Who answers for the area?', description: 'Name or mail address; left empty it stays with whoever has it now.' },
          de: { title: 'Wer verantwortet den Bereich?', description: 'Name oder Mailadresse; leer bleibt es bei der jetzigen Person.' },
        }),
        reason: Reason,
      }),
    }),
    correct,
    // A major one is brought under control while the clock ticks: everybody hears of it at once when it is late.
    contain: {
      ...correct,
      title: { en: 'Contain it at once and put it right', de: 'Sofort eindämmen und beheben' },
      due: { workingDays: 5, from: 'run' },
      ladder: 'urgent',
    },
    analyse: defineTask({
      ...words.analyse,
      ...{ ...ofArea, agrees: 'cause' },
      due: { workingDays: 20, from: 'run' },
      outcome: z.strictObject({
        cause: Said.meta({
          ...{ title: 'Cause', description: 'Why it could happen; ask why until the answer is something that can be changed.' },
          de: { title: 'Ursache', description: 'Warum es geschehen konnte; fragen Sie so lange warum, bis man etwas ändern kann.' },
        }),
        similarCases: Said.meta({
          ...{ title: 'The like elsewhere', description: 'Where you looked for the same, present or possible, and what you found.' },
          de: {
            title: 'Ähnliches anderswo',
            description: 'Wo Sie nach dem Gleichen gesucht haben, vorhanden oder möglich, und was Sie fanden.',
          },
        }),
        removeCause: z.boolean().meta({
          ...{ title: 'The cause has to go', description: 'Without this the correction is enough: say why below.' },
          de: { title: 'Die Ursache muss weg', description: 'Ohne dies genügt die Korrektur: Sagen Sie unten, warum.' },
        }),
        weakness: z.enum(['none', 'control', 'document', 'competence']).meta({
          title: 'What the cause points to',
          options: {
            none: 'None of these',
            control: 'A missing or weak control',
            document: 'A document that is wrong, missing or not known',
            competence: 'Knowledge or training',
          },
          de: {
            title: 'Worauf die Ursache weist',
            options: {
              none: 'Nichts davon',
              control: 'Eine fehlende oder schwache Maßnahme',
              document: 'Ein Dokument, das falsch ist, fehlt oder nicht bekannt ist',
              competence: 'Wissen oder Schulung',
            },
          },
        }),
        risk: z
          .string()
          .max(40)
          .optional()
          .meta({
            ...{ title: 'Risk it belongs to', description: 'Its reference, such as RSK-017, if it is in the register.', names: 'risks' },
            de: { title: 'Zugehöriges Risiko', description: 'Die Referenz, etwa RSK-017, falls es im Register steht.' },
          }),
        document: Reference.optional().meta({
          ...{
            title: 'Which document',
            description: 'Its reference, such as DOC-003; a new version of it is proposed.',
            names: 'documents',
          },
          de: { title: 'Welches Dokument', description: 'Die Referenz, etwa DOC-003; eine neue Version davon wird vorgeschlagen.' },
        }),
        missingDocument: Title.optional().meta({
          ...{ title: 'Or what one that is missing is to be called', description: 'That it is written is proposed.' },
          de: { title: 'Oder wie eines heißen soll, das fehlt', description: 'Vorgeschlagen wird, dass es geschrieben wird.' },
        }),
        reason: Reason,
      }),
    }),
    plan: defineTask({
      ...words.plan,
      ...ofArea,
      due: { workingDays: 25, from: 'run' },
      amendedAfter: { approvePlan: 'return' },
      outcome: z.strictObject({
        actions: Said.meta({
          ...{ title: 'Actions that remove the cause', description: 'In proportion to what it did or could do.' },
          de: { title: 'Maßnahmen, die die Ursache beseitigen', description: 'Angemessen zu dem, was geschah oder geschehen könnte.' },
        }),
        responsible: PersonId.meta({
          ...{ title: 'Who carries them out?', description: 'Name or mail address.' },
          de: { title: 'Wer setzt sie um?', description: 'Name oder Mailadresse.' },
        }),
        until: Day.meta({ title: 'By when?', de: { title: 'Bis wann?' } }),
        measuredBy: Sentence.meta({
          ...{ title: 'What will show that it works?', description: 'Another person looks for that after a while.' },
          de: { title: 'Woran wird man die Wirkung sehen?', description: 'Danach sieht eine andere Person nach einiger Zeit.' },
        }),
      }),
    }),
    approvePlan: defineTask({
      ...words.approvePlan,
      ...{ by: 'ismsManager', about: 'nonconformities', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: approveOrReturn(),
        reason: Reason,
      }),
    }),
    implement: defineTask({
      ...words.implement,
      ...{ by: 'processOwner', about: 'nonconformities', answer: 'link', ladder: 'long' },
      due: { workingDays: 60, from: 'opening' },
      outcome: z.strictObject({
        result: Said.meta({
          ...{ title: 'What was done', description: 'What shows it may be added as a file below.' },
          de: { title: 'Was getan wurde', description: 'Was es belegt, können Sie unten als Datei anfügen.' },
        }),
      }),
    }),
    judge: defineTask({
      ...words.judge,
      ...{ by: 'auditor', about: 'nonconformities', answer: 'login', ladder: 'long' },
      due: { workingDays: 15, from: 'opening' },
      outcome: z.strictObject({
        effective: z.enum(['effective', 'ineffective']).meta({
          ...{ title: 'Did it work?', options: { effective: 'Yes', ineffective: 'No: back to the plan' } },
          chosen: { effective: 'Effective', ineffective: 'Not effective' },
          de: {
            title: 'Hat es gewirkt?',
            options: { effective: 'Ja', ineffective: 'Nein: zurück zum Plan' },
            chosen: { effective: 'Wirksam', ineffective: 'Nicht wirksam' },
          },
        }),
        reason: Sentence.meta({
          ...{ title: 'What you looked at, and what you found', description: 'One sentence; the auditor reads it.' },
          de: { title: 'Was Sie angesehen und gefunden haben', description: 'Ein Satz; die Auditorin liest ihn.' },
        }),
      }),
    }),
    close: defineTask({
      ...words.close,
      ...{ by: 'ismsManager', about: 'nonconformities', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        ismsChange: z.enum(['none', 'change']).meta({
          ...{ title: 'Does the ISMS have to change?', options: { none: 'No', change: 'Yes: a change is planned' } },
          de: { title: 'Muss sich das ISMS ändern?', options: { none: 'Nein', change: 'Ja: Eine Änderung wird geplant' } },
        }),
        reason: Reason,
      }),
    }),
  },
});
