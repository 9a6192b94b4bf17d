import { idOf } from '../../../domain/example/people.ts';
import type { definition as auditProgrammeDefinition } from '../../../workflows/auditProgramme/definition.ts';
import type { definition as controlCheckDefinition } from '../../../workflows/controlCheck/definition.ts';
import type { definition as internalAuditDefinition } from '../../../workflows/internalAudit/definition.ts';
import type { definition as managementReviewDefinition } from '../../../workflows/managementReview/definition.ts';
import type { definition as measurementDefinition } from '../../../workflows/measurement/definition.ts';
import { type AnswersTo, approved, daysOn, there, yearOf } from './answering.ts';

/** The control that does not work the first time somebody looks. */
export const failing = 'CTL-27';

export const controlCheck: AnswersTo<typeof controlCheckDefinition> = {
  async check({ task, store }) {
    const hasFailed = (await store.controlChecks.count({ control: failing, result: 'ineffective' })) > 0;
    const sample = 'Ten of ninety nights.';
    return task.about === failing && !hasFailed
      ? { design: 'effective', operation: 'ineffective', sample, finding: 'Four of ten nights could not be restored.' }
      : { design: 'effective', operation: 'effective', sample };
  },
};

export const measurement: AnswersTo<typeof measurementDefinition> = {
  async collect({ task, store }) {
    const { target, direction } = there(await store.measures.get(task.about ?? ''), task);
    return { value: direction === 'atLeast' ? target + 5 : target - 1, evidence: 'As the method says.' };
  },
  analyse: () => ({ analysis: 'As it should be.', response: 'none' }),
  report: () => ({ summary: 'All measures are on their targets.' }),
};

export const auditProgramme: AnswersTo<typeof auditProgrammeDefinition> = {
  draft: ({ task }) => ({
    ...{ objectives: 'Show that restores work.', arrangements: 'Interviews and samples, with two weeks of notice.' },
    planned: ['04-12', '09-13'].map((day) => ({
      ...{ title: `Backups, ${day}`, reason: 'A customer asked.', from: `${yearOf(task)}-${day}`, clauses: ['8'], annexA: ['8.13'] },
      ...{ sites: ['freiburg'], area: 'Backups', owner: idOf('ines') },
    })),
  }),
  approve: () => approved,
  account: () => ({ decision: 'drop', reason: 'The next audit looks at it as well.' }),
};

export const internalAudit: AnswersTo<typeof internalAuditDefinition> = {
  async fix({ task, store, today }) {
    const { clauses, annexA, sites, areas, from } = there(await store.audits.get(task.about ?? ''), task);
    const first = from > today ? from : daysOn(today, 10);
    return {
      ...{ objective: 'Are restores tried out?', criteria: 'ISO/IEC 27001:2022 and our rule for backups.', clauses, annexA, sites, areas },
      ...{ methods: ['interview', 'sampling'], from: first, to: daysOn(first, 1), lead: idOf('beatriz'), team: [] },
      impartiality: 'Beatriz has audited before and has no part in backups.',
    };
  },
  sendPlan: () => ({ agenda: 'Nine in the morning, server room.' }),
  receivePlan: () => ({ note: 'Tiago will be there.' }),
  prepare: () => ({ checklist: 'Who tries it out? How often?', samples: 'Three systems.' }),
  fieldwork: () => ({ evidence: 'One of three systems was never restored.' }),
  draft: () => ({
    findings: [
      { criterion: 'Each system is restored once a year', evidence: 'One of three was not.', grade: 'minor', owner: idOf('ines') },
      { criterion: 'Restores are quick', evidence: 'A script would help.', grade: 'opportunity', owner: idOf('tiago') },
    ],
    impression: 'It works but for one system.',
  }),
  check: () => ({ facts: 'right', response: 'So it was.' }),
  reconsider: () => ({ decision: 'stands', reason: 'The log says so.' }),
  deliver: () => ({ conclusion: 'conformsInPart', summary: 'One system has nobody who restores it.', others: [] }),
  receive: () => ({ read: true }),
  followUp: () => ({ verdict: 'confirmed', reason: 'It was restored in front of me.' }),
};

export const managementReview: AnswersTo<typeof managementReviewDefinition> = {
  fix: ({ today }) => ({
    ...{ day: daysOn(today, 60), participants: [{ person: idOf('martin') }, { person: idOf('hanna') }], contributors: [] },
  }),
  deliver: ({ task }) => (task.attempt % 2 === 0 ? { says: 'nothing' } : { says: 'content', text: 'The figures say it all.' }),
  pack: () => ({ packNote: 'Ten lines, one hour.' }),
  hold: ({ today }) => ({ held: 'held', day: today, attended: [{ person: idOf('martin') }, { person: idOf('hanna') }] }),
  minute: ({ today }) => ({
    ...{ minutes: 'All that was delivered was looked at.', suitable: 'yes', adequate: 'yes', effective: 'partly' },
    decisions: [
      {
        ...{ kind: 'improvement', text: 'Customers hear from us within a day.', owner: idOf('lukas') },
        ...{ due: daysOn(today, 60), starts: 'action' },
      },
      {
        ...{ kind: 'ismsChange', text: 'The rule for restores names somebody.', owner: idOf('tiago') },
        ...{ due: daysOn(today, 90), starts: 'changePlanning' },
      },
    ],
  }),
  approve: () => approved,
  accept: () => ({ decision: 'accept' }),
  reassign: ({ today }) => ({ owner: idOf('jonas'), due: daysOn(today, 60) }),
};
