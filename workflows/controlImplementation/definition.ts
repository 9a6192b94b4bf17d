import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Day, PersonId, Reference, Sentence } from '../../domain/records/common.ts';
import { Every } from '../../domain/records/schedule.ts';
import { check } from '../controlCheck/definition.ts';
import * as words from './words.ts';

export const definition = defineProcess({
  key: 'controlImplementation',
  version: 1,
  title: { en: 'Implementation of a control', de: 'Umsetzung einer Maßnahme' },
  purpose: {
    en: 'A control that was decided on comes to life by a date, and another person sees that it has.',
    de: 'Eine beschlossene Maßnahme wird bis zu einem Tag Wirklichkeit, und eine andere Person sieht nach, dass es so ist.',
  },
  clauses: ['6.1.3', '8.1', '8.3'],
  phase: 'do',
  accountable: 'ismsManager',
  consulted: ['riskOwner', 'itOperations'],
  informed: ['topManagement'],
  inputs: [exchanged.treatmentPlans, exchanged.requirements, exchanged.reached, exchanged.signed],
  outputs: [exchanged.controlsInPlace, exchanged.toReach, exchanged.touched, exchanged.proposals],
  subject: z.strictObject({
    control: Reference.meta({ title: 'Control', names: 'controls', description: 'Its reference in the register.' }),
    plan: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,60}$/, 'the reference of a treatment plan, or -')
      .default('-')
      .meta({
        ...{ title: 'Treatment plan', description: 'The reference of the plan it belongs to; - where there is none.' },
        names: 'treatmentPlans',
      }),
    responsible: PersonId.optional().meta({ title: 'Who implements it?', description: 'The owner of the control unless said.' }),
    due: Day.optional().meta({ title: 'By when?', description: 'By the band of its risks unless said.' }),
  }),
  runKey: ({ control, plan }) => `${control}-${plan}`,
  // Two plans that rely on one control have it put in place once.
  joins: ['control'],
  supersedes: false,
  gates: ['G4', 'G7', 'G14', 'G15'],
  plan: [{ task: 'implement', about: ({ control }) => String(control), asking: 'implementerOf' }],
  leadsTo: [
    {
      ...{ process: 'campaign', how: 'starts' },
      when: { en: 'a campaign is to put it in place', de: 'eine Kampagne sie umsetzen soll' },
    },
    {
      ...{ process: 'targetedRiskReview', how: 'starts' },
      when: { en: 'the control has been in use and was checked', de: 'die Maßnahme in Gebrauch war und geprüft ist' },
    },
    {
      ...{ process: 'correctiveAction', how: 'proposes' },
      when: { en: 'it does not work, or only in part', de: 'sie nicht oder nur zum Teil wirkt' },
    },
  ],
  tasks: {
    implement: defineTask({
      ...words.implement,
      ...{ by: 'controlOwner', about: 'controls', answer: 'link', ladder: 'long', agrees: 'rolledOut' },
      due: { workingDays: 125, from: 'run' },
      amendedAfter: { verify: 'return' },
      outcome: z.strictObject({
        result: Said.meta({
          ...{ title: 'What was done', description: 'Files that show it may be added below.' },
          de: { title: 'Was getan wurde', description: 'Belege können Sie unten als Datei anfügen.' },
        }),
        documented: z.boolean().meta({
          ...{ title: 'It is written down', description: 'It need not be: a practice or a technology is a control as well.' },
          de: {
            title: 'Sie ist schriftlich festgehalten',
            description: 'Das muss nicht sein: Auch eine Praxis oder Technik ist eine Maßnahme.',
          },
        }),
        shownBy: Sentence.meta({
          ...{ title: 'What shows that it is in place', description: 'Where it is written down, or what one can look at.' },
          de: { title: 'Woran man sieht, dass sie umgesetzt ist', description: 'Wo sie festgehalten ist, oder was man sich ansehen kann.' },
        }),
        checkEvery: Every.optional().meta({
          title: 'How often should somebody look whether it works?',
          options: { month: 'Every month', quarter: 'Every quarter', halfYear: 'Every half-year', year: 'Once a year' },
          description: 'Once a year unless said.',
          de: {
            title: 'Wie oft soll jemand nachsehen, ob sie wirkt?',
            options: { month: 'Jeden Monat', quarter: 'Jedes Quartal', halfYear: 'Jedes Halbjahr', year: 'Einmal im Jahr' },
            description: 'Einmal im Jahr, wenn nichts gesagt ist.',
          },
        }),
      }),
    }),
    verify: defineTask({
      ...words.verify,
      ...{ by: 'ismsManager', about: 'controls', answer: 'login', ladder: 'standard' },
      due: { workingDays: 5, from: 'opening' },
      outcome: z.strictObject({
        decision: z.enum(['verify', 'return']).meta({
          ...{ title: 'Is it in place?', options: { verify: 'Yes, and it can do what it is for', return: 'No: return it' } },
          chosen: { verify: 'In place', return: 'Returned' },
          de: {
            title: 'Ist sie umgesetzt?',
            options: { verify: 'Ja, und sie kann leisten, wofür sie da ist', return: 'Nein: zurückgeben' },
            chosen: { verify: 'Umgesetzt', return: 'Zurückgegeben' },
          },
        }),
        reason: Sentence.meta({
          ...{ title: 'What you looked at, or what is missing', description: 'One sentence; the auditor reads it.' },
          de: { title: 'Was Sie angesehen haben, oder was fehlt', description: 'Ein Satz; die Auditorin liest ihn.' },
        }),
      }),
    }),
    checkFirst: { ...check, ladder: 'long' },
  },
});
