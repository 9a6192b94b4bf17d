import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { tellScheduler } from '../../activities/startOnce.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { changeRecord } from '../../models/registers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

/** What an organization's calendar is where the default site is in Berlin. */
const berlin = { id: 'head-office', name: 'Berlin', country: 'DE', region: 'BE', zone: 'Europe/Berlin', holidays: [] };

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store, { sites: [berlin] });
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
  await tellScheduler(engine.client);
  await eventually('the schedule is there', () => scheduled('riskReview').catch(() => undefined));
});
afterAll(() => engine.stop());

const scheduled = (id: string) => engine.client.schedule.getHandle(id).describe();

async function change(id: string, set: object): Promise<void> {
  const { version } = (await engine.store.schedules.get(id)) ?? { version: 0 };
  await changeRecord(engine.store, { register: 'schedules', id, version, set, at: engine.clock.now(), actor: byEngine, event: 'changed' });
  await tellScheduler(engine.client);
}

const runsOf = async (period: string) => (await engine.store.runs.find({ process: 'riskReview', period })).map(({ id }) => id);
const openingsClosed = async () => {
  const states: string[] = [];
  for await (const one of engine.client.workflow.list({ query: 'WorkflowType="opening"' })) states.push(one.status.name);
  return states;
};

describe('the schedule of the quarterly review', () => {
  it('When the worker starts, Temporal fires on the first day of each quarter at six in the organization’s zone', async () => {
    const { info, policies, state } = await scheduled('riskReview');
    expect(policies).toMatchObject({ overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: 365 * 86_400_000 });
    expect(state.paused).toBe(false);
    const times = info.nextActionTimes.slice(0, 4).map((date) => date.toISOString());
    for (const time of times) expect(time).toMatch(/-(01|04|07|10)-01T0[45]:00:00/);
    expect(new Set(times.map((time) => time.slice(11, 13)))).toEqual(new Set(['04', '05'])); // 06:00 in summer and in winter
  });

  it('When it is triggered three times at once, the run of the period opens once, and so it does for everybody else', async () => {
    await change('riskReview', { since: '2026-01-01' });
    const handle = engine.client.schedule.getHandle('riskReview');
    await Promise.all([handle.trigger(), handle.trigger(), handle.trigger()]);
    const period = await eventually('a run is open', async () => (await engine.store.runs.find({ process: 'riskReview' }))[0]?.period);
    await eventually('all openings are over', async () => (await openingsClosed()).every((state) => state === 'COMPLETED'));
    expect(await runsOf(period)).toEqual([`riskReview-${period}`]);
    expect(await engine.store.runs.get(`riskReview-${period}`)).toMatchObject({
      startedBy: 'schedules/riskReview',
      openedBy: { person: 'engine' },
    });
    await expect(engine.openRun({ process: 'riskReview', subject: { period }, actor: byEngine })).rejects.toMatchObject({
      code: 'runExists',
    });
  });

  it('When ten years are filled in, twice, each quarter has one run, over every New Year and change of summer time', async () => {
    await change('riskReview', { since: '2016-01-01' });
    const handle = engine.client.schedule.getHandle('riskReview');
    const all: string[] = [];
    for (let year = 2016; year <= 2025; year += 1) {
      const filled = {
        start: new Date(`${year}-01-01T00:00:00Z`),
        end: new Date(`${year}-12-31T23:00:00Z`),
        overlap: ScheduleOverlapPolicy.ALLOW_ALL,
      };
      await handle.backfill(filled);
      await handle.backfill(filled);
      const periods = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
      const haveOpened = async () => (await engine.store.runs.count({ period: { $in: periods } })) === periods.length;
      await eventually(`the runs of ${year} have opened`, haveOpened, 120_000);
      all.push(...periods);
    }
    await eventually('all openings are over', async () => (await openingsClosed()).every((state) => state === 'COMPLETED'), 120_000);
    for (const period of all) expect(await runsOf(period)).toEqual([`riskReview-${period}`]);
    const stillOpen = async () => (await engine.store.runs.find({ period: { $in: all }, status: 'open' })).map(({ period }) => period);
    await eventually('later years have taken over', async () => (await stillOpen()).every((period) => period?.startsWith('2025')), 240_000);
  }, 600_000);

  it('When it is paused or its cadence changes, Temporal follows, and only the last of two changes counts', async () => {
    await change('riskReview', { paused: true, note: 'We are merging two registers.' });
    await eventually('it is paused', async () => (await scheduled('riskReview')).state.paused);
    await Promise.all([change('riskReview', { cadence: { every: 'year', openOn: { workingDay: 1 } }, paused: false, note: undefined })]);
    await eventually('it fires once a year', async () => {
      const { info, state } = await scheduled('riskReview');
      return !state.paused && info.nextActionTimes.every((date) => date.toISOString().slice(5, 10) === '01-01');
    });
  });
});

describe('risks that do not wait for the quarter', () => {
  it('When a very high risk is due in a month between two quarters, that month has a run of its own, and without one it has none', async () => {
    const risk = (await engine.store.risks.get('RSK-001')) ?? { version: 0 };
    const open = (period: string) =>
      engine.client.workflow.execute('opening', {
        ...{ workflowId: `opening/test/${period}`, taskQueue: 'isms' },
        args: [{ schedule: 'riskReview.monthly', nominal: `${period}-01T05:00:00.000Z` }],
      });
    await change('riskReview', { cadence: { every: 'quarter', openOn: { workingDay: 1 } } });
    await change('riskReview.monthly', { since: '2025-01-01' });
    expect(await open('2026-05')).toBe('nothing is due');
    expect(await open('2026-04')).toBe('another rhythm opens');
    const last = { id: 'a', day: '2026-01-10', by: ids.lukas, likelihood: 5, consequence: 5, band: 'veryHigh' };
    await changeRecord(engine.store, {
      ...{ register: 'risks', id: 'RSK-001', version: risk.version, at: engine.clock.now(), actor: byEngine, event: 'changed' },
      set: { lastAssessment: last, nextReview: '2026-02-10' } as never,
    });
    // It is asked about already by the runs above: nobody is asked twice at once.
    expect(await open('2026-02')).toBe('nothing is due');
    for (const { id } of await engine.store.tasks.find({ about: 'RSK-001' })) await engine.store.tasks.set(id, { state: 'superseded' });
    expect(await open('2026-02')).toBe('riskReview-2026-02');
    expect(await engine.store.runs.get('riskReview-2026-02')).toMatchObject({ subject: { scope: 'frequent' }, status: 'open' });
  });
});
