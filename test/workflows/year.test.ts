import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store, {
    sites: [{ id: 'head-office', name: 'Freiburg', country: 'DE', region: 'BW', zone: 'Europe/Berlin', holidays: [] }],
  });
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
  await addRisks(engine.store, ids.marta, ['RSK-002']);
});
afterAll(() => engine.stop());

/**
 * Written by hand from a German calendar (Baden-Württemberg): ten working days after the opening day, until 18:00 in Berlin. In 2038 clocks go forward
 * on 28 March and back on 31 October; 6 January (Epiphany) and 1 November (All Saints) are free, and Christmas 2038 falls on a weekend.
 * A year that lies ahead for long: the clock of the server begins at the present and is never put back.
 */
const quarters = [
  { period: '2038-Q1', opens: '2038-01-04T07:00:00.000Z', due: '2038-01-19T17:00:00.000Z', reminder: '2038-01-15T07:00:00.000Z' },
  { period: '2038-Q2', opens: '2038-04-01T06:00:00.000Z', due: '2038-04-15T16:00:00.000Z', reminder: '2038-04-13T06:00:00.000Z' },
  { period: '2038-Q3', opens: '2038-07-01T06:00:00.000Z', due: '2038-07-15T16:00:00.000Z', reminder: '2038-07-13T06:00:00.000Z' },
  { period: '2038-Q4', opens: '2038-10-25T06:00:00.000Z', due: '2038-11-09T17:00:00.000Z', reminder: '2038-11-05T07:00:00.000Z' },
  { period: '2039-Q1', opens: '2038-12-22T07:00:00.000Z', due: '2039-01-05T17:00:00.000Z', reminder: '2039-01-03T07:00:00.000Z' },
];

describe('a year of quarterly reviews', () => {
  for (const { period, opens, due, reminder } of quarters)
    it(`When ${period} opens, it is due at the end of the tenth working day and reminded two before, by the wall clock`, async () => {
      await engine.sleepUntil(opens);
      const run = await engine.openRun({ process: 'riskReview', subject: { period, scope: 'all' }, actor: byEngine });
      const [task] = await eventually('two tasks', async () => {
        const tasks = await engine.store.tasks.find({ run: run.id });
        return tasks.length === 2 ? tasks : undefined;
      });
      expect(task?.due).toBe(due);
      await engine.sleepUntil(new Date(Date.parse(reminder) + 60_000).toISOString());
      const reminded = await eventually('the reminder', async () => {
        const rung = (await engine.store.tasks.get(task?.id ?? ''))?.rungs.find((one) => one.key === 'reminder');
        return rung?.state === 'sent' ? rung : undefined;
      });
      expect(reminded.at).toBe(reminder);
      expect(Math.abs(Date.parse(reminded.sentAt ?? '') - Date.parse(reminder))).toBeLessThan(60_000);
    });

  it('When the year is over, each quarter had one run and each but the last was superseded by the next', async () => {
    const runs = await engine.store.runs.find({ process: 'riskReview' }, { sort: { period: 1 } });
    expect(runs.map((r) => [r.id, r.status, r.outcome ?? '-', r.supersededBy ?? '-'])).toEqual([
      ['riskReview-2038-Q1', 'closed', 'incomplete', 'riskReview-2038-Q2'],
      ['riskReview-2038-Q2', 'closed', 'incomplete', 'riskReview-2038-Q3'],
      ['riskReview-2038-Q3', 'closed', 'incomplete', 'riskReview-2038-Q4'],
      ['riskReview-2038-Q4', 'closed', 'incomplete', 'riskReview-2039-Q1'],
      ['riskReview-2039-Q1', 'open', '-', '-'],
    ]);
  });
});
