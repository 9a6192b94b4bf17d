import { describe, expect, it } from '@jest/globals';
import { definitions } from '../../workflows/definitions.ts';

const tasks = definitions.flatMap(({ key, tasks: all }) => Object.entries(all).map(([name, task]) => ({ name: `${key}.${name}`, task })));

/** What the trail entry of an answer holds beside the texts of the outcome, which stand there by their names. */
const kept = ['outcome', 'request', 'state', 'version', 'assignee', 'assignment', 'level', 'key'];

describe('the definitions of processes', () => {
  it.each(tasks)('When $name is answered, no field of its outcome has a name that its trail entry needs itself', ({ task }) => {
    expect(Object.keys(task.outcome.shape).filter((field) => kept.includes(field))).toEqual([]);
  });

  it('What is amended after a decision names a decision of the same process that can be taken so', () => {
    for (const { key, tasks: all } of definitions)
      for (const [name, { amendedAfter = {} }] of Object.entries(all))
        for (const [decider, decision] of Object.entries(amendedAfter)) {
          const { decision: field } = (all[decider]?.outcome.shape ?? {}) as {
            decision?: { safeParse(value: unknown): { success: boolean } };
          };
          expect([key, name, decider, field?.safeParse(decision).success]).toEqual([key, name, decider, true]);
        }
  });
});
