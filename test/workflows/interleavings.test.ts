import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/common';
import { closedStates } from '../../domain/rules/task.ts';
import type { By, Command } from '../../domain/rules/taskShape.ts';
import { verifyChain } from '../../models/chain.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import { isNotYet } from '../support/asked.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import fc from '../support/properties.ts';
import { startTask } from '../support/tasks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  // The mails of a thousand decisions are not what is looked at here.
  await foundOrganization(engine.store, { mail: { gatherSeconds: 3600 } });
});
afterAll(() => engine.stop());

const lukas: By = { person: ids.lukas, roles: ['riskOwner'], via: 'login' };
const marta: By = { person: ids.marta, roles: ['riskOwner'], via: 'login' };
const hanna: By = { person: ids.hanna, roles: ['ismsManager'], via: 'login' };
const tove: By = { person: ids.tove, roles: ['topManagement'], via: 'login' };
const reason = 'The supplier answers next week.';
const answer = (by: By): Command => ({ do: 'complete', by, outcome: { likelihood: 2, consequence: 2, verdict: 'change', reason } });
const ask = (by: By): Command => ({ do: 'extend', by, until: '2030-01-02', reason });
const refuse = (by: By): Command => ({ do: 'decideExtension', by, granted: false, reason });
const waive: Command = { do: 'waive', by: hanna, reason, until: '2030-01-02' };
const cancel: Command = { do: 'cancel', by: hanna, reason };

/** Delays of two people in milliseconds: close together, so that either may come first, or one after the other. */
const delays = fc.sample(fc.tuple(fc.nat(30), fc.nat(30)), { seed: 20261126, numRuns: 1000 });
const terminal = ['completed', 'confirmed', 'waived', 'cancelled'];
let next = 0;

type Told = { command: Command; code: string | undefined };

/** Why a command was refused; a workflow that has ended meanwhile is told from its document as closed. */
function codeOf(refused: unknown): string {
  const type = (refused as { cause?: { type?: string } }).cause?.type;
  const hasEnded = refused instanceof WorkflowNotFoundError || type === 'AcceptedUpdateCompletedWorkflow';
  return hasEnded ? 'closed' : (type ?? String(refused));
}

async function give(id: string, command: Command): Promise<unknown> {
  for (;;) {
    try {
      return await engine.client.workflow.getHandle(id).executeUpdate(commandTask, { args: [command] });
    } catch (refused) {
      if (!isNotYet(refused)) throw refused;
      await sleep(1_000);
    }
  }
}

/** Two people on one task at nearly the same time; what each is told. */
async function race(id: string, commands: readonly [Command, Command]): Promise<Told[]> {
  const waits = delays[next] ?? [0, 0];
  next += 1;
  return Promise.all(
    commands.map(async (command, n) => {
      await sleep(waits[n]);
      return give(id, command).then(
        () => ({ command, code: undefined }),
        (refused: unknown) => ({ command, code: codeOf(refused) }),
      );
    }),
  );
}

/** One of the two has decided, and the other is told why it is too late. Returns who decided. */
function decidedOnce(told: readonly Told[], late: string): string {
  expect(told.map(({ code }) => code ?? 'ok').sort()).toEqual([late, 'ok'].sort());
  return told.find(({ code }) => code === undefined)?.command.by.person ?? '';
}

const trailOf = (id: string) => engine.store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } });

const tasks = 20;
const rounds = 24;
const atOnce = 5;

/** Owner and delegate ask for more time at once, two deciders decide at once, again and again; in the end two answer, or one ends it. */
async function muchAsked(id: string, n: number): Promise<void> {
  await give(id, { do: 'delegate', by: lukas, to: ids.marta, reason });
  const decided: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    decided.push(decidedOnce(await race(id, [ask(lukas), ask(marta)]), 'notNow'));
    decided.push(decidedOnce(await race(id, [refuse(hanna), refuse(tove)]), 'notNow'));
  }
  const ends: [Command, Command][] = [
    [answer(lukas), answer(marta)],
    [answer(marta), waive],
    [cancel, answer(lukas)],
  ];
  decided.push(decidedOnce(await race(id, ends[n % ends.length] as [Command, Command]), 'closed'));
  await heldByTrail(id, decided);
}

/** Whoever confirms, and the ISMS manager who waives or cancels meanwhile. */
async function answeredAndConfirmed(id: string, n: number): Promise<void> {
  await give(id, answer(lukas));
  const told = await race(id, [{ do: 'confirm', by: tove }, n % 2 === 0 ? waive : cancel]);
  await heldByTrail(id, [decidedOnce(told, 'closed')]);
}

/** Every decision stands in the trail once, in the order in which it was taken, and what was refused left nothing. */
async function heldByTrail(id: string, decided: readonly string[]): Promise<void> {
  const entries = await trailOf(id);
  const actors = entries.map(({ actor }) => actor.person);
  expect(actors.slice(entries.length - decided.length)).toEqual(decided);
  expect(entries).toHaveLength(2 + decided.length); // the opening, and what came before the races
  expect(entries.filter(({ event }) => terminal.includes(event))).toHaveLength(1);
  expect(closedStates).toContain((await engine.store.tasks.get(id))?.state);
  expect(await verifyChain(engine.store, `task/${id}`, entries.length)).toEqual([]);
}

describe('two people on one task', () => {
  it('When they decide at the same time, a thousand times, one decision stands each time and the other is told', async () => {
    const asked: string[] = [];
    const confirmed: string[] = [];
    for (let n = 0; n < tasks; n += 1) {
      asked.push(await startTask(engine, { risk: `RSK-A${n}`, owner: ids.lukas }));
      confirmed.push(await startTask(engine, { risk: `RSK-B${n}`, owner: ids.lukas, confirmedBy: 'topManagement' }));
    }
    for (let n = 0; n < tasks; n += atOnce) {
      const [those, these] = [asked, confirmed].map((all) => all.slice(n, n + atOnce));
      await Promise.all([
        ...(those ?? []).map((id, k) => muchAsked(id, n + k)),
        ...(these ?? []).map((id, k) => answeredAndConfirmed(id, n + k)),
      ]);
    }
    expect(next).toBe(1000);
  }, 600_000);
});
