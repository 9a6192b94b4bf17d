import { describe, expect, it } from '@jest/globals';
import { type Heirs, partsOf, takenOverBy } from '../../domain/rules/handOver.ts';
import { apply, refusal } from '../../domain/rules/task.ts';
import type { By, Command, TaskFacts } from '../../domain/rules/taskShape.ts';
import fc from '../support/properties.ts';

const leaver = 'leaver';
const manager: By = { person: 'manager', roles: ['ismsManager'], via: 'login' };
const opened: TaskFacts = { state: 'open', version: 1, assignee: 'owner', assignment: 1, accountable: 'manager', answer: 'link', level: 0 };
const heirs: Heirs = {
  asked: ['successor', 'manager'],
  confirms: ['successor', 'manager'],
  accountable: 'manager',
  deputyOf: () => undefined,
};

const handOver = (t: TaskFacts, h: Heirs = heirs): Command => ({
  ...{ do: 'handOver', by: manager, from: leaver, to: takenOverBy(t, leaver, h).to, reason: 'She has left.' },
});
const handedOver = (t: TaskFacts, h: Heirs = heirs): TaskFacts => {
  const command = handOver(t, h);
  expect(refusal(t, command)).toBeUndefined();
  return apply(t, command);
};

const anybody = fc.constantFrom(leaver, 'successor', 'manager', 'owner', 'other');
const maybe = fc.option(anybody, { nil: undefined });
const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as T;

/** Any task that is open, with anybody in any part of it. */
const facts: fc.Arbitrary<TaskFacts> = fc
  .record({
    state: fc.constantFrom('open', 'inProgress', 'submitted', 'returned'),
    assignee: anybody,
    onBehalfOf: maybe,
    confirmer: maybe,
    accountable: anybody,
    deputy: maybe,
    barred: fc.option(fc.array(anybody, { maxLength: 2 }), { nil: undefined }),
    approval: fc.option(fc.constant(true as const), { nil: undefined }),
  })
  .map(
    (f) => given({ ...opened, ...f, ...(f.state === 'submitted' && { by: { person: f.assignee, roles: [], via: 'login' } }) }) as TaskFacts,
  );
const some = fc.uniqueArray(anybody, { maxLength: 4 });
const anyHeirs: fc.Arbitrary<Heirs> = fc
  .record({ asked: some, confirms: some, deputy: maybe })
  .map(({ deputy, ...rest }) => ({ ...rest, accountable: 'manager', deputyOf: () => deputy }));

describe('what becomes of a task when somebody who has a part in it leaves', () => {
  it('Whatever the part, the task takes the plan, and nothing is left with the person but what the plan says', () => {
    fc.assert(
      fc.property(facts, anyHeirs, (t, h) => {
        const { to, stays } = takenOverBy(t, leaver, h);
        if (Object.keys(to).length === 0) return expect(partsOf(t, leaver)).toEqual(stays);
        const end = handedOver(t, h);
        expect(partsOf(end, leaver)).toEqual(stays);
        expect(takenOverBy(end, leaver, h).to).toEqual({});
      }),
    );
  });

  it('Whatever the part, nobody who is barred is asked and nobody comes to confirm their own answer', () => {
    fc.assert(
      fc.property(facts, anyHeirs, (t, h) => {
        const { to } = takenOverBy(t, leaver, h);
        if (Object.keys(to).length === 0) return;
        const end = handedOver(t, h);
        if (end.assignee !== t.assignee) expect(t.barred ?? []).not.toContain(end.assignee);
        if (to.assignee !== undefined) expect(end.confirmer).not.toBe(to.assignee);
        if (to.confirmer !== undefined) expect([end.assignee, end.onBehalfOf, t.by?.person]).not.toContain(to.confirmer);
        expect([leaver, ...(t.barred ?? [])]).not.toContain(to.deputy);
      }),
    );
  });

  it('When it was asked of them, the successor is asked, and what they had typed in a form is stale', () => {
    expect(handedOver({ ...opened, assignee: leaver, state: 'inProgress' })).toMatchObject({
      state: 'open',
      assignee: 'successor',
      assignment: 2,
      version: 2,
    });
  });

  it('When somebody stands in for them, it is the successor’s, who may be that very person', () => {
    const standIn = { ...opened, assignee: 'other', onBehalfOf: leaver, standIn: 'deputy', assignment: 2 } as const;
    expect(handedOver(standIn)).toEqual({ ...opened, assignee: 'successor', assignment: 3, version: 2 });
    expect(handedOver({ ...standIn, assignee: 'successor' })).toEqual({ ...opened, assignee: 'successor', assignment: 2, version: 2 });
  });

  it('When the successor has asked for the decision, the next one decides, and the plan says so', () => {
    const approval = { ...opened, assignee: leaver, approval: true, barred: ['successor'] } as const;
    expect(takenOverBy(approval, leaver, heirs)).toMatchObject({ to: { assignee: 'manager' }, barred: true, stays: [] });
    expect(refusal(approval, { ...handOver(approval), to: { assignee: 'successor' } } as Command)?.code).toBe('duties');
  });

  it('When the successor has given the answer, somebody else confirms it', () => {
    const waiting = {
      ...opened,
      state: 'submitted',
      assignee: 'successor',
      confirmer: leaver,
      by: { ...manager, person: 'successor' },
    } as const;
    expect(takenOverBy(waiting, leaver, heirs)).toMatchObject({ to: { confirmer: 'manager' }, barred: true });
    expect(handedOver(waiting)).toMatchObject({ state: 'submitted', confirmer: 'manager', version: 1, assignment: 1 });
  });

  it('When everybody is barred, it stays, and that is said', () => {
    const approval = { ...opened, assignee: leaver, barred: ['successor', 'manager'] };
    expect(takenOverBy(approval, leaver, heirs)).toEqual({ to: {}, stays: ['assignee'], barred: true });
  });

  it('When the task has changed since the plan was made, it refuses instead of taking it from somebody else', () => {
    const command = handOver({ ...opened, assignee: leaver });
    expect(refusal(opened, command)?.code).toBe('notNow');
    expect(refusal({ ...opened, assignee: leaver, state: 'done' }, command)?.code).toBe('closed');
    expect(refusal({ ...opened, assignee: leaver }, { ...command, by: { ...manager, roles: [], person: 'other' } } as Command)?.code).toBe(
      'notYours',
    );
  });
});
