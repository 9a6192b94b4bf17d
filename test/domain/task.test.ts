import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowed, apply, type By, type Command, closedStates, isClosed, refusal, type TaskFacts } from '../../domain/rules/task.ts';

const owner: By = { person: 'owner', roles: ['riskOwner'], via: 'link', link: 'abc' };
const manager: By = { person: 'manager', roles: ['ismsManager'], via: 'login' };
const accountable: By = { person: 'accountable', roles: [], via: 'login' };
const auditor: By = { person: 'auditor', roles: ['auditor'], via: 'login' };
const stranger: By = { person: 'stranger', roles: ['riskOwner'], via: 'login' };
const engine: By = { person: 'engine', roles: [], via: 'engine' };

const opened: TaskFacts = {
  state: 'open',
  version: 1,
  assignee: 'owner',
  assignment: 1,
  accountable: 'accountable',
  answer: 'link',
  level: 0,
};

const by = fc.constantFrom(owner, manager, accountable, auditor, stranger, engine);
const maybe = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const numbered = (n: number | undefined, name: 'version' | 'assignment') => (n === undefined ? {} : { [name]: n });

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(by, maybe, maybe)
    .map(
      ([b, v, a]): Command => ({ do: 'complete', by: b, outcome: { done: true }, ...numbered(v, 'version'), ...numbered(a, 'assignment') }),
    ),
  by.map((b): Command => ({ do: 'comment', by: b, text: 'A remark.' })),
  fc
    .tuple(by, fc.constantFrom('owner', 'stranger', 'manager'), maybe)
    .map(([b, to, v]): Command => ({ do: 'reassign', by: b, to, reason: 'Better there.', ...numbered(v, 'version') })),
  fc.tuple(by, maybe).map(([b, v]): Command => ({ do: 'cancel', by: b, reason: 'No longer needed.', ...numbered(v, 'version') })),
  by.map((b): Command => ({ do: 'supersede', by: b, reason: 'The next quarter has opened.' })),
  by.map((b): Command => ({ do: 'undeliverable', by: b, person: 'owner', reason: '550 no such user' })),
);
const level = fc.constantFrom(0, 1, 2, 3);

/** Plays commands as the workflow does: what is refused changes nothing. */
function played(commands: readonly (readonly [Command, number])[]): TaskFacts[] {
  const path = [opened];
  for (const [one, reached] of commands) {
    const now = path.at(-1) ?? opened;
    const escalated = { ...now, level: Math.max(now.level, reached) };
    path.push(refusal(escalated, one) === undefined ? apply(escalated, one) : escalated);
  }
  return path;
}

const story = fc.array(fc.tuple(command, level), { maxLength: 30 });

describe('the state machine of a task', () => {
  it('When a task is closed, no command changes it any more', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const path = played(commands);
        const end = path.findIndex(({ state }) => isClosed(state));
        if (end === -1) return;
        for (const later of path.slice(end)) expect({ ...later, level: 0 }).toEqual({ ...path[end], level: 0 });
      }),
    );
  });

  it('When commands follow each other, the version never falls and rises by one at most; nothing but a command raises it', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const versions = played(commands).map(({ version }) => version);
        for (const [n, version] of versions.entries()) expect([0, 1]).toContain(version - (versions[n - 1] ?? version));
      }),
    );
  });

  it('When a task is reassigned, its assignment rises, so that a link of before is inert', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const path = played(commands);
        for (const [n, now] of path.entries()) {
          const before = path[n - 1] ?? now;
          expect(now.assignment - before.assignment).toBe(now.assignee === before.assignee ? 0 : 1);
        }
      }),
    );
  });

  it('When a task is done, somebody who was allowed to has answered it, with an outcome', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const path = played(commands);
        const done = path.find(({ state }) => state === 'done');
        if (done === undefined) return;
        expect(done.outcome).toEqual({ done: true });
        const before = path[path.indexOf(done) - 1] ?? opened;
        expect(done.by?.person === before.assignee || (done.level >= 2 && done.by?.roles.includes('ismsManager'))).toBe(true);
      }),
    );
  });

  it('When somebody is told what is allowed, exactly that is not refused', () => {
    fc.assert(
      fc.property(story, by, (commands, who) => {
        const now = played(commands).at(-1) ?? opened;
        const can = allowed(now, who);
        expect(can.includes('complete')).toBe(refusal(now, { do: 'complete', by: who, outcome: {} }) === undefined);
        expect(can.includes('cancel')).toBe(refusal(now, { do: 'cancel', by: who, reason: '' }) === undefined);
        if (isClosed(now.state)) expect(can).toEqual([]);
      }),
    );
  });

  it.each([
    ['a stranger answers', opened, { do: 'complete', by: stranger, outcome: {} }, 'notYours'],
    ['a stranger asks about a closed task', { ...opened, state: 'done' }, { do: 'complete', by: stranger, outcome: {} }, 'notYours'],
    ['the owner answers twice', { ...opened, state: 'done' }, { do: 'complete', by: owner, outcome: {} }, 'closed'],
    ['an approval is answered by link', { ...opened, answer: 'login' }, { do: 'complete', by: owner, outcome: {} }, 'needsLogin'],
    ['a form is stale', { ...opened, version: 2 }, { do: 'complete', by: owner, outcome: {}, version: 1 }, 'stale'],
    [
      'a link is of a former assignment',
      { ...opened, assignment: 2 },
      { do: 'complete', by: owner, outcome: {}, assignment: 1 },
      'formerAssignment',
    ],
    ['the ISMS manager answers before level 2', { ...opened, level: 1 }, { do: 'complete', by: manager, outcome: {} }, 'notYours'],
    ['the owner reassigns', opened, { do: 'reassign', by: owner, to: 'stranger', reason: 'No.' }, 'notYours'],
    ['a task is given to its assignee', opened, { do: 'reassign', by: manager, to: 'owner', reason: 'Yes.' }, 'samePerson'],
    ['a person says superseded', opened, { do: 'supersede', by: manager, reason: 'Mine.' }, 'notYours'],
    ['a stranger comments', opened, { do: 'comment', by: stranger, text: 'Hm.' }, 'notYours'],
  ] as [string, TaskFacts, Command, string][])('When %s, it is refused', (_what, facts, one, code) => {
    expect(refusal(facts, one)?.code).toBe(code);
    expect(refusal(facts, one)?.sentence).toMatch(/\.$/);
  });

  it('When level 2 is reached, the ISMS manager may decide too', () => {
    expect(refusal({ ...opened, level: 2 }, { do: 'complete', by: manager, outcome: {} })).toBeUndefined();
  });

  it('When a reminder or a comment comes between, the form is not stale', () => {
    const commented = apply(opened, { do: 'comment', by: owner, text: 'Next week.' });
    expect(refusal({ ...commented, level: 1 }, { do: 'complete', by: owner, outcome: {}, version: 1 })).toBeUndefined();
  });

  it('When states are counted, closed ones are four', () => {
    expect(closedStates).toEqual(['done', 'cancelled', 'waived', 'superseded']);
  });
});
