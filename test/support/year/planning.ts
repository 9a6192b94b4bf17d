import { idOf } from '../../../domain/example/people.ts';
import type { definition as changePlanningDefinition } from '../../../workflows/changePlanning/definition.ts';
import type { definition as contextReviewDefinition } from '../../../workflows/contextReview/definition.ts';
import type { definition as objectivesDefinition } from '../../../workflows/objectives/definition.ts';
import type { definition as pdcaCycleDefinition } from '../../../workflows/pdcaCycle/definition.ts';
import { type AnswersTo, approved, daysOn, there, yearOf } from './answering.ts';

/** What is not to be measured in the year: whoever is asked why it did not begin says so. */
export const leftOut = { process: 'measurement', period: '2027-Q2', reason: 'The gateway is being replaced; there is nothing to measure.' };

export const pdcaCycle: AnswersTo<typeof pdcaCycleDefinition> = {
  plan: ({ task }) => ({
    ...{ priorities: 'Backups that come back, and the new site.', means: 'Forty days of people, and a second safe.' },
    added: [
      {
        ...{ process: 'contextReview', period: `${yearOf(task)}-H2`, opensOn: `${yearOf(task)}-09-06` },
        reason: 'The new site opens in August.',
      },
    ],
  }),
  approve: ({ task }) => (task.attempt === 1 ? { decision: 'return', reason: 'With what means?' } : approved),
  async account({ task, store }) {
    const { process, key } = there(await store.plannedRuns.get(task.about ?? ''), task);
    return process === leftOut.process && key === leftOut.period
      ? { decision: 'drop', reason: leftOut.reason }
      : { decision: 'open', reason: 'It should have been there by now.' };
  },
  report: () => ({
    learned: 'Backups were not what they were taken for, and a month without mail went by.',
    carriedOver: 'A restore by somebody else in each quarter.',
  }),
};

export const contextReview: AnswersTo<typeof contextReviewDefinition> = {
  issues: () => ({
    ...{ climate: 'yes', climateReason: 'The workshop lies below the river.', ended: [] },
    added: [{ kind: 'external', name: 'Customers ask for certificates', effect: 'The scope has to be said in one sentence.' }],
  }),
  parties: () => ({ added: [], ended: [], note: 'All contracts of the year were read.' }),
  requirements: () => ({
    ...{ ended: [], note: 'The gazette and the contracts of the year.' },
    added: [{ party: 'Customers', name: 'Backups are tried out', source: 'contract', addressed: 'yes', control: 'CTL-27' }],
  }),
  effect: () => ({ risks: [], reason: 'The scope holds both sites as it is.' }),
  approve: () => approved,
  communicate: () => ({ told: 'Everybody, by the news page.' }),
};

export const objectives: AnswersTo<typeof objectivesDefinition> = {
  propose: ({ task, today }) => ({
    results: [],
    objectives: [
      {
        ...{
          name: `Everybody reports what is strange (${task.run})`,
          work: 'Four rounds of test mails.',
          resources: 'Two days a quarter.',
        },
        ...{ responsible: idOf('tiago'), due: daysOn(today, 300), judgedBy: 'By the share of test mails that were reported.' },
      },
    ],
    measures: [
      {
        ...{ name: 'Reported test mails', method: 'Reported of sent, by the gateway.', source: 'asked', unit: '%', every: 'quarter' },
        ...{ target: 60, direction: 'atLeast', measurer: idOf('tiago'), analyst: idOf('ines') },
      },
      {
        ...{ name: 'Tasks on time', method: 'By the date first promised.', source: 'onTime', unit: '%', every: 'quarter' },
        ...{ target: 1, direction: 'atLeast', measurer: idOf('tiago'), analyst: idOf('ines') },
      },
    ],
    note: 'They rest on the policy and on last year.',
  }),
  approve: () => approved,
  communicate: () => ({ told: 'Everybody, in the town hall.' }),
};

export const changePlanning: AnswersTo<typeof changePlanningDefinition> = {
  request: () => ({ purpose: 'The rule for restores names somebody for each system.', reason: 'Nobody was named.' }),
  assess: () => ({
    ...{ decision: 'assessed', touches: ['documents'], consequences: 'Owners of systems have one more duty.' },
    ...{ integrity: 'The old rule holds until the new one does.', resources: 'None are needed.' },
    ...{ size: 'minor', significant: false, risks: [], reason: 'A rule becomes clearer, and nothing else changes.' },
  }),
  approve: () => approved,
  plan: ({ today }) => ({
    ...{ steps: 'Write it, have it read, publish it.', due: daysOn(today, 20), communication: 'Owners of systems, in their round.' },
    fallback: 'The old rule is published again.',
  }),
  implement: () => ({ result: 'The rule is published.' }),
  statement: () => ({ decision: 'asItIs', reason: 'No line of it is another.' }),
  review: () => ({
    ...{ effects: 'asIntended', followUp: [{ what: 'documents', how: 'Version 4 of the rule for backups.' }] },
    reason: 'Each system has a name beside it.',
  }),
};
