import { describe, expect, it } from '@jest/globals';
import { allowed, refusal } from '../../domain/rules/task.ts';
import type { By, Command, TaskFacts } from '../../domain/rules/taskShape.ts';

const lukas: By = { person: 'lukas', roles: ['everyone'], via: 'link' };
const hanna: By = { person: 'hanna', roles: ['ismsManager', 'topManagement'], via: 'login' };
const engine: By = { person: 'engine', roles: [], via: 'engine' };

/** Late up to the last level, when others might answer any other task. */
const asked: TaskFacts = {
  ...{ state: 'open', version: 1, assignee: 'lukas', assignment: 1, accountable: 'hanna', answer: 'link', level: 3 },
  inPerson: true,
};
const codeOf = (command: Command) => refusal(asked, command)?.code;

describe('what is asked of each person by themselves', () => {
  it('When the person who is asked looks what they may do, it is to answer, to comment and to show something', () => {
    expect(allowed(asked, lukas)).toEqual(['complete', 'comment', 'evidence']);
  });

  it('When whoever runs the ISMS looks, they may except somebody or take it back, never answer for them, at whatever level', () => {
    expect(allowed(asked, hanna)).toEqual(['comment', 'evidence', 'waive', 'cancel']);
    expect(codeOf({ do: 'complete', by: hanna, outcome: {} })).toBe('notYours');
  });

  it('When somebody would pass it on or move its date, that is refused to everybody', () => {
    for (const by of [lukas, hanna]) {
      expect(codeOf({ do: 'delegate', by, to: 'marta', reason: 'No time.' })).toBe('notYours');
      expect(codeOf({ do: 'reassign', by, to: 'marta', reason: 'No time.' })).toBe('notYours');
      expect(codeOf({ do: 'askHandOver', by, reason: 'No time.' })).toBe('notYours');
      expect(codeOf({ do: 'extend', by, until: '2026-12-31', reason: 'No time.' })).toBe('notYours');
    }
  });

  it('When the engine takes it back, it may', () => {
    expect(refusal(asked, { do: 'cancel', by: engine, reason: 'They have left.' })).toBeUndefined();
  });
});
