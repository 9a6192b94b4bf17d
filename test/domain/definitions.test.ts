import { describe, expect, it } from '@jest/globals';
import { definitions } from '../../workflows/definitions.ts';

const tasks = definitions.flatMap(({ key, tasks: all }) => Object.entries(all).map(([name, task]) => ({ name: `${key}.${name}`, task })));

/** What the trail entry of an answer holds beside the texts of the outcome, which stand there by their names. */
const kept = ['outcome', 'request', 'state', 'version', 'assignee', 'assignment', 'level', 'key'];

describe('the definitions of processes', () => {
  it.each(tasks)('When $name is answered, no field of its outcome has a name that its trail entry needs itself', ({ task }) => {
    expect(Object.keys(task.outcome.shape).filter((field) => kept.includes(field))).toEqual([]);
  });
});
