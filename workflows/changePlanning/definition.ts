import { z } from 'zod';
import { changeParts } from '../../domain/changeParts.ts';
import { exchanged } from '../../domain/exchanged.ts';
import { Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { ChangeEffects, ChangeSize, FollowUp, Touched } from '../../domain/records/change.ts';
import { Day, PersonId, Prose, Reference, Sentence } from '../../domain/records/common.ts';
import * as words from './words.ts';

const partNames = (language: 'en' | 'de') => Object.fromEntries(Touched.options.map((part) => [part, changeParts[part][language]]));

const purpose = Said.meta({
  ...{ title: 'What is to change, and what for', description: 'What will be otherwise afterwards, and what that is good for.' },
  de: { title: 'Was sich ändern soll, und wozu', description: 'Was danach anders ist, und wofür das gut ist.' },
});

const effect = {
  touches: z
    .array(Touched)
    .max(12)
    .meta({
      ...{ title: 'What it touches', description: 'Each is followed up before the change is closed.', options: partNames('en') },
      de: {
        title: 'Was sie berührt',
        description: 'Jedes wird nachgeführt, bevor die Änderung geschlossen wird.',
        options: partNames('de'),
      },
    }),
  documents: z
    .array(Reference)
    .max(20)
    .optional()
    .meta({
      ...{
        title: 'Documents that it changes',
        description: 'One reference a line, such as DOC-003. Once the change is carried out, a new version of each is asked for.',
        names: 'documents',
      },
      de: {
        title: 'Dokumente, die sie ändert',
        description: 'Eine Referenz je Zeile, etwa DOC-003. Ist die Änderung umgesetzt, wird von jedem eine neue Version verlangt.',
      },
    }),
  consequences: Prose.optional().meta({
    ...{ title: 'What follows from it', description: 'Wanted and unwanted, for whom.' },
    de: { title: 'Was daraus folgt', description: 'Gewolltes und Ungewolltes, und für wen.' },
  }),
  integrity: Prose.optional().meta({
    ...{
      title: 'What keeps the ISMS whole meanwhile',
      description: 'So that nothing is without an owner, a rule or a control while it changes.',
    },
    de: {
      title: 'Was das ISMS währenddessen zusammenhält',
      description: 'Damit im Übergang nichts ohne Zuständigkeit, Regel oder Maßnahme ist.',
    },
  }),
  resources: Prose.optional().meta({
    ...{ title: 'With what means', description: 'Money, time, people; say so as well if none are needed.' },
    de: { title: 'Mit welchen Mitteln', description: 'Geld, Zeit, Menschen; schreiben Sie es auch, wenn keine nötig sind.' },
  }),
  responsible: PersonId.optional().meta({
    ...{ title: 'Who plans it and carries it out?', description: 'Name or mail address; left empty it stays with whoever has it now.' },
    de: { title: 'Wer plant sie und setzt sie um?', description: 'Name oder Mailadresse; leer bleibt es bei der jetzigen Person.' },
  }),
  responsibilities: Prose.optional().meta({
    ...{ title: 'Responsibilities that change', description: 'Who answers for something that somebody else answers for today.' },
    de: { title: 'Zuständigkeiten, die sich ändern', description: 'Wer für etwas zuständig wird, wofür es heute jemand anderes ist.' },
  }),
  size: ChangeSize.meta({
    ...{ title: 'How big is it?', options: { minor: 'Minor', major: 'Major: top management approves it' } },
    description: 'Scope, policy and criteria are always major.',
    chosen: { minor: 'Minor', major: 'Major' },
    de: {
      title: 'Wie groß ist sie?',
      options: { minor: 'Geringfügig', major: 'Wesentlich: die Leitung genehmigt sie' },
      description: 'Geltungsbereich, Leitlinie und Kriterien sind immer wesentlich.',
      chosen: { minor: 'Geringfügig', major: 'Wesentlich' },
    },
  }),
  significant: z.boolean().meta({
    ...{
      title: 'It may make risks others than they were judged',
      description: 'Scope, criteria, a new site, supplier, platform or law: then name them.',
    },
    de: {
      title: 'Sie kann Risiken verändern',
      description: 'Geltungsbereich, Kriterien, ein neuer Standort, Lieferant, System oder Gesetz: Nennen Sie sie dann.',
    },
  }),
  risks: z
    .array(Reference)
    .max(50)
    .meta({
      ...{ title: 'Risks to be judged before it is approved', description: 'One reference a line, such as RSK-017.', names: 'risks' },
      de: { title: 'Risiken, die vor der Genehmigung zu beurteilen sind', description: 'Eine Referenz je Zeile, etwa RSK-017.' },
    }),
};

const verdict = z.enum(['assessed', 'unclear']).meta({
  ...{ title: 'Can its effect be judged?', options: { assessed: 'Yes, below', unclear: 'No: back to whoever asked for it' } },
  chosen: { assessed: 'Judged', unclear: 'Back to whoever asked' },
  de: {
    title: 'Lässt sich die Wirkung beurteilen?',
    options: { assessed: 'Ja, siehe unten', unclear: 'Nein: zurück an die Person, die darum bat' },
    chosen: { assessed: 'Beurteilt', unclear: 'Zurückgegeben' },
  },
});

const decision = z.enum(['approve', 'return', 'reject', 'defer']).meta({
  title: 'Your decision',
  options: {
    approve: 'Approve, and grant the means',
    return: 'Return: its effect has to be judged again',
    reject: 'Reject',
    defer: 'Put off until a day',
  },
  chosen: { approve: 'Approved', return: 'Returned', reject: 'Rejected', defer: 'Put off' },
  de: {
    title: 'Ihre Entscheidung',
    options: {
      approve: 'Zustimmen und die Mittel gewähren',
      return: 'Zurückgeben: Die Wirkung ist neu zu beurteilen',
      reject: 'Ablehnen',
      defer: 'Bis zu einem Tag aufschieben',
    },
    chosen: { approve: 'Zugestimmt', return: 'Zurückgegeben', reject: 'Abgelehnt', defer: 'Aufgeschoben' },
  },
});

const byManager = { by: 'ismsManager', about: 'changes', ladder: 'standard', agrees: 'change' } as const;
const ofResponsible = { by: 'processOwner', about: 'changes', answer: 'link', ladder: 'standard' } as const;

export const definition = defineProcess({
  key: 'changePlanning',
  version: 1,
  title: { en: 'Planned change of the ISMS', de: 'Geplante Änderung des ISMS' },
  purpose: {
    en: 'What changes in the ISMS is thought through, approved and prepared before, and looked at after.',
    de: 'Was sich im ISMS ändert, wird vorher durchdacht, genehmigt und vorbereitet, und danach angesehen.',
  },
  clauses: ['6.3', '8.1'],
  phase: 'act',
  accountable: 'ismsManager',
  consulted: ['riskOwner', 'controlOwner', 'assetOwner', 'humanResources', 'legal', 'itOperations', 'supplierManager'],
  informed: ['everyone'],
  inputs: [exchanged.changesAsked, exchanged.judgedRisks],
  outputs: [exchanged.changesMade, exchanged.touched, exchanged.statements],
  subject: z.strictObject({
    change: Reference.meta({ title: 'Change', description: 'Its reference in the register, such as CHG-003.', names: 'changes' }),
  }),
  runKey: ({ change }) => change,
  supersedes: false,
  gates: ['G15'],
  plan: [{ task: 'assess', about: ({ change }) => String(change) }],
  leadsTo: [
    {
      ...{ process: 'targetedRiskReview', how: 'starts' },
      when: { en: 'the change is significant, before it is approved', de: 'die Änderung bedeutend ist, vor ihrer Genehmigung' },
    },
    {
      ...{ process: 'documentControl', how: 'starts' },
      when: { en: 'it is carried out and changes documents', de: 'sie umgesetzt ist und Dokumente ändert' },
    },
  ],
  tasks: {
    request: defineTask({
      ...words.request,
      ...ofResponsible,
      due: { workingDays: 1, from: 'opening' },
      amendedAfter: { assess: 'unclear' },
      outcome: z.strictObject({ purpose, reason: Reason }),
    }),
    assess: defineTask({
      ...words.assess,
      ...{ ...byManager, answer: 'link' },
      due: { workingDays: 5, from: 'run' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({ decision: verdict, ...effect, reason: Reason }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ ...byManager, answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 15, from: 'run' },
      outcome: z.strictObject({
        decision,
        until: Day.optional().meta({
          ...{ title: 'Put off until', description: 'Its effect is judged anew then.' },
          de: { title: 'Aufgeschoben bis', description: 'Dann wird die Wirkung neu beurteilt.' },
        }),
        reason: Reason,
      }),
    }),
    plan: defineTask({
      ...words.plan,
      ...{ ...ofResponsible, agrees: 'change' },
      due: { workingDays: 20, from: 'run' },
      outcome: z.strictObject({
        steps: Said.meta({
          ...{ title: 'Steps', description: 'What is done in which order, and by whom.' },
          de: { title: 'Schritte', description: 'Was in welcher Reihenfolge getan wird, und von wem.' },
        }),
        due: Day.meta({ title: 'Done by', de: { title: 'Fertig bis' } }),
        communication: Said.meta({
          ...{ title: 'Who is told what, and when', description: 'All who are affected.' },
          de: { title: 'Wer wann was erfährt', description: 'Alle, die es betrifft.' },
        }),
        fallback: Said.meta({
          ...{ title: 'What if it goes wrong', description: 'How to get back to how it was.' },
          de: { title: 'Was, wenn es misslingt', description: 'Wie es zurückgenommen wird.' },
        }),
      }),
    }),
    implement: defineTask({
      ...words.implement,
      ...{ ...ofResponsible, ladder: 'long' },
      due: { workingDays: 60, from: 'opening' },
      outcome: z.strictObject({
        result: Said.meta({
          ...{ title: 'What was done', description: 'What shows it may be added as a file below.' },
          de: { title: 'Was getan wurde', description: 'Was es belegt, können Sie unten als Datei anfügen.' },
        }),
      }),
    }),
    statement: defineTask({
      ...words.statement,
      ...{ ...byManager, answer: 'login' },
      due: { workingDays: 10, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['publish', 'asItIs']).meta({
          title: 'Is there to be a new version?',
          options: { publish: 'Publish the statement as it stands now', asItIs: 'No: no line of it is another' },
          chosen: { publish: 'Published', asItIs: 'Left as it is' },
          de: {
            title: 'Soll es eine neue Version geben?',
            options: { publish: 'Die Erklärung veröffentlichen, wie sie jetzt ist', asItIs: 'Nein: Keine Zeile ändert sich' },
            chosen: { publish: 'Veröffentlicht', asItIs: 'Bleibt, wie sie ist' },
          },
        }),
        reason: Sentence.meta({
          ...{ title: 'What has changed in it, one sentence', description: 'It stands in the version; or why nothing has.' },
          de: {
            title: 'Was sich in ihr geändert hat, ein Satz',
            description: 'Er steht in der Version; oder warum sich nichts geändert hat.',
          },
        }),
      }),
    }),
    review: defineTask({
      ...words.review,
      ...{ ...byManager, answer: 'login' },
      due: { workingDays: 10, from: 'opening' },
      outcome: z.strictObject({
        effects: ChangeEffects.meta({
          title: 'What came of it?',
          options: {
            asIntended: 'What was intended',
            acceptable: 'Something else as well, which may stay so',
            notAcceptable: 'Something that cannot stay so: back to the plan',
          },
          chosen: { asIntended: 'As intended', acceptable: 'Acceptable', notAcceptable: 'Not acceptable' },
          de: {
            title: 'Was kam dabei heraus?',
            options: {
              asIntended: 'Was beabsichtigt war',
              acceptable: 'Auch anderes, das so bleiben kann',
              notAcceptable: 'Etwas, das nicht so bleiben kann: zurück zur Planung',
            },
            chosen: { asIntended: 'Wie beabsichtigt', acceptable: 'Hinnehmbar', notAcceptable: 'Nicht hinnehmbar' },
          },
        }),
        unintended: Sentence.optional().meta({
          ...{ title: 'What nobody had intended', description: 'Needed unless all is as intended.' },
          de: { title: 'Was niemand beabsichtigt hatte', description: 'Nötig, wenn nicht alles wie beabsichtigt ist.' },
        }),
        followUp: z
          .array(
            z.strictObject({
              what: FollowUp.shape.what.meta({
                title: 'What was touched',
                options: partNames('en'),
                de: { title: 'Was berührt wurde', options: partNames('de') },
              }),
              how: FollowUp.shape.how.meta({ title: 'What became of it', de: { title: 'Was daraus wurde' } }),
            }),
          )
          .max(12)
          .meta({
            ...{
              title: 'What it touches is brought up to date',
              description: 'One row for each, such as the version of the Statement of Applicability or of a document.',
            },
            de: {
              title: 'Was sie berührt, ist nachgeführt',
              description: 'Eine Zeile für jedes, etwa die Version der Erklärung zur Anwendbarkeit oder eines Dokuments.',
            },
          }),
        reason: Reason,
      }),
    }),
  },
});
