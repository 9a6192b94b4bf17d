import { z } from 'zod';
import { exchanged } from '../../domain/exchanged.ts';
import { approveOrReturn, Reason, Said } from '../../domain/fields.ts';
import { defineProcess, defineTask } from '../../domain/process.ts';
import { PersonId } from '../../domain/records/common.ts';
import { roleNames } from '../../domain/roleNames.ts';
import * as words from './words.ts';

/** Roles without which the processes of the first year would have nobody to ask. */
const NeededRole = z.enum(['topManagement', 'riskOwner', 'controlOwner', 'auditProgrammeManager', 'auditor', 'legal', 'processOwner']);
const rolesIn = (language: 'en' | 'de') => Object.fromEntries(Object.entries(roleNames).map(([key, name]) => [key, name[language]]));

export const definition = defineProcess({
  key: 'ismsSetup',
  version: 1,
  title: { en: 'Setting up the ISMS', de: 'Einrichten des ISMS' },
  purpose: {
    en: 'An organization that begins has a scope, a policy, roles and criteria that top management has approved, and then judges all of its risks for the first time.',
    de: 'Eine Organisation, die beginnt, hat Geltungsbereich, Leitlinie, Rollen und Kriterien, die die Leitung genehmigt hat, und bewertet dann zum ersten Mal alle ihre Risiken.',
  },
  clauses: ['4.3', '5.2', '5.3', '6.1.2'],
  phase: 'plan',
  accountable: 'topManagement',
  consulted: ['processOwner', 'legal', 'humanResources'],
  informed: ['everyone'],
  inputs: [
    { en: 'what the organization is and does', de: 'was die Organisation ist und tut' },
    { en: 'law, contracts and expectations from outside', de: 'Recht, Verträge und Erwartungen von außen' },
  ],
  outputs: [
    exchanged.scope,
    exchanged.policy,
    exchanged.roles,
    exchanged.criteria,
    { en: 'the first risks of the register', de: 'die ersten Risiken des Registers' },
  ],
  subject: z.strictObject({
    period: z
      .string()
      .regex(/^\d{4}$/, 'a year such as 2027')
      .meta({ title: 'First year', de: { title: 'Erstes Jahr' } }),
  }),
  runKey: ({ period }) => period,
  supersedes: false,
  gates: ['G1', 'G2', 'G15'],
  leadsTo: [
    { ...{ process: 'contextReview', how: 'starts' }, when: words.whenApproved },
    { ...{ process: 'pdcaCycle', how: 'starts' }, when: words.whenApproved },
    { ...{ process: 'riskReview', how: 'starts' }, when: words.whenIdentified },
    { ...{ process: 'objectives', how: 'starts' }, when: words.whenAssessed },
  ],
  plan: [{ task: 'scope' }, { task: 'policy' }, { task: 'roles' }, { task: 'criteria' }, { task: 'approve', after: { workingDay: 10 } }],
  tasks: {
    scope: defineTask({
      ...words.scope,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'opening' }, ladder: 'standard' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        scope: Said.meta({
          ...{ title: 'Scope', description: 'Boundaries, sites, units, interfaces, what is left out and why (4.3).' },
          de: {
            title: 'Geltungsbereich',
            description: 'Grenzen, Standorte, Bereiche, Schnittstellen, was außen vor bleibt und warum (4.3).',
          },
        }),
      }),
    }),
    policy: defineTask({
      ...words.policy,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'opening' }, ladder: 'standard' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        policy: Said.meta({
          title: 'Policy',
          description:
            'What information security is for here, what objectives it frames, and the commitment to requirements and improvement (5.2).',
          de: {
            title: 'Leitlinie',
            description:
              'Wozu Informationssicherheit hier dient, welchen Rahmen sie Zielen gibt, und die Verpflichtung auf Anforderungen und Verbesserung (5.2).',
          },
        }),
      }),
    }),
    roles: defineTask({
      ...words.roles,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'opening' }, ladder: 'standard', agrees: 'setupRoles' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        holders: z
          .array(
            z.strictObject({
              role: NeededRole.meta({
                ...{ title: 'Role', options: rolesIn('en') },
                de: { title: 'Rolle', options: rolesIn('de') },
              }),
              person: PersonId.meta({ title: 'Who holds it?', de: { title: 'Wer hat sie?' } }),
            }),
          )
          .max(40)
          .meta({
            ...{ title: 'Roles', description: 'Beside those that people hold already. They are given when the proposal is approved.' },
            de: { title: 'Rollen', description: 'Zusätzlich zu denen, die schon vergeben sind. Vergeben werden sie mit der Genehmigung.' },
          }),
        note: Reason,
      }),
    }),
    criteria: defineTask({
      ...words.criteria,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 10, from: 'opening' }, ladder: 'standard' },
      amendedAfter: { approve: 'return' },
      outcome: z.strictObject({
        reason: Said.meta({
          title: 'Why these criteria fit',
          description: 'Change them first where they do not: PUT /api/v1/criteria.',
          de: { title: 'Warum diese Kriterien passen', description: 'Passen sie nicht, erst ändern: PUT /api/v1/criteria.' },
        }),
      }),
    }),
    approve: defineTask({
      ...words.approve,
      ...{ by: 'topManagement', answer: 'login', approval: true, due: { workingDays: 5, from: 'opening' }, ladder: 'approval' },
      outcome: z.strictObject({ decision: approveOrReturn(), reason: Reason }),
    }),
    identify: defineTask({
      ...words.identify,
      ...{ by: 'ismsManager', answer: 'link', due: { workingDays: 20, from: 'opening' }, ladder: 'standard', agrees: 'risksThere' },
      outcome: z.strictObject({
        how: Said.meta({
          ...{ title: 'How the risks were found', description: 'Who was asked, what was looked at (6.1.2 c).' },
          de: { title: 'Wie die Risiken gefunden wurden', description: 'Wer gefragt, was angesehen wurde (6.1.2 c).' },
        }),
      }),
    }),
  },
});
