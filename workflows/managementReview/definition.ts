import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, Period, PersonId, Prose, Reference, Sentence, Title } from '../../domain/records/common.ts';
import { DecisionKind, DecisionStarts, InputLine, ReviewVerdict } from '../../domain/records/managementReview.ts';
import { reviewLines } from '../../domain/reviewLines.ts';
import * as words from './words.ts';

const lineNames = (language: 'en' | 'de') => Object.fromEntries(InputLine.options.map((line) => [line, reviewLines[line].title[language]]));

const verdict = (en: string, de: string) =>
  ReviewVerdict.meta({
    ...{ title: en, options: { yes: 'Yes', partly: 'Partly', no: 'No' } },
    de: { title: de, options: { yes: 'Ja', partly: 'Teilweise', no: 'Nein' } },
  });

const Decision = z.strictObject({
  kind: DecisionKind.meta({
    title: 'Kind',
    options: { improvement: 'An improvement', ismsChange: 'A change of the ISMS', resources: 'Resources', other: 'Something else' },
    de: {
      title: 'Art',
      options: { improvement: 'Eine Verbesserung', ismsChange: 'Eine Änderung des ISMS', resources: 'Mittel', other: 'Etwas anderes' },
    },
  }),
  text: Sentence.meta({ title: 'What was decided', de: { title: 'Was entschieden wurde' } }),
  owner: PersonId.meta({ title: 'Who carries it out?', de: { title: 'Wer setzt es um?' } }),
  due: Day.meta({ title: 'By when?', de: { title: 'Bis wann?' } }),
  starts: DecisionStarts.meta({
    title: 'What it starts',
    options: {
      ...{
        action: 'Its owner carries it out',
        correctiveAction: 'A corrective action',
        targetedRiskReview: 'A review of one risk',
        internalAudit: 'An audit',
      },
      ...{
        changePlanning: 'A planned change',
        riskTreatment: 'The treatment of one risk',
        objectives: 'New objectives',
        nothing: 'Nothing',
      },
    },
    de: {
      title: 'Was daraus folgt',
      options: {
        ...{
          action: 'Die verantwortliche Person setzt es um',
          correctiveAction: 'Eine Korrekturmaßnahme',
          targetedRiskReview: 'Die Überprüfung eines Risikos',
        },
        ...{
          internalAudit: 'Ein Audit',
          changePlanning: 'Eine geplante Änderung',
          riskTreatment: 'Die Behandlung eines Risikos',
        },
        ...{ objectives: 'Neue Ziele', nothing: 'Nichts' },
      },
    },
  }),
  risk: Reference.optional().meta({
    ...{ title: 'Risk', description: 'Where one is to be reviewed or treated: its reference, such as RSK-017.' },
    de: { title: 'Risiko', description: 'Wenn eines überprüft oder behandelt werden soll: die Referenz, etwa RSK-017.' },
  }),
  period: Period.optional().meta({
    ...{ title: 'Period', description: 'Where objectives are to be set: a year such as 2027, or 2027-H2.' },
    de: { title: 'Zeitraum', description: 'Wenn Ziele gesetzt werden sollen: ein Jahr wie 2027, oder 2027-H2.' },
  }),
  reason: Sentence.optional().meta({
    ...{ title: 'Why nothing follows', description: 'Needed where it starts nothing.' },
    de: { title: 'Warum nichts folgt', description: 'Nötig, wenn nichts daraus folgt.' },
  }),
});

const people = (en: string, de: string) =>
  z
    .array(z.strictObject({ person: PersonId.meta({ title: 'Name or mail address', de: { title: 'Name oder Mailadresse' } }) }))
    .max(20)
    .meta({ title: en, de: { title: de } });

const byManager = { by: 'ismsManager', about: 'managementReviews', answer: 'login', ladder: 'standard' } as const;
const byLeaders = { by: 'topManagement', answer: 'login' } as const;

export const definition = defineProcess({
  key: 'managementReview',
  version: 1,
  title: { en: 'Management review', de: 'Managementbewertung' },
  purpose: {
    en: 'Top management looks at how the ISMS does, by what the year has shown, and decides what changes.',
    de: 'Die Leitung sieht an dem, was das Jahr gezeigt hat, wie das ISMS dasteht, und entscheidet, was sich ändert.',
  },
  clauses: ['9.3', '5.1'],
  phase: 'check',
  accountable: 'topManagement',
  consulted: ['processOwner', 'riskOwner', 'auditProgrammeManager', 'legal'],
  informed: ['everyone'],
  inputs: [
    exchanged.carriedOut,
    exchanged.issues,
    exchanged.requirements,
    exchanged.corrected,
    exchanged.values,
    exchanged.yearPlan,
    exchanged.yearReport,
    exchanged.findings,
    exchanged.objectives,
    exchanged.judgedRisks,
    exchanged.acceptances,
    exchanged.treatmentPlans,
    exchanged.controlsInPlace,
    exchanged.changesMade,
    exchanged.improvements,
    { en: 'what interested parties report back', de: 'Rückmeldungen interessierter Parteien' },
  ],
  outputs: [exchanged.decisions, exchanged.nonconformities, exchanged.changesAsked, exchanged.touched],
  cadence: { every: 'year', openOn: { workingDay: 1 } },
  subject: z.strictObject({ period: Period }),
  runKey: ({ period }) => period,
  supersedes: true,
  gates: ['G11', 'G15'],
  plan: [{ task: 'fix' }],
  leadsTo: [
    { ...{ process: 'reviewDecision', how: 'starts' }, when: { en: 'something was decided', de: 'etwas entschieden wurde' } },
    {
      ...{ process: 'correctiveAction', how: 'starts' },
      when: { en: 'a decision wants a corrective action', de: 'eine Entscheidung eine Korrekturmaßnahme verlangt' },
    },
    {
      ...{ process: 'targetedRiskReview', how: 'starts' },
      when: { en: 'a decision wants a risk looked at again', de: 'ein Risiko neu angesehen werden soll' },
    },
    {
      ...{ process: 'internalAudit', how: 'starts' },
      when: { en: 'a decision wants an audit', de: 'eine Entscheidung ein Audit verlangt' },
    },
    { ...{ process: 'changePlanning', how: 'starts' }, when: { en: 'the ISMS is to change', de: 'sich das ISMS ändern soll' } },
    { ...{ process: 'riskTreatment', how: 'starts' }, when: { en: 'a risk is to be treated', de: 'ein Risiko behandelt werden soll' } },
    { ...{ process: 'objectives', how: 'starts' }, when: { en: 'objectives are to be set', de: 'Ziele gesetzt werden sollen' } },
  ],
  tasks: {
    fix: defineTask({
      ...words.fix,
      ...{ ...byManager, agrees: 'reviewDay' },
      due: { workingDays: 10, from: 'run' },
      outcome: z.strictObject({
        day: Day.meta({ title: 'Day of the review', de: { title: 'Tag der Bewertung' } }),
        place: Title.optional().meta({ title: 'Where, and when on that day', de: { title: 'Wo, und zu welcher Zeit' } }),
        participants: people('Who takes part', 'Wer teilnimmt'),
        contributors: z
          .array(
            z.strictObject({
              line: InputLine.meta({ title: 'Input', options: lineNames('en'), de: { title: 'Eingabe', options: lineNames('de') } }),
              person: PersonId.meta({ title: 'Who delivers it?', de: { title: 'Wer liefert sie?' } }),
            }),
          )
          .max(10)
          .meta({
            ...{
              title: 'Who delivers which input',
              description: 'Those that are not named here are asked of you, of legal, and of whoever manages the audit programme.',
            },
            de: {
              title: 'Wer welche Eingabe liefert',
              description: 'Nach den übrigen werden Sie, das Recht und die Leitung des Auditprogramms gefragt.',
            },
          }),
      }),
    }),
    deliver: defineTask({
      ...words.deliver,
      ...{ by: 'processOwner', about: 'reviewInputs', answer: 'link', ladder: 'standard', agrees: 'inputSaid' },
      due: { workingDays: 10, from: 'opening' },
      outcome: z.strictObject({
        says: z.enum(['content', 'nothing']).meta({
          ...{ title: 'Is there something to say?', options: { content: 'Yes, below', nothing: 'None, and no change' } },
          chosen: { content: 'Said', nothing: 'None, no change' },
          de: {
            title: 'Gibt es etwas zu sagen?',
            options: { content: 'Ja, siehe unten', nothing: 'Nichts, und keine Änderung' },
            chosen: { content: 'Gesagt', nothing: 'Nichts, keine Änderung' },
          },
        }),
        text: Prose.optional().meta({
          ...{ title: 'What top management has to know', description: 'A comment on the figures, and what they do not show.' },
          de: { title: 'Was die Leitung wissen muss', description: 'Eine Bemerkung zu den Zahlen, und was sie nicht zeigen.' },
        }),
      }),
    }),
    pack: defineTask({
      ...words.pack,
      ...byManager,
      due: { workingDays: 3, from: 'opening' },
      outcome: z.strictObject({
        packNote: Said.meta({ title: 'Agenda, and what is missing', de: { title: 'Tagesordnung, und was fehlt' } }),
      }),
    }),
    hold: defineTask({
      ...words.hold,
      ...{ ...byLeaders, about: 'managementReviews', ladder: 'standard', agrees: 'attendance' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        held: z.enum(['held', 'postponed']).meta({
          ...{ title: 'Was it held?', options: { held: 'Yes', postponed: 'No, on another day' } },
          chosen: { held: 'Held', postponed: 'Postponed' },
          de: {
            title: 'Hat sie stattgefunden?',
            options: { held: 'Ja', postponed: 'Nein, an einem anderen Tag' },
            chosen: { held: 'Abgehalten', postponed: 'Verschoben' },
          },
        }),
        day: Day.meta({
          ...{ title: 'On which day?', description: 'The day it was held, or is going to be.' },
          de: { title: 'An welchem Tag?', description: 'Der Tag, an dem sie war oder sein wird.' },
        }),
        attended: people('Who took part', 'Wer teilgenommen hat'),
      }),
    }),
    minute: defineTask({
      ...words.minute,
      ...{ ...byManager, agrees: 'bothKinds' },
      due: { workingDays: 3, from: 'opening' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        minutes: Said.meta({ title: 'Minutes', de: { title: 'Protokoll' } }),
        suitable: verdict('Is the ISMS still suitable?', 'Ist das ISMS noch geeignet?'),
        adequate: verdict('Is it adequate?', 'Ist es angemessen?'),
        effective: verdict('Is it effective?', 'Ist es wirksam?'),
        decisions: z
          .array(Decision)
          .max(20)
          .meta({ title: 'Decisions', de: { title: 'Entscheidungen' } }),
        noImprovement: Sentence.optional().meta({
          ...{ title: 'Why no improvement is pursued', description: 'Needed where there is no decision on one.' },
          de: { title: 'Warum keine Verbesserung verfolgt wird', description: 'Nötig, wenn zu keiner entschieden wurde.' },
        }),
        noChange: Sentence.optional().meta({
          ...{ title: 'Why the ISMS does not change', description: 'Needed where there is no decision on a change.' },
          de: { title: 'Warum sich das ISMS nicht ändert', description: 'Nötig, wenn zu keiner Änderung entschieden wurde.' },
        }),
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ ...byLeaders, about: 'managementReviews', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: approveOrReturn(),
        reason: Reason,
      }),
    }),
    accept: defineTask({
      ...words.accept,
      ...{ by: 'processOwner', about: 'reviewDecisions', answer: 'link', ladder: 'standard' },
      due: { workingDays: 4, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['accept', 'handBack']).meta({
          ...{ title: 'Do you take it on?', options: { accept: 'Yes', handBack: 'No, somebody else should' } },
          chosen: { accept: 'Taken on', handBack: 'Handed back' },
          de: {
            title: 'Übernehmen Sie es?',
            options: { accept: 'Ja', handBack: 'Nein, das sollte jemand anderes' },
            chosen: { accept: 'Übernommen', handBack: 'Zurückgegeben' },
          },
        }),
        note: Prose.optional().meta({ title: 'Why, or how you will go about it', de: { title: 'Warum, oder wie Sie es angehen' } }),
      }),
    }),
    reassign: defineTask({
      ...words.reassign,
      ...{ ...byLeaders, about: 'reviewDecisions', ladder: 'standard' },
      due: { workingDays: 3, from: 'opening' },
      outcome: z.strictObject({
        owner: PersonId.meta({ title: 'Who carries it out?', de: { title: 'Wer setzt es um?' } }),
        due: Day.meta({ title: 'By when?', de: { title: 'Bis wann?' } }),
      }),
    }),
  },
});
