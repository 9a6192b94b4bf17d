import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenRun } from '../../activities/openRun.ts';
import { createPost } from '../../activities/post.ts';
import { createRecordRun } from '../../activities/recordRun.ts';
import { createWrites } from '../../activities/registers/index.ts';
import { createRunActivities } from '../../activities/runs.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { RunStep } from '../../workflows/engine/contract.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { whereverItFails } from '../support/faultyStore.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';

let engine: Engine;

/** Without a worker: the activities are called here, and workflows that are started do nothing. */
beforeAll(async () => {
  engine = await startEngine();
  await engine.worker.stop();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

let n = 0;
const depsOn = (store: Store) => ({ ...engine.deps, store });
const recorder = (store: Store) => createRecordRun(depsOn(store), createPost(depsOn(store)));
const at = (minute: number) => `2026-10-01T06:${String(minute).padStart(2, '0')}:00.000Z`;

async function newRun(): Promise<Run> {
  n += 1;
  const period = `20${String(Math.floor(n / 4) + 10)}-Q${(n % 4) + 1}`;
  return createOpenRun(engine.deps)({ process: 'riskReview', subject: { period }, actor: { person: ids.hanna, via: 'login' } });
}

async function openedRun(): Promise<Run> {
  const run = await newRun();
  await recorder(engine.store)({ run: run.id, seq: 1, at: at(1), event: 'opened' });
  return (await engine.store.runs.get(run.id)) as Run;
}

const cancelled = (run: Run): RunStep => ({
  ...{ run: run.id, seq: 2, at: at(2), event: 'closed', outcome: 'cancelled' },
  ending: { kind: 'cancelled', by: ids.hanna, via: 'login', reason: 'Opened too early.' },
});
const eventsOf = async (run: Run) =>
  (await engine.store.trail.find({ chain: `run/${run.id}` }, { sort: { seq: 1 } })).map(({ event }) => event);
const lettersOf = async (run: Run) => (await engine.store.letters.find({ run: run.id })).map(({ kind, person }) => [kind, person]);

async function isCancelled(run: Run, where: string): Promise<void> {
  const now = await engine.store.runs.get(run.id);
  expect({ where, ...now }).toMatchObject({
    where,
    status: 'cancelled',
    seq: 2,
    reason: 'Opened too early.',
    waitingFor: [],
    closedAt: at(2),
  });
  expect(now?.closedBy).toEqual({ person: ids.hanna, via: 'login' });
  expect(await eventsOf(run)).toEqual(['opened', 'cancelled']);
  expect(await lettersOf(run)).toEqual([['runClosed', ids.hanna]]);
  expect(await verifyChain(engine.store, `run/${run.id}`, 2)).toEqual([]);
}

describe('recording a run', () => {
  it('When its closing fails at any write and is tried again, it is closed once and whoever is accountable learns it once', async () => {
    const rounds = await whereverItFails(engine.store, {
      fresh: openedRun,
      act: (store, run) => recorder(store)(cancelled(run)),
      check: isCancelled,
    });
    expect(rounds).toBe(8);
  });

  it('When it dies in the middle of its closing and begins again, it learns that it is closed and how, and resumes nothing', async () => {
    await whereverItFails(engine.store, {
      fresh: openedRun,
      act: (store, run) => recorder(store)(store === engine.store ? { run: run.id, seq: 1, at: at(30), event: 'opened' } : cancelled(run)),
      async check(run, where) {
        const events = await eventsOf(run);
        if (events[1] === 'cancelled') {
          await isCancelled(run, where);
          const again = await recorder(engine.store)({ run: run.id, seq: 1, at: at(40), event: 'opened' });
          expect(again).toEqual({ outcome: 'cancelled' });
        } else expect([where, events]).toEqual([where, ['opened', 'resumed']]);
      },
    });
  });

  it('When a workflow task is tried twice, its closing is recorded once and the first one counts', async () => {
    const run = await openedRun();
    expect(await recorder(engine.store)(cancelled(run))).toBeUndefined();
    const second = { ...cancelled(run), at: at(5), event: 'closed', outcome: 'complete', ending: undefined } as unknown as RunStep;
    expect(await recorder(engine.store)(second)).toEqual({ outcome: 'cancelled' });
    await isCancelled(run, 'after the second try');
  });

  it('When an execution begins again, it goes on behind what the earlier one recorded', async () => {
    const run = await openedRun();
    await recorder(engine.store)({ run: run.id, seq: 2, at: at(2), event: 'waiting', waitingFor: ['reassess'] });
    await recorder(engine.store)({ run: run.id, seq: 1, at: at(30), event: 'opened' });
    await recorder(engine.store)({ run: run.id, seq: 2, at: at(31), event: 'asked', subjects: 7 });
    expect(await eventsOf(run)).toEqual(['opened', 'waiting', 'resumed', 'asked']);
    expect(await engine.store.runs.get(run.id)).toMatchObject({ seq: 4, waitingFor: ['reassess'], subjects: 7, status: 'open' });
    expect(await verifyChain(engine.store, `run/${run.id}`, 4)).toEqual([]);
  });

  it('When a worker comes to it late, the trail says when it was opened', async () => {
    const { id, openedAt } = await openedRun();
    const [opened] = await engine.store.trail.find({ chain: `run/${id}`, event: 'opened' });
    expect(opened).toMatchObject({ at: at(1), data: { openedAt, process: 'riskReview' } });
    expect(openedAt).not.toBe(at(1));
  });
});

describe('what flows write', () => {
  const by = { person: ids.lukas, roles: [], via: 'link', link: 'abc' } as const;
  const outcome = { likelihood: 5, consequence: 5, verdict: 'change', reason: 'Seen with the team.' } as const;
  const call = (risk: string) => ({
    ...{ run: 'riskReview-2026-Q4', process: 'riskReview', subject: {}, runOpenedAt: at(0), at: at(3) },
    key: `riskReview-2026-Q4/${risk}/call/1`,
  });
  async function newRisk(): Promise<string> {
    n += 1;
    await addRisks(engine.store, ids.lukas, [`RSK-W${n}`]);
    return `RSK-W${n}`;
  }

  it('When an assessment fails at any write and is tried again, the risk is brought to it once', async () => {
    const rounds = await whereverItFails(engine.store, {
      fresh: newRisk,
      act: (store, risk) =>
        createWrites(depsOn(store), engine.post).assessRisk({
          ...call(risk),
          risk,
          task: `riskReview-2026-Q4/reassess/${risk}/1`,
          outcome,
          by,
        }),
      async check(risk, where) {
        expect({ where, ...(await engine.store.risks.get(risk)) }).toMatchObject({
          where,
          version: 2,
          band: 'veryHigh',
          acceptance: 'required',
        });
        expect(await engine.store.assessments.find({ risk })).toHaveLength(1);
        expect(await verifyChain(engine.store, `risks/${risk}`, 2)).toEqual([]);
      },
    });
    expect(rounds).toBe(6);
  });

  it('When somebody edits the risk in the same moment, nothing is lost: the edit and the assessment are both there', async () => {
    const risk = await newRisk();
    const task = `riskReview-2026-Q4/reassess/${risk}/1`;
    const assess = () => createWrites(engine.deps, engine.post).assessRisk({ ...call(risk), risk, task, outcome, by });
    const until = async (): Promise<unknown> =>
      assess().catch((failure: { code?: string }) => (failure.code === 'stale' ? until() : failure));
    const edit = async (): Promise<unknown> => {
      const version = (await engine.store.risks.get(risk))?.version ?? 0;
      const change = {
        register: 'risks',
        id: risk,
        version,
        set: { threat: 'Theft' },
        at: at(3),
        actor: byEngine,
        event: 'changed',
      } as const;
      return changeRecord(engine.store, change).catch((failure: { code?: string }) => (failure.code === 'stale' ? edit() : failure));
    };
    await Promise.all([until(), edit()]);
    expect(await engine.store.risks.get(risk)).toMatchObject({ version: 3, threat: 'Theft', band: 'veryHigh' });
    expect(await verifyChain(engine.store, `risks/${risk}`, 3)).toEqual([]);
  });

  it('When a proposal fails at any write and is tried again, it is made once and decided in one run', async () => {
    const rounds = await whereverItFails(engine.store, {
      fresh: newRisk,
      act: (store, risk) =>
        createRunActivities(depsOn(store)).propose({
          ...call(risk),
          ...{ proposed: 'riskAcceptance', about: risk, reason: 'It is above the acceptance rule.' },
        }),
      async check(risk, where) {
        const [proposal, ...more] = await engine.store.proposals.find({ about: risk });
        expect({ where, ...proposal }).toMatchObject({ where, to: ids.hanna, status: 'open', process: 'riskAcceptance' });
        expect(more).toEqual([]);
        expect(await engine.store.runs.find({ process: 'proposal', key: proposal?.id ?? '' })).toHaveLength(1);
      },
    });
    expect(rounds).toBe(8);
  });
});
