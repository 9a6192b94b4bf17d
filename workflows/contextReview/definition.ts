import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Period, Prose, Reference, Sentence, Title } from '../../domain/records/common.ts';
import * as words from './words.ts';

const ended = (register: string) =>
  z
    .array(Reference)
    .max(50)
    .meta({
      ...{ title: 'Which have ended?', description: 'One reference a line; left empty none has.', names: register },
      de: { title: 'Welche sind beendet?', description: 'Eine Referenz je Zeile; leer ist keine beendet.' },
    });

const NewIssue = z.strictObject({
  kind: z.enum(['internal', 'external']).meta({
    ...{ title: 'Inside or outside', options: { internal: 'Inside', external: 'Outside' } },
    de: { title: 'Innen oder außen', options: { internal: 'Innen', external: 'Außen' } },
  }),
  name: Title.meta({ title: 'Issue', de: { title: 'Thema' } }),
  effect: Sentence.meta({ title: 'What it does to the ISMS', de: { title: 'Was es für das ISMS bedeutet' } }),
});

const NewParty = z.strictObject({
  name: Title.meta({ title: 'Who', de: { title: 'Wer' } }),
  kind: z.enum(['internal', 'customer', 'supplier', 'authority', 'owner', 'other']).meta({
    title: 'Kind',
    options: { internal: 'Inside', customer: 'Customer', supplier: 'Supplier', authority: 'Authority', owner: 'Owner', other: 'Other' },
    de: {
      title: 'Art',
      options: {
        internal: 'Intern',
        customer: 'Kundschaft',
        supplier: 'Lieferant',
        authority: 'Behörde',
        owner: 'Eigentümer',
        other: 'Andere',
      },
    },
  }),
  expects: Sentence.meta({ title: 'What they expect', de: { title: 'Was sie erwarten' } }),
});

const NewRequirement = z.strictObject({
  party: Title.meta({
    ...{ title: 'Of whom', description: 'Reference or name of an interested party; a new name is a new party.' },
    de: { title: 'Von wem', description: 'Referenz oder Name einer interessierten Partei; ein neuer Name ist eine neue Partei.' },
  }),
  name: Title.meta({ title: 'What is required', de: { title: 'Was gefordert ist' } }),
  source: z.enum(['law', 'regulation', 'contract', 'expectation']).meta({
    ...{
      title: 'Where it comes from',
      options: { law: 'Law', regulation: 'Regulation', contract: 'Contract', expectation: 'Expectation' },
    },
    de: { title: 'Woher', options: { law: 'Gesetz', regulation: 'Verordnung', contract: 'Vertrag', expectation: 'Erwartung' } },
  }),
  addressed: z.enum(['yes', 'no']).meta({
    ...{ title: 'Does the ISMS take it up?', options: { yes: 'Yes', no: 'No, for the reason below' } },
    de: { title: 'Greift das ISMS es auf?', options: { yes: 'Ja', no: 'Nein, aus dem Grund unten' } },
  }),
  control: Title.optional().meta({
    ...{ title: 'By which control?', description: 'Its reference; or the name of a new one, which is then planned and proposed.' },
    de: {
      title: 'Durch welche Maßnahme?',
      description: 'Ihre Referenz; oder der Name einer neuen, die dann geplant und vorgeschlagen wird.',
    },
  }),
  document: Title.optional().meta({
    ...{
      title: 'Which document has to say so?',
      description: 'Its reference; or the title of a new one. That it is written is proposed. Left empty none has to.',
    },
    de: {
      title: 'Welches Dokument muss es sagen?',
      description: 'Seine Referenz; oder der Titel eines neuen. Vorgeschlagen wird, dass es geschrieben wird. Leer muss es keines.',
    },
  }),
  reason: Sentence.optional().meta({ title: 'Reason why not', de: { title: 'Grund, warum nicht' } }),
});

export const definition = defineProcess({
  key: 'contextReview',
  version: 1,
  title: { en: 'Context and interested parties', de: 'Kontext und interessierte Parteien' },
  purpose: {
    en: 'Once a year it is looked at who expects what of the information security, and what has changed around it.',
    de: 'Einmal im Jahr wird angesehen, wer was von der Informationssicherheit erwartet, und was sich um sie herum geändert hat.',
  },
  clauses: ['4.1', '4.2', '4.3'],
  phase: 'plan',
  accountable: 'topManagement',
  consulted: ['processOwner', 'riskOwner', 'humanResources', 'itOperations', 'supplierManager'],
  informed: ['everyone'],
  inputs: [
    exchanged.scope,
    exchanged.changesMade,
    exchanged.yearPlan,
    { en: 'law, contracts and what people outside say', de: 'Recht, Verträge und was von außen gesagt wird' },
  ],
  outputs: [exchanged.issues, exchanged.requirements, exchanged.scope, exchanged.changesAsked, exchanged.touched, exchanged.proposals],
  cadence: { every: 'year', openOn: { workingDay: 2 } },
  subject: z.strictObject({ period: Period }),
  runKey: ({ period }) => period,
  supersedes: true,
  gates: ['G15'],
  leadsTo: [
    { process: 'targetedRiskReview', how: 'proposes', when: { en: 'a change touches a risk', de: 'eine Änderung ein Risiko berührt' } },
    {
      ...{ process: 'controlImplementation', how: 'proposes' },
      when: { en: 'a requirement is taken up by a new control', de: 'eine Anforderung durch eine neue Maßnahme aufgegriffen wird' },
    },
    {
      ...{ process: 'documentControl', how: 'proposes' },
      when: { en: 'a document has to say what is required', de: 'ein Dokument sagen muss, was gefordert ist' },
    },
    { process: 'changePlanning', how: 'starts', when: { en: 'the scope changes', de: 'der Geltungsbereich sich ändert' } },
  ],
  plan: [{ task: 'issues' }, { task: 'parties' }, { task: 'requirements' }],
  tasks: {
    issues: defineTask({
      ...words.issues,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'run' }, ladder: 'standard' },
      outcome: z.strictObject({
        climate: z.enum(['yes', 'no']).meta({
          ...{ title: 'Is climate change a relevant issue?', options: { yes: 'Yes', no: 'No' } },
          de: { title: 'Ist der Klimawandel ein relevantes Thema?', options: { yes: 'Ja', no: 'Nein' } },
        }),
        climateReason: Sentence.meta({ title: 'Why, one sentence', de: { title: 'Warum, ein Satz' } }),
        added: z
          .array(NewIssue)
          .max(20)
          .meta({ title: 'New issues', de: { title: 'Neue Themen' } }),
        ended: ended('issues'),
      }),
    }),
    parties: defineTask({
      ...words.parties,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'run' }, ladder: 'standard' },
      outcome: z.strictObject({
        added: z
          .array(NewParty)
          .max(20)
          .meta({ title: 'New interested parties', de: { title: 'Neue interessierte Parteien' } }),
        ended: ended('interestedParties'),
        note: Sentence.meta({
          ...{ title: 'What you looked at, one sentence', description: 'Needed also where nothing has changed.' },
          de: { title: 'Was Sie angesehen haben, ein Satz', description: 'Auch nötig, wenn sich nichts geändert hat.' },
        }),
      }),
    }),
    requirements: defineTask({
      ...words.requirements,
      ...{ by: 'legal', answer: 'link', due: { workingDays: 10, from: 'run' }, ladder: 'standard' },
      outcome: z.strictObject({
        added: z
          .array(NewRequirement)
          .max(20)
          .meta({ title: 'New requirements', de: { title: 'Neue Anforderungen' } }),
        ended: ended('requirements'),
        note: Sentence.meta({
          ...{ title: 'What you looked at, one sentence', description: 'Needed also where nothing has changed.' },
          de: { title: 'Was Sie angesehen haben, ein Satz', description: 'Auch nötig, wenn sich nichts geändert hat.' },
        }),
      }),
    }),
    effect: defineTask({
      ...words.effect,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 15, from: 'run' }, ladder: 'standard' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        scope: Prose.optional().meta({
          ...{
            title: 'Scope, where it changes',
            description: 'Boundaries, sites, units, interfaces, what is left out and why. Left empty the scope stands.',
          },
          de: {
            title: 'Geltungsbereich, wenn er sich ändert',
            description: 'Grenzen, Standorte, Bereiche, Schnittstellen, was außen vor bleibt und warum. Leer bleibt er, wie er ist.',
          },
        }),
        risks: z
          .array(Reference)
          .max(50)
          .meta({
            ...{
              title: 'Risks that are touched',
              description: 'One reference a line; each gets a targeted review, if it is accepted.',
              names: 'risks',
            },
            de: {
              title: 'Berührte Risiken',
              description: 'Eine Referenz je Zeile; zu jedem wird eine anlassbezogene Überprüfung vorgeschlagen.',
            },
          }),
        reason: Reason,
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ by: 'topManagement', answer: 'login', approval: true, due: { workingDays: 5, from: 'opening' }, ladder: 'approval' },
      outcome: z.strictObject({
        decision: approveOrReturn(),
        reason: Reason,
      }),
    }),
    communicate: defineTask({
      ...words.communicate,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 3, from: 'opening' }, ladder: 'standard' },
      outcome: z.strictObject({
        told: Said.meta({
          ...{ title: 'What was told to whom, and how', description: 'Or why nobody needed to be told.' },
          de: { title: 'Was wem wie gesagt wurde', description: 'Oder warum niemand etwas erfahren musste.' },
        }),
      }),
    }),
  },
});
