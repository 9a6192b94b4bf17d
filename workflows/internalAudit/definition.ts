import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { AuditConclusion, AuditMethod, FindingGrade } from '../../domain/records/audit.ts';
import { Day, PersonId, Prose, Reference, Sentence, Title } from '../../domain/records/common.ts';
import { scopeFields } from '../auditProgramme/definition.ts';
import * as words from './words.ts';

const grades = {
  title: 'Grade',
  options: {
    major: 'Major nonconformity',
    minor: 'Minor nonconformity',
    opportunity: 'Opportunity for improvement',
    observation: 'Observation',
  },
  de: {
    title: 'Einstufung',
    options: {
      major: 'Wesentliche Nichtkonformität',
      minor: 'Geringfügige Nichtkonformität',
      opportunity: 'Verbesserungsmöglichkeit',
      observation: 'Beobachtung',
    },
  },
};

const Finding = z.strictObject({
  criterion: Title.meta({
    ...{ title: 'Criterion', description: 'The clause, control or rule that it is measured by.' },
    de: { title: 'Kriterium', description: 'Abschnitt, Maßnahme oder Regel, woran gemessen wird.' },
  }),
  evidence: Said.meta({ title: 'Evidence', de: { title: 'Beleg' } }),
  grade: FindingGrade.meta(grades),
  owner: PersonId.meta({ title: 'Who answers for the area?', de: { title: 'Wer verantwortet den Bereich?' } }),
  risk: Reference.optional().meta({
    ...{ title: 'Risk that it makes look serious', description: 'Its reference, such as RSK-017; left empty where there is none.' },
    de: { title: 'Risiko, das dadurch ernst aussieht', description: 'Die Referenz, etwa RSK-017; leer, wenn es keines gibt.' },
  }),
});

const byLead = { by: 'auditor', about: 'audits', answer: 'link', ladder: 'standard' } as const;
const toAuditee = { by: 'processOwner', answer: 'link', ladder: 'standard' } as const;

export const definition = defineProcess({
  key: 'internalAudit',
  version: 1,
  title: { en: 'Internal audit', de: 'Internes Audit' },
  purpose: {
    en: 'Somebody impartial looks whether the ISMS is as it should be, and what is found is followed until it is dealt with.',
    de: 'Jemand Unparteiisches sieht nach, ob das ISMS ist, wie es sein soll, und was gefunden wird, wird bis zur Erledigung verfolgt.',
  },
  clauses: ['9.2', 'A.5.35', 'A.5.36'],
  phase: 'check',
  accountable: 'topManagement',
  consulted: ['ismsManager', 'controlOwner', 'assetOwner'],
  informed: ['processOwner'],
  inputs: [
    exchanged.programme,
    exchanged.reasons,
    exchanged.statements,
    exchanged.corrected,
    exchanged.decisions,
    { en: 'conversations, documents and samples', de: 'Gespräche, Dokumente und Stichproben' },
  ],
  outputs: [exchanged.findings, exchanged.nonconformities, exchanged.improvements, exchanged.proposals],
  subject: z.strictObject({
    audit: Reference.meta({ title: 'Audit', description: 'Its reference in the register, such as AUD-003.', names: 'audits' }),
  }),
  runKey: ({ audit }) => audit,
  supersedes: false,
  gates: ['G10', 'G15'],
  plan: [{ task: 'fix', about: ({ audit }) => String(audit) }],
  leadsTo: [
    {
      ...{ process: 'correctiveAction', how: 'starts' },
      when: { en: 'a nonconformity was found', de: 'eine Nichtkonformität gefunden wurde' },
    },
    { ...{ process: 'targetedRiskReview', how: 'proposes' }, when: { en: 'a risk looks serious', de: 'ein Risiko ernst aussieht' } },
  ],
  tasks: {
    fix: defineTask({
      ...words.fix,
      ...{ by: 'auditProgrammeManager', about: 'audits', answer: 'login', ladder: 'standard', agrees: 'impartial' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        objective: Said.meta({ title: 'Objective', de: { title: 'Ziel' } }),
        criteria: Said.meta({
          ...{ title: 'Criteria', description: 'By what it is measured: the standard, own documents, law, contracts.' },
          de: { title: 'Kriterien', description: 'Woran gemessen wird: die Norm, eigene Dokumente, Gesetz, Verträge.' },
        }),
        ...scopeFields,
        areas: z
          .array(
            z.strictObject({
              name: Title.meta({ title: 'Area', de: { title: 'Bereich' } }),
              owner: PersonId.meta({ title: 'Who answers for it?', de: { title: 'Wer verantwortet ihn?' } }),
            }),
          )
          .max(20)
          .meta({ title: 'Audited areas', de: { title: 'Auditierte Bereiche' } }),
        methods: z
          .array(AuditMethod)
          .max(5)
          .meta({
            title: 'Methods',
            options: {
              ...{
                interview: 'Interviews',
                documentReview: 'Documents',
                observation: 'Observation',
                sampling: 'Samples',
                remote: 'From afar',
              },
            },
            de: {
              title: 'Methoden',
              options: {
                ...{
                  interview: 'Gespräche',
                  documentReview: 'Dokumente',
                  observation: 'Beobachtung',
                  sampling: 'Stichproben',
                  remote: 'Aus der Ferne',
                },
              },
            },
          }),
        from: Day.meta({ title: 'First day of the fieldwork', de: { title: 'Erster Tag vor Ort' } }),
        to: Day.meta({ title: 'Last day of the fieldwork', de: { title: 'Letzter Tag vor Ort' } }),
        lead: PersonId.meta({
          ...{ title: 'Who leads the audit?', description: 'Somebody who neither owns nor does what is audited.' },
          de: { title: 'Wer leitet das Audit?', description: 'Jemand, dem das Auditierte weder gehört noch obliegt.' },
        }),
        team: z
          .array(z.strictObject({ auditor: PersonId.meta({ title: 'Auditor', de: { title: 'Auditorin oder Auditor' } }) }))
          .max(10)
          .meta({ title: 'Further auditors', de: { title: 'Weitere Auditorinnen und Auditoren' } }),
        impartiality: Sentence.meta({
          title: 'Why the team is competent and impartial, in one sentence',
          de: { title: 'Warum das Team kompetent und unparteiisch ist, in einem Satz' },
        }),
      }),
    }),
    sendPlan: defineTask({
      ...words.sendPlan,
      ...byLead,
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({ agenda: Said.meta({ title: 'Audit plan', de: { title: 'Auditplan' } }) }),
    }),
    receivePlan: defineTask({
      ...words.receivePlan,
      ...{ ...toAuditee, about: 'audits' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        note: Sentence.meta({
          title: 'Who will be there, and what the auditor has to know',
          de: { title: 'Wer da sein wird, und was die Auditorin wissen muss' },
        }),
      }),
    }),
    prepare: defineTask({
      ...words.prepare,
      ...byLead,
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        checklist: Said.meta({
          ...{ title: 'Checklist', description: 'What you read, and what you will ask.' },
          de: { title: 'Checkliste', description: 'Was Sie gelesen haben, und was Sie fragen werden.' },
        }),
        samples: Said.meta({ title: 'Samples', de: { title: 'Stichproben' } }),
      }),
    }),
    fieldwork: defineTask({
      ...words.fieldwork,
      ...byLead,
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        evidence: Said.meta({
          ...{ title: 'What was looked at, who was asked, what was found', description: 'Opening and closing meeting included.' },
          de: { title: 'Was angesehen, wer gefragt, was gefunden wurde', description: 'Mit Eröffnung und Abschluss.' },
        }),
      }),
    }),
    draft: defineTask({
      ...words.draft,
      ...{ ...byLead, agrees: 'findings' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        findings: z
          .array(Finding)
          .max(20)
          .meta({
            title: 'Findings',
            description: 'Left empty where there is none.',
            de: { title: 'Feststellungen', description: 'Leer, wenn es keine gibt.' },
          }),
        impression: Sentence.meta({ title: 'Overall, in one sentence', de: { title: 'Insgesamt, in einem Satz' } }),
      }),
    }),
    check: defineTask({
      ...words.check,
      ...{ ...toAuditee, about: 'auditFindings' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        facts: z.enum(['right', 'wrong']).meta({
          ...{ title: 'Are the facts right?', options: { right: 'Yes', wrong: 'No, back to the auditor' } },
          chosen: { right: 'The facts are right', wrong: 'Back to the auditor' },
          de: {
            title: 'Stimmen die Tatsachen?',
            options: { right: 'Ja', wrong: 'Nein, zurück an die Auditorin' },
            chosen: { right: 'Die Tatsachen stimmen', wrong: 'Zurück an die Auditorin' },
          },
        }),
        response: Sentence.meta({
          ...{ title: 'Your answer, one sentence', description: 'Where something is wrong: what, and what shows it.' },
          de: { title: 'Ihre Antwort, ein Satz', description: 'Wo etwas nicht stimmt: was, und woran man es sieht.' },
        }),
      }),
    }),
    reconsider: defineTask({
      ...words.reconsider,
      ...{ by: 'auditor', about: 'auditFindings', answer: 'link', ladder: 'standard' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['changed', 'withdrawn', 'stands']).meta({
          ...{
            title: 'Does it stand?',
            options: { changed: 'Changed: it goes to the audited side again', withdrawn: 'Taken back', stands: 'It stands' },
          },
          chosen: { changed: 'Changed', withdrawn: 'Taken back', stands: 'Stands' },
          de: {
            title: 'Bleibt sie?',
            options: {
              changed: 'Geändert: Sie geht noch einmal an die auditierte Seite',
              withdrawn: 'Zurückgenommen',
              stands: 'Sie bleibt',
            },
            chosen: { changed: 'Geändert', withdrawn: 'Zurückgenommen', stands: 'Bleibt' },
          },
        }),
        evidence: Prose.optional().meta({
          ...{ title: 'Evidence', description: 'Where it changes.' },
          de: { title: 'Beleg', description: 'Wenn er sich ändert.' },
        }),
        grade: FindingGrade.optional().meta({
          ...grades,
          description: 'Where it changes.',
          de: { ...grades.de, description: 'Wenn sie sich ändert.' },
        }),
        reason: Sentence.meta({ title: 'Why, in one sentence', de: { title: 'Warum, in einem Satz' } }),
      }),
    }),
    deliver: defineTask({
      ...words.deliver,
      ...byLead,
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        conclusion: AuditConclusion.meta({
          ...{
            title: 'Conclusion',
            options: {
              conforms: 'Conforms and works',
              conformsInPart: 'Conforms but for the findings',
              doesNotConform: 'Does not conform',
            },
          },
          de: {
            title: 'Urteil',
            options: {
              conforms: 'Konform und wirksam',
              conformsInPart: 'Konform bis auf die Feststellungen',
              doesNotConform: 'Nicht konform',
            },
          },
        }),
        summary: Said.meta({ title: 'Summary for management', de: { title: 'Zusammenfassung für die Leitung' } }),
        others: z
          .array(
            z.strictObject({
              person: PersonId.meta({ title: 'Who else gets the report?', de: { title: 'Wer bekommt den Bericht noch?' } }),
            }),
          )
          .max(20)
          .meta({
            ...{ title: 'Further recipients', description: 'Top management and whoever answers for the areas get it anyway.' },
            de: { title: 'Weitere Empfänger', description: 'Die Leitung und die Verantwortlichen der Bereiche bekommen ihn ohnehin.' },
          }),
      }),
    }),
    receive: defineTask({
      ...words.receive,
      ...{ ...toAuditee, about: 'audits' },
      due: { workingDays: 10, from: 'opening' },
      outcome: z.strictObject({
        read: z.literal(true).meta({ title: 'I have read it', de: { title: 'Ich habe ihn gelesen' } }),
        note: Prose.optional().meta({ title: 'Note', de: { title: 'Anmerkung' } }),
      }),
    }),
    followUp: defineTask({
      ...words.followUp,
      ...{ by: 'auditor', about: 'auditFindings', answer: 'login', ladder: 'long' },
      due: { workingDays: 15, from: 'opening' },
      outcome: z.strictObject({
        verdict: z.enum(['confirmed', 'again']).meta({
          ...{ title: 'Is it dealt with?', options: { confirmed: 'Yes: put right, and it works', again: 'No: it is taken up again' } },
          chosen: { confirmed: 'Confirmed', again: 'Taken up again' },
          de: {
            title: 'Ist es erledigt?',
            options: { confirmed: 'Ja: behoben, und es wirkt', again: 'Nein: Es wird neu aufgegriffen' },
            chosen: { confirmed: 'Bestätigt', again: 'Neu aufgegriffen' },
          },
        }),
        reason: Sentence.meta({ title: 'What you looked at, in one sentence', de: { title: 'Was Sie angesehen haben, in einem Satz' } }),
      }),
    }),
  },
});
