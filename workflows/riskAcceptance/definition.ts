import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Reference, Sentence } from '../../domain/records/common.ts';

export const definition = defineProcess({
  key: 'riskAcceptance',
  version: 1,
  title: { en: 'Risk acceptance', de: 'Risikoakzeptanz' },
  purpose: {
    en: 'A risk above the acceptance rule is retained only by a decision of those who may, for a limited time.',
    de: 'Ein Risiko über der Akzeptanzregel wird nur durch eine Entscheidung derer getragen, die das dürfen, und nur auf Zeit.',
  },
  clauses: ['6.1.3', '8.3'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['controlOwner'],
  informed: ['topManagement'],
  inputs: [exchanged.criteria, exchanged.judgedRisks, exchanged.treatmentPlans],
  outputs: [exchanged.acceptances, exchanged.touched, exchanged.proposals],
  subject: z.strictObject({
    risk: Reference.meta({ title: 'Risk', names: 'risks' }),
    asOf: z.int().min(1).meta({ title: 'Version of the risk', description: 'The version of the record that the decision is asked about.' }),
  }),
  runKey: ({ risk, asOf }) => `${risk}-v${asOf}`,
  supersedes: false,
  gates: ['G1', 'G2', 'G3', 'G14', 'G15'],
  ownNews: true,
  leadsTo: [
    {
      ...{ process: 'riskTreatment', how: 'proposes' },
      when: { en: 'a risk is not retained but to be treated', de: 'ein Risiko nicht getragen, sondern behandelt werden soll' },
    },
    {
      ...{ process: 'targetedRiskReview', how: 'starts' },
      when: { en: 'an acceptance ends in 20 working days', de: 'eine Akzeptanz in 20 Arbeitstagen endet' },
    },
  ],
  plan: [{ task: 'request', about: ({ risk }) => String(risk) }],
  tasks: {
    request: defineTask({
      title: { en: 'Retain the risk, or treat it', de: 'Risiko tragen oder behandeln' },
      purpose: {
        en: 'You own this risk, and its level is above what is accepted without a decision.',
        de: 'Ihnen gehört dieses Risiko, und es liegt über dem, was ohne Entscheidung hingenommen wird.',
      },
      doneWhen: [
        {
          en: 'you have decided whether the risk is retained for now or treated',
          de: 'Sie entschieden haben, ob das Risiko vorerst getragen oder behandelt wird',
        },
        {
          en: 'it is said why, and what compensates for it while it is retained',
          de: 'gesagt ist, warum, und was es ausgleicht, solange es getragen wird',
        },
      ],
      by: 'riskOwner',
      about: 'risks',
      answer: 'login',
      approval: true,
      due: { workingDays: 5, from: 'opening' },
      ladder: 'approval',
      outcome: z.strictObject({
        decision: z.enum(['retain', 'treat']).meta({
          ...{ title: 'Your decision', options: { retain: 'Retain it for now', treat: 'Treat it' } },
          chosen: { retain: 'Retained for now', treat: 'To be treated' },
          de: {
            title: 'Ihre Entscheidung',
            options: { retain: 'Vorerst tragen', treat: 'Behandeln' },
            chosen: { retain: 'Vorerst zu tragen', treat: 'Zu behandeln' },
          },
        }),
        justification: Sentence.meta({
          ...{ title: 'Why, in one sentence', description: 'Whoever approves and the auditor read it.' },
          de: { title: 'Warum, in einem Satz', description: 'Das lesen alle, die zustimmen müssen, und die Auditorin.' },
        }),
        measures: Sentence.meta({
          ...{ title: 'What compensates meanwhile', description: 'Measures that hold the risk down as long as it is retained.' },
          de: { title: 'Was es bis dahin ausgleicht', description: 'Was das Risiko niedrig hält, solange es getragen wird.' },
        }),
      }),
      words: {
        question: {
          one: { en: 'Do you retain this risk for now?', de: 'Tragen Sie dieses Risiko vorerst?' },
          other: { en: 'Do you retain these {{count}} risks for now?', de: 'Tragen Sie diese {{count}} Risiken vorerst?' },
        },
        subject: {
          one: { en: 'Decide on risk {{reference}}', de: 'Über Risiko {{reference}} entscheiden' },
          other: { en: 'Decide on {{count}} risks', de: 'Über {{count}} Risiken entscheiden' },
        },
        lead: {
          one: {
            en: 'one of your risks is above what is accepted without a decision.',
            de: 'eines Ihrer Risiken liegt über dem, was ohne Entscheidung hingenommen wird.',
          },
          other: {
            en: '{{count}} of your risks are above what is accepted without a decision.',
            de: '{{count}} Ihrer Risiken liegen über dem, was ohne Entscheidung hingenommen wird.',
          },
        },
        button: {
          one: { en: 'Sign in and decide', de: 'Anmelden und entscheiden' },
          other: { en: 'Sign in and decide', de: 'Anmelden und entscheiden' },
        },
        list: { en: 'Risks to decide on', de: 'Zu entscheidende Risiken' },
        minutes: 3,
      },
    }),
    approve: defineTask({
      title: { en: 'Approve the acceptance', de: 'Akzeptanz genehmigen' },
      purpose: {
        en: 'Risks of this level are retained only with your approval: they are above the authority of their owners.',
        de: 'Risiken dieser Höhe werden nur mit Ihrer Zustimmung getragen; die Befugnis der Verantwortlichen reicht dafür nicht.',
      },
      doneWhen: [
        {
          en: 'you have approved, returned or refused each, with one sentence of reason',
          de: 'Sie jeweils mit einem Satz Begründung zugestimmt, zurückgegeben oder abgelehnt haben',
        },
      ],
      by: 'topManagement',
      about: 'risks',
      answer: 'login',
      approval: true,
      due: { workingDays: 5, from: 'opening' },
      ladder: 'approval',
      agrees: 'asFrozen',
      outcome: z.strictObject({
        decision: z.enum(['approve', 'return', 'refuse']).meta({
          ...{ title: 'Your decision', options: { approve: 'Approve', return: 'Return to the owner', refuse: 'Refuse' } },
          chosen: { approve: 'Approved', return: 'Returned to the owner', refuse: 'Refused' },
          de: {
            title: 'Ihre Entscheidung',
            options: { approve: 'Zustimmen', return: 'Zurückgeben, es fehlt etwas', refuse: 'Ablehnen' },
            chosen: { approve: 'Zugestimmt', return: 'Zurückgegeben', refuse: 'Abgelehnt' },
          },
        }),
        reason: Sentence.meta({
          ...{ title: 'Reason, one sentence', description: 'Returned: what is missing. Refused: the risk is to be treated.' },
          de: { title: 'Begründung, ein Satz', description: 'Zurückgegeben: was fehlt. Abgelehnt: das Risiko ist zu behandeln.' },
        }),
      }),
      words: {
        question: {
          one: { en: 'May this risk be retained?', de: 'Darf dieses Risiko getragen werden?' },
          other: { en: 'May these {{count}} risks be retained?', de: 'Dürfen diese {{count}} Risiken getragen werden?' },
        },
        subject: {
          one: { en: 'Approve the acceptance of risk {{reference}}', de: 'Akzeptanz von Risiko {{reference}} genehmigen' },
          other: { en: 'Approve {{count}} risk acceptances', de: '{{count}} Risikoakzeptanzen genehmigen' },
        },
        lead: {
          one: {
            en: 'a risk owner asks to retain a risk, which needs your approval.',
            de: 'ein Risiko soll vorerst getragen werden, wofür es Ihre Zustimmung braucht.',
          },
          other: {
            en: '{{count}} risks are to be retained, which needs your approval.',
            de: '{{count}} Risiken sollen getragen werden, wofür es Ihre Zustimmung braucht.',
          },
        },
        button: {
          one: { en: 'Sign in and decide', de: 'Anmelden und entscheiden' },
          other: { en: 'Sign in and decide', de: 'Anmelden und entscheiden' },
        },
        list: { en: 'Risks to decide on', de: 'Zu entscheidende Risiken' },
        minutes: 1,
      },
    }),
  },
});
