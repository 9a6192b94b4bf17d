import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { Reason } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, Level, PersonId, Reference, Title } from '../../domain/records/common.ts';
import { ControlKind } from '../../domain/records/control.ts';
import { RiskControl, Strength, TreatmentOption } from '../../domain/records/risk.ts';
import * as words from './words.ts';

const options = z
  .array(TreatmentOption)
  .min(1, 'at least one option')
  .max(4)
  .meta({
    ...{
      title: 'How is it treated?',
      description: 'Several go together. Retained alone, it is decided for how long; nothing else follows.',
    },
    options: {
      modify: 'Modify: controls make it less likely or less bad',
      retain: 'Retain: live with it, or with what is left',
      avoid: 'Avoid: stop what brings it about',
      share: 'Share: by contract or insurance; you stay accountable',
    },
    de: {
      title: 'Wie wird es behandelt?',
      description: 'Mehreres geht zusammen. Allein getragen, wird entschieden, wie lange; sonst folgt nichts.',
      options: {
        modify: 'Verändern: Maßnahmen machen es seltener oder weniger schlimm',
        retain: 'Tragen: damit oder mit dem Rest leben',
        avoid: 'Vermeiden: beenden, was es hervorbringt',
        share: 'Teilen: durch Vertrag oder Versicherung; verantwortlich bleiben Sie',
      },
    },
  });

const references = z.array(z.string().max(40)).max(30).optional();

const existing = references.meta({
  ...{ title: 'Existing controls that act on it as well', description: 'One reference a line, such as CTL-07.', names: 'controls' },
  de: { title: 'Vorhandene Maßnahmen, die auch darauf wirken', description: 'Eine Referenz je Zeile, etwa CTL-07.' },
});

const dropped = references.meta({
  ...{ title: 'Controls that it does not need after all', names: 'controls' },
  description: 'One reference a line. They act on this risk no more; a new one that nobody has begun is retired.',
  de: {
    title: 'Maßnahmen, die es doch nicht braucht',
    description: 'Eine Referenz je Zeile. Sie wirken nicht mehr auf dieses Risiko; eine neue, nicht begonnene entfällt ganz.',
  },
});

const NewControl = z.strictObject({
  name: Title.meta({ title: 'New control', de: { title: 'Neue Maßnahme' } }),
  kind: ControlKind.meta({
    title: 'Kind',
    options: { organizational: 'organizational', people: 'people', physical: 'physical', technological: 'technological', legal: 'legal' },
    de: {
      title: 'Art',
      options: {
        organizational: 'organisatorisch',
        people: 'personell',
        physical: 'physisch',
        technological: 'technisch',
        legal: 'rechtlich',
      },
    },
  }),
  owner: PersonId.meta({
    ...{ title: 'Owner', description: 'Name or mail address of whoever answers for it.' },
    de: { title: 'Verantwortlich', description: 'Name oder Mailadresse.' },
  }),
  actsOn: RiskControl.shape.actsOn.meta({
    ...{ title: 'Acts on', options: { likelihood: 'likelihood', consequence: 'consequence', both: 'both' } },
    de: { title: 'Wirkt auf', options: { likelihood: 'Wahrscheinlichkeit', consequence: 'Auswirkung', both: 'beides' } },
  }),
  strength: Strength.optional().meta({
    ...{ title: 'How strongly, where it works', description: 'Moderate unless said.' },
    options: { none: 'not at all', weak: 'weak', moderate: 'moderate', strong: 'strong', veryStrong: 'very strong' },
    de: {
      title: 'Wie stark, wenn sie wirkt',
      description: 'Ohne Angabe mittel.',
      options: { none: 'gar nicht', weak: 'schwach', moderate: 'mittel', strong: 'stark', veryStrong: 'sehr stark' },
    },
  }),
  group: Reference.optional().meta({
    ...{
      title: 'Fails together with',
      description: 'One word for all that fail together, such as network; of them only the strongest counts.',
    },
    de: {
      title: 'Fällt zusammen aus mit',
      description: 'Ein Wort für alle, die zusammen ausfallen, etwa Netz; von ihnen zählt nur die stärkste.',
    },
  }),
});

const added = z
  .array(NewControl)
  .max(20)
  .optional()
  .meta({ title: 'New controls', de: { title: 'Neue Maßnahmen' } });

const Served = z.strictObject({
  control: Reference.meta({ title: 'Control', description: 'Its reference.', de: { title: 'Maßnahme', description: 'Ihre Referenz.' } }),
  annexA: z
    .array(z.string().regex(/^(A\.)?[5-8]\.\d{1,2}$/, 'a control of Annex A, such as 8.24'))
    .min(1)
    .max(20)
    .meta({
      ...{ title: 'Serves of Annex A', description: 'One number a line, such as 8.24.' },
      de: { title: 'Bedient aus Anhang A', description: 'Eine Nummer je Zeile, etwa 8.24.' },
    }),
});

const served = z
  .array(Served)
  .max(20)
  .optional()
  .meta({
    ...{ title: 'What they serve', description: 'Only what is not in the register yet.' },
    de: { title: 'Was sie bedienen', description: 'Nur, was noch nicht im Register steht.' },
  });

const missing = z.enum(['none', 'some']).meta({
  ...{
    title: 'Is anything missing that is needed?',
    options: { none: 'No, nothing needed is left out', some: 'Yes: back to the controls' },
  },
  chosen: { none: 'Nothing left out', some: 'Something is missing' },
  de: {
    title: 'Fehlt etwas Nötiges?',
    options: { none: 'Nein, nichts Nötiges fehlt', some: 'Ja: zurück zu den Maßnahmen' },
    chosen: { none: 'Nichts fehlt', some: 'Es fehlt etwas' },
  },
});

const Item = z.strictObject({
  control: Reference.meta({ title: 'Control', description: 'Its reference.', de: { title: 'Maßnahme', description: 'Ihre Referenz.' } }),
  responsible: PersonId.meta({
    ...{ title: 'Who brings it about?', description: 'Name or mail address.' },
    de: { title: 'Wer setzt sie um?', description: 'Name oder Mailadresse.' },
  }),
  due: Day.meta({ title: 'By when?', de: { title: 'Bis wann?' } }),
  resources: Title.optional().meta({
    ...{ title: 'With what?', description: 'Money, time, people; empty where nothing special is needed.' },
    de: { title: 'Womit?', description: 'Geld, Zeit, Menschen; leer, wenn nichts Besonderes nötig ist.' },
  }),
  measuredBy: Title.meta({ title: 'What will show that it works?', de: { title: 'Woran wird man die Wirkung sehen?' } }),
});

const items = z
  .array(Item)
  .max(20)
  .optional()
  .meta({
    ...{ title: 'What is to be brought about', description: 'One row for each control that is not there yet.' },
    de: { title: 'Was umzusetzen ist', description: 'Eine Zeile für jede Maßnahme, die es noch nicht gibt.' },
  });

const asksResources = z.boolean().meta({
  ...{ title: 'Top management has to grant the resources', description: 'It is asked once the plan is approved.' },
  de: { title: 'Die Leitung muss die Mittel bewilligen', description: 'Sie wird gefragt, sobald der Plan genehmigt ist.' },
});

const expected = {
  likelihood: Level.meta({ title: 'How likely will it be then?', de: { title: 'Wie wahrscheinlich wird es dann sein?' } }),
  consequence: Level.meta({ title: 'How bad will it be then?', de: { title: 'Wie schlimm wird es dann sein?' } }),
};

const left = {
  likelihood: Level.meta({ title: 'How likely is it now?', de: { title: 'Wie wahrscheinlich ist es jetzt?' } }),
  consequence: Level.meta({ title: 'How bad would it be now?', de: { title: 'Wie schlimm wäre es jetzt?' } }),
};

const planDecision = z.enum(['approve', 'return', 'reject']).meta({
  ...{ title: 'Your decision', options: { approve: 'Approve', return: 'Return to planning', reject: 'Reject: other options are needed' } },
  chosen: { approve: 'Approved', return: 'Returned to planning', reject: 'Rejected' },
  de: {
    title: 'Ihre Entscheidung',
    options: { approve: 'Zustimmen', return: 'Zurück an die Planung', reject: 'Ablehnen: Es braucht andere Optionen' },
    chosen: { approve: 'Zugestimmt', return: 'Zurück an die Planung', reject: 'Abgelehnt' },
  },
});

const resourceDecision = z.enum(['grant', 'refuse']).meta({
  ...{ title: 'Your decision', options: { grant: 'Grant them', refuse: 'Refuse: back to planning' } },
  chosen: { grant: 'Granted', refuse: 'Refused' },
  de: {
    title: 'Ihre Entscheidung',
    options: { grant: 'Bewilligen', refuse: 'Verweigern: zurück an die Planung' },
    chosen: { grant: 'Bewilligt', refuse: 'Verweigert' },
  },
});

const residualDecision = z.enum(['accept', 'continue']).meta({
  ...{ title: 'Your decision', options: { accept: 'Accept what is left', continue: 'Treat it further' } },
  chosen: { accept: 'Accepted', continue: 'To be treated further' },
  de: {
    title: 'Ihre Entscheidung',
    options: { accept: 'Den Rest annehmen', continue: 'Weiter behandeln' },
    chosen: { accept: 'Angenommen', continue: 'Weiter zu behandeln' },
  },
});

const ofPlanner = { by: 'ismsManager', about: 'risks', answer: 'link', ladder: 'standard', agrees: 'treatment' } as const;
const asDecision = { about: 'risks', answer: 'login', approval: true, ladder: 'approval' } as const;

export const definition = defineProcess({
  key: 'riskTreatment',
  version: 1,
  title: { en: 'Risk treatment', de: 'Risikobehandlung' },
  purpose: {
    en: 'A risk is brought down by controls of several kinds, by a plan that its owner approves, until its owner accepts what is left.',
    de: 'Ein Risiko wird durch Maßnahmen mehrerer Arten gesenkt, nach einem genehmigten Plan, bis der Rest angenommen ist.',
  },
  clauses: ['6.1.3', '8.3'],
  phase: 'plan',
  accountable: 'ismsManager',
  consulted: ['controlOwner', 'assetOwner'],
  informed: ['topManagement'],
  inputs: [
    exchanged.criteria,
    exchanged.judgedRisks,
    exchanged.requirements,
    exchanged.controlsInPlace,
    exchanged.decisions,
    { en: 'Annex A, for comparison', de: 'Anhang A, zum Vergleich' },
  ],
  outputs: [exchanged.treatmentPlans, exchanged.reasons, exchanged.proposals],
  subject: z.strictObject({
    risk: Reference.meta({ title: 'Risk', names: 'risks' }),
    because: Title.meta({ title: 'Because of', description: 'Why it is treated: the reference of a record or a run, or a few words.' }),
  }),
  // One treatment of a risk at a time; for the same reason it is not treated twice.
  runKey: ({ risk, because }) => `${risk}-${because.replace(/[^A-Za-z0-9._-]+/g, '-')}`.slice(0, 120),
  joins: ['risk'],
  supersedes: false,
  gates: ['G1', 'G2', 'G3', 'G5', 'G6', 'G15'],
  plan: [{ task: 'chooseOptions', about: ({ risk }) => String(risk) }],
  leadsTo: [
    {
      ...{ process: 'controlImplementation', how: 'starts' },
      when: { en: 'the plan is approved, one for each control', de: 'der Plan genehmigt ist, einer für jede Maßnahme' },
    },
    {
      ...{ process: 'documentControl', how: 'proposes' },
      when: {
        en: 'a planned control is a rule that no document says',
        de: 'eine geplante Maßnahme eine Regel ist, die in keinem Dokument steht',
      },
    },
    {
      ...{ process: 'measureDefinition', how: 'proposes' },
      when: { en: 'controls are approved that nothing measures', de: 'Maßnahmen genehmigt sind, die nichts misst' },
    },
    {
      ...{ process: 'riskAcceptance', how: 'starts' },
      when: {
        en: 'the risk is only retained, or what is left is above the rule',
        de: 'das Risiko nur getragen wird oder der Rest über der Regel liegt',
      },
    },
    {
      ...{ process: 'supplierReview', how: 'proposes' },
      when: { en: 'the risk is shared', de: 'das Risiko geteilt wird' },
    },
  ],
  tasks: {
    chooseOptions: defineTask({
      ...words.chooseOptions,
      ...{ by: 'riskOwner', about: 'risks', answer: 'link', ladder: 'standard' },
      due: { workingDays: 5, from: 'run' },
      outcome: z.strictObject({ options, reason: Reason }),
    }),
    determineControls: defineTask({
      ...words.determineControls,
      ...ofPlanner,
      due: { workingDays: 10, from: 'run' },
      outcome: z.strictObject({ existing, added, dropped, reason: Reason }),
    }),
    compareAnnexA: defineTask({
      ...words.compareAnnexA,
      ...ofPlanner,
      due: { workingDays: 13, from: 'run' },
      outcome: z.strictObject({ served, missing, reason: Reason }),
    }),
    buildPlan: defineTask({
      ...words.buildPlan,
      ...ofPlanner,
      due: { workingDays: 16, from: 'run' },
      amendedAfter: { approvePlan: 'return', approvePlanAbove: 'return', grantResources: 'refuse' },
      outcome: z.strictObject({ items, asksResources, ...expected, reason: Reason }),
    }),
    approvePlan: defineTask({
      ...words.approvePlan,
      ...asDecision,
      by: 'riskOwner',
      due: { workingDays: 21, from: 'run' },
      outcome: z.strictObject({ decision: planDecision, reason: Reason }),
    }),
    approvePlanAbove: defineTask({
      ...words.approvePlanAbove,
      ...asDecision,
      by: 'topManagement',
      due: { workingDays: 21, from: 'run' },
      outcome: z.strictObject({ decision: planDecision, reason: Reason }),
    }),
    grantResources: defineTask({
      ...words.grantResources,
      ...asDecision,
      by: 'topManagement',
      due: { workingDays: 21, from: 'run' },
      outcome: z.strictObject({ decision: resourceDecision, reason: Reason }),
    }),
    acceptResidual: defineTask({
      ...words.acceptResidual,
      ...asDecision,
      by: 'riskOwner',
      due: { workingDays: 5, from: 'opening' },
      agrees: 'treatment',
      outcome: z.strictObject({ decision: residualDecision, ...left, reason: Reason }),
    }),
  },
});
