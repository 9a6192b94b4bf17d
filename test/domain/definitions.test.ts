import { describe, expect, it } from '@jest/globals';
import { exchanged } from '../../domain/exchanged.ts';
import { mapOf } from '../../domain/processMap.ts';
import { definitions } from '../../workflows/definitions.ts';

const tasks = definitions.flatMap(({ key, tasks: all }) => Object.entries(all).map(([name, task]) => ({ name: `${key}.${name}`, task })));

const { interactions, exchanges } = mapOf(definitions);
const flowing = definitions.flatMap(({ key, inputs, outputs }) => [
  ...inputs.map((what) => ({ key, as: 'input', what })),
  ...outputs.map((what) => ({ key, as: 'output', what })),
]);

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

  it('What is amended that another task has answered is an answer to a task of the same process, with the same fields', () => {
    for (const { key, tasks: all } of definitions)
      for (const [name, { amends = [], outcome }] of Object.entries(all))
        for (const other of amends) {
          const shared = Object.keys(all[other]?.outcome.shape ?? {}).filter((field) => field in outcome.shape);
          expect([key, name, other, shared.length > 0]).toEqual([key, name, other, true]);
        }
  });

  it('When one says its inputs and outputs, there are some of each, in both languages, each once', () => {
    for (const { key, inputs, outputs } of definitions)
      for (const words of [inputs, outputs]) {
        expect([key, words.length > 0]).toEqual([key, true]);
        expect(new Set(words.map(({ en }) => en)).size).toBe(words.length);
        for (const { en, de } of words) expect([en.length > 3, de.length > 3, en === de]).toEqual([true, true, false]);
      }
  });

  it('When something is exchanged, one process brings it about and another goes by it', () => {
    for (const { en } of Object.values(exchanged)) {
      const sides = flowing.filter(({ what }) => what.en === en).map(({ as }) => as);
      expect([en, new Set(sides)]).toEqual([en, new Set(['input', 'output'])]);
    }
  });

  it('When one starts another, it hands something over that the other goes by', () => {
    const bare = interactions.filter(
      ({ from, to, how }) => how === 'starts' && !exchanges.some((exchange) => exchange.from === from && exchange.to === to),
    );
    expect(bare.map(({ from, to }) => `${from} to ${to}`)).toEqual([]);
  });
});
