import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Reference, Title } from '../../domain/records/common.ts';
import { definition as riskReview } from '../riskReview/definition.ts';

const { reassess } = riskReview.tasks;

export const definition = defineProcess({
  key: 'targetedRiskReview',
  version: 1,
  title: { en: 'Targeted risk review', de: 'Anlassbezogene Risikoüberprüfung' },
  purpose: {
    en: 'When something happens that touches a risk, it is judged again then, not in the next quarter.',
    de: 'Geschieht etwas, das ein Risiko berührt, wird es gleich neu beurteilt und nicht erst im nächsten Quartal.',
  },
  clauses: ['6.1.2', '8.2'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['controlOwner', 'assetOwner'],
  informed: ['topManagement'],
  inputs: [exchanged.criteria, exchanged.touched, exchanged.controlsInPlace, exchanged.checks],
  outputs: [exchanged.judgedRisks],
  subject: z.strictObject({
    risk: Reference.meta({ title: 'Risk', names: 'risks' }),
    because: Title.meta({ title: 'Because of', description: 'What has happened: the reference of a record or a run, or a few words.' }),
  }),
  // Several reasons are one review while it is open; the same reason is not a second one later.
  runKey: ({ risk, because }) => `${risk}-${because.replace(/[^A-Za-z0-9._-]+/g, '-')}`.slice(0, 120),
  joins: ['risk'],
  supersedes: false,
  gates: ['G1', 'G2', 'G3', 'G15'],
  plan: [{ task: 'reassess', about: ({ risk }) => String(risk) }],
  leadsTo: [
    {
      ...{ process: 'riskAcceptance', how: 'starts' },
      when: { en: 'the risk is above the acceptance rule', de: 'das Risiko über der Akzeptanzregel liegt' },
    },
  ],
  tasks: {
    // As in the periodic review: the same question, answered in the same way, by the same time.
    reassess: defineTask({
      ...reassess,
      title: { en: 'Reassess the risk now', de: 'Das Risiko jetzt neu bewerten' },
      purpose: {
        en: 'You own this risk, and something has happened that may make it another one.',
        de: 'Ihnen gehört dieses Risiko, und es ist etwas geschehen, das es verändern kann.',
      },
      doneWhen: [
        {
          en: 'likelihood and consequence judged with what has happened in view',
          de: 'Wahrscheinlichkeit und Auswirkung im Licht des Geschehenen beurteilt sind',
        },
        {
          en: 'a verdict (keep, change, close) and one sentence of reason, even if nothing changed',
          de: 'ein Urteil (bleibt, ändert sich, entfällt) und ein Satz Begründung dastehen, auch wenn sich nichts geändert hat',
        },
      ],
      words: {
        ...reassess.words,
        subject: {
          one: { en: 'Reassess risk {{reference}} now', de: 'Risiko {{reference}} jetzt neu bewerten' },
          other: { en: 'Reassess {{count}} risks now', de: '{{count}} Risiken jetzt neu bewerten' },
        },
        lead: {
          one: {
            en: 'something has happened that touches one of your risks.',
            de: 'etwas ist geschehen, das eines Ihrer Risiken berührt.',
          },
          other: {
            en: 'something has happened that touches {{count}} of your risks.',
            de: 'etwas ist geschehen, das {{count}} Ihrer Risiken berührt.',
          },
        },
        minutes: 2,
      },
    }),
  },
});
