import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { Sentence } from '../../domain/records/common.ts';
import { signInAndDecide } from '../spoken.ts';

export const definition = defineProcess({
  key: 'proposal',
  version: 1,
  title: { en: 'Decision on a proposal', de: 'Entscheidung über einen Vorschlag' },
  purpose: {
    en: 'What one process has found out may call for another: somebody decides whether it starts, and says why not.',
    de: 'Was ein Prozess ergibt, kann einen anderen nötig machen: Jemand entscheidet, ob er beginnt, und sagt sonst, warum nicht.',
  },
  clauses: ['4.4', '8.1'],
  phase: 'act',
  accountable: 'ismsManager',
  consulted: [],
  informed: [],
  inputs: [exchanged.proposals],
  outputs: [{ en: 'a process that begins, or the reason why it does not', de: 'ein Prozess, der beginnt, oder der Grund, warum nicht' }],
  subject: z.strictObject({ proposal: z.string().max(200).meta({ title: 'Proposal', names: 'proposals' }) }),
  runKey: ({ proposal }) => proposal,
  supersedes: false,
  gates: ['G15'],
  ownNews: true,
  plan: [{ task: 'decide', about: ({ proposal }) => String(proposal) }],
  tasks: {
    decide: defineTask({
      title: { en: 'Accept or decline the proposal', de: 'Den Vorschlag annehmen oder ablehnen' },
      purpose: {
        en: 'Something that came up in one process calls for another one, and that is for you to decide.',
        de: 'Was in einem Prozess aufgekommen ist, verlangt nach einem weiteren, und das entscheiden Sie.',
      },
      doneWhen: [
        {
          en: 'you have accepted it, which starts the process, or declined it, with one sentence of reason',
          de: 'Sie ihn mit einem Satz Begründung angenommen haben, womit der Prozess beginnt, oder abgelehnt',
        },
      ],
      by: 'ismsManager',
      about: 'proposals',
      answer: 'login',
      approval: true,
      due: { workingDays: 3, from: 'opening' },
      ladder: 'approval',
      outcome: z.strictObject({
        decision: z.enum(['accept', 'decline']).meta({
          ...{ title: 'Your decision', options: { accept: 'Accept: it starts', decline: 'Decline' } },
          chosen: { accept: 'Accepted', decline: 'Declined' },
          de: {
            title: 'Ihre Entscheidung',
            options: { accept: 'Annehmen: Er beginnt', decline: 'Ablehnen' },
            chosen: { accept: 'Angenommen', decline: 'Abgelehnt' },
          },
        }),
        reason: Sentence.meta({
          ...{ title: 'Reason, one sentence', description: 'The auditor reads it, above all where you decline.' },
          de: { title: 'Begründung, ein Satz', description: 'Die Auditorin liest ihn, vor allem bei einer Ablehnung.' },
        }),
      }),
      words: {
        question: {
          one: { en: 'Does this process start?', de: 'Beginnt dieser Prozess?' },
          other: { en: 'Do these {{count}} processes start?', de: 'Beginnen diese {{count}} Prozesse?' },
        },
        subject: {
          one: { en: 'Decide on proposal {{reference}}', de: 'Über Vorschlag {{reference}} entscheiden' },
          other: { en: 'Decide on {{count}} proposals', de: 'Über {{count}} Vorschläge entscheiden' },
        },
        lead: {
          one: { en: 'another process is proposed to you.', de: 'Ihnen wird ein weiterer Prozess vorgeschlagen.' },
          other: { en: '{{count}} processes are proposed to you.', de: 'Ihnen werden {{count}} weitere Prozesse vorgeschlagen.' },
        },
        button: signInAndDecide,
        list: { en: 'Proposals to decide on', de: 'Zu entscheidende Vorschläge' },
        minutes: 1,
      },
    }),
  },
});
