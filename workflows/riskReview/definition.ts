import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Level, Period, Sentence } from '../../domain/records/common.ts';
import { Verdict } from '../../domain/records/risk.ts';

export const definition = defineProcess({
  key: 'riskReview',
  version: 1,
  title: { en: 'Periodic risk review', de: 'Regelmäßige Risikoüberprüfung' },
  purpose: {
    en: 'Every risk is looked at again by its owner, so that decisions rest on what is true today.',
    de: 'Alle Risiken werden von ihren Eigentümern neu angesehen, damit Entscheidungen auf dem heutigen Stand beruhen.',
  },
  clauses: ['6.1.2', '8.2'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['assetOwner'],
  informed: ['topManagement'],
  inputs: [
    exchanged.criteria,
    exchanged.scope,
    exchanged.issues,
    exchanged.controlsInPlace,
    exchanged.checks,
    exchanged.acceptances,
    exchanged.yearPlan,
    { en: 'incidents, threats and what else the owners know', de: 'Vorfälle, Bedrohungen und was die Eigentümer sonst wissen' },
  ],
  outputs: [exchanged.judgedRisks, exchanged.nonconformities],
  cadence: { every: 'quarter', openOn: { workingDay: 1 } },
  rhythms: {
    monthly: { every: 'month', openOn: { workingDay: 1 }, subject: { scope: 'frequent' }, when: 'risksDue' },
  },
  subject: z.strictObject({
    period: Period,
    scope: z.enum(['due', 'all', 'frequent']).default('due').meta({
      title: 'Scope',
      description:
        'due: the risks whose review date has come; all: every active risk; frequent: those due in a band that is reviewed more often than quarterly.',
    }),
  }),
  runKey: ({ period }) => period,
  supersedes: true,
  gates: ['G1', 'G2', 'G3', 'G14', 'G15'],
  leadsTo: [
    {
      ...{ process: 'riskAcceptance', how: 'starts' },
      when: { en: 'a risk is above the acceptance rule', de: 'ein Risiko über der Akzeptanzregel liegt' },
    },
    {
      ...{ process: 'correctiveAction', how: 'starts' },
      when: { en: 'a task is unanswered at its last level', de: 'eine Aufgabe bis zur letzten Stufe unbeantwortet bleibt' },
    },
  ],
  plan: [
    { task: 'reassess', each: 'risksDue' },
    { task: 'confirm', after: { workingDay: 12 } },
  ],
  tasks: {
    reassess: defineTask({
      title: { en: 'Reassess the risk', de: 'Risiko neu bewerten' },
      purpose: {
        en: 'You own these risks. Each owner looks at the risks that are due once a quarter.',
        de: 'Ihnen gehören diese Risiken. Alle Risikoeigentümer sehen einmal im Quartal durch, was fällig ist.',
      },
      doneWhen: [
        {
          en: 'likelihood and consequence judged with the controls as they are today',
          de: 'Wahrscheinlichkeit und Auswirkung mit den heutigen Maßnahmen beurteilt sind',
        },
        {
          en: 'a verdict (keep, change, close) and one sentence of reason, even if nothing changed',
          de: 'ein Urteil (bleibt, ändert sich, entfällt) und ein Satz Begründung dastehen, auch wenn sich nichts geändert hat',
        },
      ],
      by: 'riskOwner',
      about: 'risks',
      answer: 'link',
      due: { workingDays: 10, from: 'run' },
      ladder: 'standard',
      agrees: 'judgement',
      outcome: z.strictObject({
        likelihood: Level.meta({ title: 'How likely is it, with these controls?' }),
        consequence: Level.meta({ title: 'How bad would it be?' }),
        verdict: Verdict.meta({ title: 'Your verdict' }),
        reason: Sentence.meta({ title: 'Reason, one sentence', description: 'Needed even if nothing changed: the auditor reads it.' }),
      }),
      words: {
        question: {
          one: {
            en: 'Is your risk still what you judged in {{since}}?',
            de: 'Stimmt Ihr Urteil vom {{since}} zu diesem Risiko noch?',
          },
          other: {
            en: 'Are your {{count}} risks still what you judged in {{since}}?',
            de: 'Stimmt Ihr Urteil vom {{since}} zu {{count}} Risiken noch?',
          },
        },
        subject: {
          one: { en: 'Reassess risk {{reference}}', de: 'Risiko {{reference}} neu bewerten' },
          other: { en: 'Reassess {{count}} risks', de: '{{count}} Risiken neu bewerten' },
        },
        lead: {
          one: {
            en: 'one of your risks is due for the quarterly review.',
            de: 'eines Ihrer Risiken ist in diesem Quartal fällig.',
          },
          other: {
            en: '{{count}} of your risks are due for the quarterly review.',
            de: '{{count}} Ihrer Risiken sind in diesem Quartal fällig.',
          },
        },
        button: {
          one: { en: 'Answer this risk', de: 'Dieses Risiko beantworten' },
          other: { en: 'Answer {{count}} risks', de: '{{count}} Risiken beantworten' },
        },
        list: { en: 'Your risks', de: 'Ihre Risiken' },
        minutes: 1,
      },
    }),
    confirm: defineTask({
      title: { en: 'Check consistency and add new risks', de: 'Stimmigkeit prüfen und neue Risiken ergänzen' },
      purpose: {
        en: 'You run the ISMS. After the owners have answered, somebody looks at all answers together.',
        de: 'Sie leiten das ISMS. Nach den Antworten der Eigentümer sieht jemand alle zusammen durch.',
      },
      doneWhen: [
        {
          en: 'the answers read side by side and found consistent, or what is not is noted',
          de: 'die Antworten nebeneinander gelesen sind und Unstimmiges notiert ist',
        },
        { en: 'risks that are new this quarter are in the register', de: 'neue Risiken dieses Quartals im Register stehen' },
      ],
      by: 'ismsManager',
      answer: 'login',
      due: { workingDays: 15, from: 'run' },
      ladder: 'standard',
      outcome: z.strictObject({
        consistent: z.boolean().meta({
          title: 'The answers are consistent with each other',
          de: { title: 'Die Antworten sind untereinander stimmig' },
        }),
        newRisks: z
          .int()
          .min(0)
          .max(1000)
          .meta({
            ...{ title: 'New risks added to the register', description: '0 when there was none.' },
            de: { title: 'Neue Risiken im Register', description: '0, wenn es keine gab.' },
          }),
        note: Sentence.meta({
          ...{ title: 'Note, one sentence', description: 'What you looked at, and what you found.' },
          de: { title: 'Anmerkung, ein Satz', description: 'Was Sie angesehen und was Sie gefunden haben.' },
        }),
      }),
      words: {
        question: {
          one: { en: 'Are the answers of the risk review consistent?', de: 'Sind die Antworten der Risikoüberprüfung stimmig?' },
          other: {
            en: 'Are the answers of {{count}} risk reviews consistent?',
            de: 'Sind die Antworten von {{count}} Risikoüberprüfungen stimmig?',
          },
        },
        subject: {
          one: { en: 'Check the risk review', de: 'Risikoüberprüfung prüfen' },
          other: { en: 'Check {{count}} risk reviews', de: '{{count}} Risikoüberprüfungen prüfen' },
        },
        lead: {
          one: { en: 'the risk review waits for your check.', de: 'die Risikoüberprüfung wartet auf Ihre Prüfung.' },
          other: { en: '{{count}} risk reviews wait for your check.', de: '{{count}} Risikoüberprüfungen warten auf Ihre Prüfung.' },
        },
        button: {
          one: { en: 'Sign in and check', de: 'Anmelden und prüfen' },
          other: { en: 'Sign in and check', de: 'Anmelden und prüfen' },
        },
        list: { en: 'What to check', de: 'Was zu prüfen ist' },
        minutes: 15,
      },
    }),
  },
});
