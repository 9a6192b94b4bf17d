import { describe, expect, it } from '@jest/globals';
import { allowed, apply, closedStates, deputized, handedBack, isClosed, refusal, waivable } from '../../domain/rules/task.ts';
import type { By, Command, TaskFacts } from '../../domain/rules/taskShape.ts';
import fc from '../support/properties.ts';

const owner: By = { person: 'owner', roles: ['riskOwner'], via: 'link', link: 'abc' };
const manager: By = { person: 'manager', roles: ['ismsManager'], via: 'login' };
const accountable: By = { person: 'accountable', roles: [], via: 'login' };
const auditor: By = { person: 'auditor', roles: ['auditor'], via: 'login' };
const checker: By = { person: 'checker', roles: [], via: 'login' };
const leader: By = { person: 'leader', roles: ['topManagement'], via: 'login' };
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

const by = fc.constantFrom(owner, manager, accountable, auditor, stranger, checker, leader, engine);
const maybe = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const numbered = (n: number | undefined, name: 'version' | 'assignment') => (n === undefined ? {} : { [name]: n });

const person = fc.constantFrom('owner', 'stranger', 'manager', 'checker');
const waiver = fc.option(fc.constant('There is nobody else.'), { nil: undefined });
const reason = 'Because.';
const until = '2026-12-24';
const waived = (why: string | undefined) => (why === undefined ? {} : { waiver: why });

/** Every command that there is, given by anybody, with any version and assignment. */
const command: fc.Arbitrary<Command> = fc
  .tuple(by, maybe, maybe, person, waiver, fc.boolean(), fc.nat(14))
  .map(([b, v, a, to, w, granted, which]): Command => {
    const [read, from] = [numbered(v, 'version'), numbered(a, 'assignment')];
    const commands: Command[] = [
      { do: 'complete', by: b, outcome: { done: true }, ...read, ...from, ...waived(w) },
      { do: 'claim', by: b, ...read, ...from },
      { do: 'confirm', by: b, ...read, ...waived(w) },
      { do: 'return', by: b, reason, ...read },
      { do: 'comment', by: b, text: 'A remark.' },
      { do: 'evidence', by: b, file: { sha256: 'ab', name: 'proof.pdf', size: 1, type: 'application/pdf' } },
      { do: 'reassign', by: b, to, reason, ...read },
      { do: 'delegate', by: b, to, reason, ...read },
      { do: 'extend', by: b, until, reason, ...read },
      { do: 'decideExtension', by: b, granted, reason, ...read, ...waived(w) },
      { do: 'askHandOver', by: b, reason },
      { do: 'waive', by: b, reason, until, ...read },
      { do: 'cancel', by: b, reason, ...read },
      {
        do: 'handOver',
        by: b,
        from: 'owner',
        to: granted ? { assignee: to } : { assignee: to, confirmer: 'leader', deputy: null },
        reason,
      },
      (v ?? 1) % 2 === 0 ? { do: 'supersede', by: b, reason } : { do: 'undeliverable', by: b, person: 'owner', reason: '550 no such user' },
    ];
    return commands[which] as Command;
  });
const level = fc.constantFrom(0, 1, 2, 3);

const confirmed: TaskFacts = { ...opened, confirmer: 'checker', answer: 'login' };
const approval: TaskFacts = { ...opened, approval: true, answer: 'login', barred: ['owner'], deputy: 'stranger' };
const begun = fc.constantFrom<TaskFacts>(opened, confirmed, approval, { ...confirmed, alone: true }, { ...approval, alone: true });

/** Plays commands as the workflow does: what is refused changes nothing. */
function played(commands: readonly (readonly [Command, number])[], from = opened): TaskFacts[] {
  const path = [from];
  for (const [one, reached] of commands) {
    const now = path.at(-1) ?? from;
    const escalated = { ...now, level: Math.max(now.level, reached) };
    path.push(refusal(escalated, one) === undefined ? apply(escalated, one) : escalated);
  }
  return path;
}

const story = fc.array(fc.tuple(command, level), { maxLength: 30 });

const byLogin: By = { ...owner, via: 'login' };
const submitted: TaskFacts = { ...confirmed, state: 'submitted', by: byLogin, outcome: { done: true } };
const asked = { until, by: 'owner' };
const twice: TaskFacts = { ...opened, extension: asked, extended: 1 };
const ownTask: TaskFacts = { ...opened, assignee: 'manager', extension: { until, by: 'manager' } };
const delegated: TaskFacts = { ...opened, assignee: 'stranger', assignment: 2, onBehalfOf: 'owner', standIn: 'delegate' };

describe('the state machine of a task', () => {
  it('When a task is closed, no command changes it any more', () => {
    fc.assert(
      fc.property(story, begun, (commands, from) => {
        const path = played(commands, from);
        const end = path.findIndex(({ state }) => isClosed(state));
        if (end === -1) return;
        for (const later of path.slice(end)) expect({ ...later, level: 0 }).toEqual({ ...path[end], level: 0 });
      }),
    );
  });

  it('When commands follow each other, the version never falls and rises by one at most; nothing but a command raises it', () => {
    fc.assert(
      fc.property(story, begun, (commands, from) => {
        const versions = played(commands, from).map(({ version }) => version);
        for (const [n, version] of versions.entries()) expect([0, 1]).toContain(version - (versions[n - 1] ?? version));
      }),
    );
  });

  it('When another person is asked, the assignment rises, so that a link of before is inert', () => {
    fc.assert(
      fc.property(story, begun, (commands, from) => {
        const path = played(commands, from);
        for (const [n, now] of path.entries()) {
          const before = path[n - 1] ?? now;
          expect(now.assignment - before.assignment).toBe(now.assignee === before.assignee ? 0 : 1);
        }
      }),
    );
  });

  it('When a task is done, somebody who was allowed to has answered it, with an outcome', () => {
    fc.assert(
      fc.property(story, begun, (commands, from) => {
        const path = played(commands, from);
        const answered = path.find(({ outcome }) => outcome !== undefined);
        if (answered === undefined) return;
        expect(answered.outcome).toEqual({ done: true });
        const before = path[path.indexOf(answered) - 1] ?? opened;
        const asked = [before.assignee, before.onBehalfOf, ...(before.approval === true ? [before.deputy] : [])];
        const decider = before.approval === true ? 'topManagement' : 'ismsManager';
        expect(asked.includes(answered.by?.person) || (answered.level >= 2 && answered.by?.roles.includes(decider))).toBe(true);
      }),
    );
  });

  it('When duties must be separated, nobody decides what they asked for and nobody confirms their own answer, unless a lone person says why', () => {
    fc.assert(
      fc.property(story, begun, (commands, from) => {
        for (const [n, now] of played(commands, from).entries()) {
          const given = commands[n - 1]?.[0];
          const before = played(commands, from)[n - 1];
          if (given === undefined || before === undefined || before.state === now.state) continue;
          const isOwn =
            (given.do === 'complete' && now.barred?.includes(given.by.person)) ||
            (given.do === 'confirm' && now.by?.person === given.by.person);
          if (isOwn === true) expect([now.alone, 'waiver' in given && given.waiver !== undefined]).toEqual([true, true]);
        }
      }),
    );
  });

  it('When an answer needs a confirmation, it is never done without having been submitted', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const states = played(commands, confirmed).map(({ state }) => state);
        const done = states.indexOf('done');
        if (done !== -1) expect(states[done - 1]).toBe('submitted');
      }),
    );
  });

  it('When a task was delegated, the owner may act at any time, and it comes back to nobody else', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const path = played(commands);
        for (const [n, now] of path.entries()) {
          const before = path[n - 1];
          if (now.onBehalfOf !== undefined && !isClosed(now.state))
            expect(refusal(now, { do: 'complete', by: { ...owner, person: now.onBehalfOf }, outcome: {} })).toBeUndefined();
          if (before?.onBehalfOf !== undefined && now.onBehalfOf === undefined && commands[n - 1]?.[0].do === 'delegate')
            expect(now.assignee).toBe(before.onBehalfOf);
        }
      }),
    );
  });

  it('When somebody is told what is allowed, exactly that is not refused', () => {
    fc.assert(
      fc.property(story, begun, by, (commands, from, who) => {
        const now = played(commands, from).at(-1) ?? from;
        const can = allowed(now, who);
        expect(can.includes('complete')).toBe(refusal(now, { do: 'complete', by: who, outcome: {} }) === undefined);
        expect(can.includes('cancel')).toBe(refusal(now, { do: 'cancel', by: who, reason: '' }) === undefined);
        expect(can.includes('extend')).toBe(refusal(now, { do: 'extend', by: who, until, reason }) === undefined);
        if (isClosed(now.state)) expect(can).toEqual([]);
      }),
    );
  });

  it('When somebody may do something with a waiver only, it is refused without one, and somebody else could not be asked', () => {
    fc.assert(
      fc.property(story, begun, by, (commands, from, who) => {
        const now = played(commands, from).at(-1) ?? from;
        const can = waivable(now, who);
        if (can.length > 0) expect(now.alone).toBe(true);
        for (const one of can) expect(allowed(now, who)).not.toContain(one);
        const confirm: Command = { do: 'confirm', by: who };
        const isWaived = refusal(now, confirm) !== undefined && refusal(now, { ...confirm, waiver: 'Nobody else is here.' }) === undefined;
        expect(can.includes('confirm')).toBe(isWaived);
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
    ['an answer is confirmed before it is given', confirmed, { do: 'confirm', by: checker }, 'notNow'],
    ['an answer that waits is given again', submitted, { do: 'complete', by: byLogin, outcome: {} }, 'notNow'],
    ['somebody confirms their own answer', { ...submitted, confirmer: 'owner' }, { do: 'confirm', by: byLogin }, 'duties'],
    [
      'a lone person confirms and says no reason',
      { ...submitted, confirmer: 'owner', alone: true },
      { do: 'confirm', by: byLogin },
      'duties',
    ],
    ['the requester approves', approval, { do: 'complete', by: byLogin, outcome: {} }, 'duties'],
    ['the ISMS manager approves what is late', { ...approval, level: 3 }, { do: 'complete', by: manager, outcome: {} }, 'notYours'],
    ['the deputy approves before it is late', approval, { do: 'complete', by: stranger, outcome: {} }, 'notYours'],
    ['more time is asked for too late', { ...opened, overdue: true }, { do: 'extend', by: owner, until, reason }, 'overdue'],
    ['more time is asked for twice', { ...opened, extension: asked }, { do: 'extend', by: owner, until, reason }, 'notNow'],
    [
      'the owner grants more time',
      { ...opened, extension: asked },
      { do: 'decideExtension', by: owner, granted: true, reason },
      'notYours',
    ],
    [
      'a second extension is granted by the first decider',
      twice,
      { do: 'decideExtension', by: accountable, granted: true, reason },
      'notYours',
    ],
    [
      'a third extension is granted by the ISMS manager',
      { ...twice, extended: 2 },
      { do: 'decideExtension', by: manager, granted: true, reason },
      'notYours',
    ],
    ['the manager grants more time to themselves', ownTask, { do: 'decideExtension', by: manager, granted: true, reason }, 'duties'],
    ['a delegate passes it on', delegated, { do: 'delegate', by: { ...stranger }, to: 'checker', reason }, 'notYours'],
    ['a link hands a task over', opened, { do: 'delegate', by: owner, to: 'stranger', reason }, 'needsLogin'],
    ['the confirmation is given to whoever answered', submitted, { do: 'reassign', by: manager, to: 'owner', reason }, 'duties'],
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

  it.each([
    ['the deputy decides a late approval', { ...approval, level: 1 }, { do: 'complete', by: stranger, outcome: {} }],
    ['the next higher authority decides at the last level', { ...approval, level: 3 }, { do: 'complete', by: leader, outcome: {} }],
    ['a lone person says why', { ...approval, alone: true }, { do: 'complete', by: byLogin, outcome: {}, waiver: 'Nobody else is here.' }],
    ['the ISMS manager grants a second extension', twice, { do: 'decideExtension', by: manager, granted: true, reason }],
    ['top management grants a third', { ...twice, extended: 2 }, { do: 'decideExtension', by: leader, granted: true, reason }],
    ['the owner answers a delegated task by the link of before', delegated, { do: 'complete', by: owner, outcome: {}, assignment: 1 }],
    ['the delegate gives it back', delegated, { do: 'delegate', by: stranger, to: 'owner', reason }],
  ] as [string, TaskFacts, Command][])('When %s, it is accepted', (_what, facts, one) => {
    expect(refusal(facts, one)).toBeUndefined();
  });

  it("When a deputy is asked and the owner is back, the task is the owner's again", () => {
    const away = deputized(opened, 'stranger');
    expect(away).toMatchObject({ assignee: 'stranger', onBehalfOf: 'owner', standIn: 'deputy', assignment: 2 });
    expect(handedBack(away)).toEqual({ ...opened, assignment: 3 });
  });

  it('When states are counted, closed ones are four', () => {
    expect(closedStates).toEqual(['done', 'cancelled', 'waived', 'superseded']);
  });
});
