import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, Period, Sentence } from '../../domain/records/common.ts';
import * as words from './words.ts';

/** What a cycle may plan beside the schedules: processes that are run for a period. */
const Addable = z.enum(['contextReview', 'objectives', 'riskReview', 'measurement', 'controlCheck', 'managementReview']);

const Added = z.strictObject({
  process: Addable.meta({
    ...{ title: 'Process', options: words.addable('en') },
    de: { title: 'Prozess', options: words.addable('de') },
  }),
  period: Period.meta({
    ...{ title: 'For which period', description: 'Such as 2027-H1, 2027-Q2 or 2027-05.' },
    de: { title: 'Für welchen Zeitraum', description: 'Etwa 2027-H1, 2027-Q2 oder 2027-05.' },
  }),
  opensOn: Day.meta({ title: 'Opens on', de: { title: 'Beginnt am' } }),
  reason: Sentence.meta({ title: 'Why', de: { title: 'Warum' } }),
});

export const definition = defineProcess({
  key: 'pdcaCycle',
  version: 1,
  title: { en: 'The cycle of the year', de: 'Der Jahreszyklus' },
  purpose: {
    en: 'The year of the ISMS is planned and approved; what does not begin as planned is noticed, and at the end it is seen what the year has shown.',
    de: 'Das Jahr des ISMS wird geplant und genehmigt; was nicht wie geplant beginnt, fällt auf, und am Ende wird gesehen, was das Jahr gezeigt hat.',
  },
  clauses: ['4.4', '6.2', '8.1', '9.1', '10.1'],
  phase: 'plan',
  accountable: 'topManagement',
  consulted: ['processOwner', 'auditProgrammeManager'],
  informed: ['topManagement'],
  inputs: [
    exchanged.roles,
    exchanged.decisions,
    exchanged.yearReport,
    { en: 'the schedules of the processes', de: 'die Zeitpläne der Prozesse' },
  ],
  outputs: [exchanged.yearPlan, exchanged.yearReport],
  cadence: { every: 'year', openOn: { workingDay: 1 } },
  subject: z.strictObject({
    period: z
      .string()
      .regex(/^\d{4}$/, 'a year such as 2027')
      .meta({ title: 'Year', de: { title: 'Jahr' } }),
  }),
  runKey: ({ period }) => period,
  // A year begins while the one before it is being looked back on.
  supersedes: false,
  gates: ['G1', 'G3', 'G6', 'G7', 'G8', 'G9', 'G14', 'G15'],
  leadsTo: [
    { ...{ process: 'pdcaCycle', how: 'starts' }, when: { en: 'the year comes to its end', de: 'das Jahr zu Ende geht' } },
    ...Addable.options.map((process) => ({ process, how: 'starts' as const, when: words.whenPlanned })),
  ],
  plan: [{ task: 'plan' }, { task: 'approve', after: { workingDay: 10 } }],
  tasks: {
    plan: defineTask({
      ...words.plan,
      ...{ by: 'ismsManager', about: 'cycles', answer: 'link', ladder: 'standard', agrees: 'cyclePlan' },
      due: { workingDays: 10, from: 'opening' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        priorities: Said.meta({
          ...{ title: 'What matters this year', description: 'From risks, objectives, audits and the last management review.' },
          de: { title: 'Worauf es dieses Jahr ankommt', description: 'Aus Risiken, Zielen, Audits und der letzten Managementbewertung.' },
        }),
        means: Said.meta({
          ...{ title: 'Means', description: 'People, time and money that it takes (7.1).' },
          de: { title: 'Mittel', description: 'Menschen, Zeit und Geld, die es braucht (7.1).' },
        }),
        added: z
          .array(Added)
          .max(20)
          .meta({
            ...{ title: 'Beside the schedules', description: 'What the schedules open is in the plan by itself.' },
            de: { title: 'Zusätzlich zu den Zeitplänen', description: 'Was die Zeitpläne beginnen, steht von selbst im Plan.' },
          }),
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ by: 'topManagement', about: 'cycles', answer: 'login', approval: true, ladder: 'approval' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({ decision: approveOrReturn(), reason: Reason }),
    }),
    account: defineTask({
      ...words.account,
      ...{ by: 'ismsManager', about: 'plannedRuns', answer: 'link', ladder: 'standard', agrees: 'anotherDay' },
      due: { workingDays: 3, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['open', 'again', 'drop']).meta({
          ...{ title: 'What becomes of it?', options: { open: 'Open it now', again: 'On another day', drop: 'Not this time' } },
          chosen: { open: 'Opened', again: 'On another day', drop: 'Not this time' },
          de: {
            ...{ title: 'Was wird daraus?', options: { open: 'Jetzt beginnen', again: 'An einem anderen Tag', drop: 'Diesmal nicht' } },
            chosen: { open: 'Begonnen', again: 'An einem anderen Tag', drop: 'Diesmal nicht' },
          },
        }),
        from: Day.optional().meta({
          ...{ title: 'On which day', description: 'Needed where it is another day.' },
          de: { title: 'An welchem Tag', description: 'Nötig, wenn es ein anderer Tag ist.' },
        }),
        reason: Sentence.meta({ title: 'Why, in one sentence', de: { title: 'Warum, in einem Satz' } }),
      }),
    }),
    report: defineTask({
      ...words.report,
      ...{ by: 'ismsManager', about: 'cycles', answer: 'link', ladder: 'standard' },
      due: { workingDays: 10, from: 'opening' },
      outcome: z.strictObject({
        learned: Said.meta({
          ...{ title: 'What the year has shown', description: 'The next management review reads it.' },
          de: { title: 'Was das Jahr gezeigt hat', description: 'Die nächste Managementbewertung liest es.' },
        }),
        carriedOver: Said.meta({
          ...{ title: 'What the next year takes up', description: 'Or that it is nothing, and why.' },
          de: { title: 'Was das nächste Jahr aufnimmt', description: 'Oder dass es nichts ist, und warum.' },
        }),
      }),
    }),
  },
});
