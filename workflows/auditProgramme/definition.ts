import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { AnnexAControl, Clause } from '../../domain/records/audit.ts';
import { Day, Period, PersonId, Prose, Sentence, Title } from '../../domain/records/common.ts';
import * as words from './words.ts';

/** What an audit is about, as it is typed; the same on the forms of programme and audit. */
export const scopeFields = {
  clauses: z
    .array(Clause)
    .max(7)
    .meta({ title: 'Clauses of the standard', de: { title: 'Abschnitte der Norm' } }),
  annexA: z
    .array(AnnexAControl)
    .max(93)
    .meta({
      ...{ title: 'Controls of Annex A', description: 'One a line, such as 8.13.' },
      de: { title: 'Maßnahmen aus Anhang A', description: 'Je Zeile eine, etwa 8.13.' },
    }),
  sites: z
    .array(z.string().max(40))
    .max(200)
    .meta({
      ...{ title: 'Sites', description: 'One a line, by their short names.' },
      de: { title: 'Standorte', description: 'Je Zeile einer, mit seinem Kurznamen.' },
    }),
};

const Planned = z.strictObject({
  title: Title.meta({ title: 'Audit', de: { title: 'Audit' } }),
  reason: Sentence.meta({
    ...{ title: 'Why, and why then', description: 'Importance, results of before, changes, risk.' },
    de: { title: 'Warum, und warum dann', description: 'Bedeutung, frühere Ergebnisse, Änderungen, Risiko.' },
  }),
  from: Day.meta({ title: 'First day of the fieldwork', de: { title: 'Erster Tag vor Ort' } }),
  ...scopeFields,
  area: Title.meta({ title: 'Area', de: { title: 'Bereich' } }),
  owner: PersonId.meta({ title: 'Who answers for the area?', de: { title: 'Wer verantwortet den Bereich?' } }),
});

export const definition = defineProcess({
  key: 'auditProgramme',
  version: 1,
  title: { en: 'Audit programme', de: 'Auditprogramm' },
  purpose: {
    en: 'The audits of the year are planned by what matters, approved by top management, and held when they are due.',
    de: 'Die Audits des Jahres werden nach dem geplant, worauf es ankommt, von der Leitung genehmigt und gehalten, wenn sie anstehen.',
  },
  clauses: ['9.2.2'],
  phase: 'check',
  accountable: 'topManagement',
  consulted: ['ismsManager', 'controlOwner', 'assetOwner'],
  informed: ['processOwner'],
  inputs: [
    exchanged.scope,
    exchanged.judgedRisks,
    exchanged.reasons,
    exchanged.programme,
    exchanged.findings,
    exchanged.corrected,
    exchanged.changesMade,
    exchanged.yearPlan,
  ],
  outputs: [exchanged.programme],
  cadence: { every: 'year', openOn: { workingDay: 1 } },
  subject: z.strictObject({ period: Period }),
  runKey: ({ period }) => period,
  // Audits that began go on over the turn of the year.
  supersedes: false,
  gates: ['G15'],
  plan: [{ task: 'draft' }, { task: 'approve', after: { workingDay: 10 } }],
  leadsTo: [
    {
      ...{ process: 'internalAudit', how: 'starts' },
      when: { en: 'the day of a planned audit comes near', de: 'der Tag eines geplanten Audits näher rückt' },
    },
    { ...{ process: 'auditProgramme', how: 'starts' }, when: { en: 'the year comes to its end', de: 'das Jahr zu Ende geht' } },
  ],
  tasks: {
    draft: defineTask({
      ...words.draft,
      ...{ by: 'auditProgrammeManager', about: 'auditProgrammes', answer: 'link', ladder: 'standard', agrees: 'auditProgramme' },
      due: { workingDays: 10, from: 'opening' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        objectives: Said.meta({
          ...{ title: 'What the programme is for', description: 'What the audits of this year have to show.' },
          de: { title: 'Wozu das Programm dient', description: 'Was die Audits dieses Jahres zeigen sollen.' },
        }),
        arrangements: Said.meta({
          ...{ title: 'How audits are held', description: 'Methods, responsibilities, lead times, competence, reporting, resources.' },
          de: { title: 'Wie auditiert wird', description: 'Methoden, Zuständigkeiten, Vorlauf, Kompetenz, Berichte, Mittel.' },
        }),
        risks: Prose.optional().meta({
          title: 'What may keep it from being carried out',
          de: { title: 'Was es verhindern kann' },
        }),
        planned: z
          .array(Planned)
          .min(1, 'at least one audit')
          .max(20)
          .meta({ title: 'Audits', de: { title: 'Audits' } }),
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ by: 'topManagement', about: 'auditProgrammes', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: approveOrReturn(),
        reason: Reason,
      }),
    }),
    account: defineTask({
      ...words.account,
      ...{ by: 'auditProgrammeManager', about: 'audits', answer: 'link', ladder: 'standard', agrees: 'anotherDay' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['again', 'drop']).meta({
          ...{ title: 'What becomes of it?', options: { again: 'It is held on another day', drop: 'It is dropped' } },
          chosen: { again: 'Held on another day', drop: 'Dropped' },
          de: {
            title: 'Was wird daraus?',
            options: { again: 'Es wird an einem anderen Tag gehalten', drop: 'Es entfällt' },
            chosen: { again: 'An einem anderen Tag', drop: 'Entfallen' },
          },
        }),
        from: Day.optional().meta({
          ...{ title: 'New first day', description: 'Needed where it is held on another day.' },
          de: { title: 'Neuer erster Tag', description: 'Nötig, wenn es an einem anderen Tag gehalten wird.' },
        }),
        reason: Sentence.meta({ title: 'Why, in one sentence', de: { title: 'Warum, in einem Satz' } }),
      }),
    }),
  },
});
