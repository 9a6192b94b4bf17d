import { describe, expect, it } from '@jest/globals';
import { flagsOf } from '../../bench/flags.ts';
import { withText } from '../../bench/page.ts';
import { type CpuProfile, summaryOf } from '../../bench/statistics/profile.ts';
import { mergedReport, type Report, reportText } from '../../bench/statistics/report.ts';

const at = (functionName: string, url: string) => ({ functionName, url, lineNumber: 1 });
const ours = 'file:///somewhere/dist/models/trail.js';
const driver = 'file:///somewhere/node_modules/mongodb/lib/connection.js';

/** Ten microseconds each: starting, then twice the driver, once ours, once nothing. */
const profile: CpuProfile = {
  startTime: 1_000,
  nodes: [
    { id: 1, callFrame: at('write', driver) },
    { id: 2, callFrame: at('append', ours) },
    { id: 3, callFrame: at('(idle)', '') },
    { id: 4, callFrame: at('compile', '') },
  ],
  samples: [4, 1, 1, 2, 3],
  timeDeltas: [10, 10, 10, 20, 10],
};

const report: Report = {
  machine: {
    ...{ measuredAt: '2026-11-26T10:00:00.000Z', processor: 'Xeon', cores: 2, memoryGb: 8, system: 'Linux 6', node: 'v20' },
    ...{ loadBefore: 0.1, temporal: 'Temporal 1.32.0' },
  },
  rounds: 3,
  small: false,
  results: [
    {
      ...{ key: 'completion', what: 'Latency', seconds: 4, raw: {}, notes: ['A remark.'] },
      figures: [{ what: 'p50', target: { atMost: 2 }, unit: ' ms', rounds: [1, 2, 3] }],
      costs: [{ what: 'an answer', cpuMs: { worker: 2, api: 1.25 }, databaseCommands: 14 }],
      details: [
        ['list', 'p99'],
        ['of a | b', '4 ms'],
      ],
      profiles: [{ what: 'Latency', thread: 'worker', summary: summaryOf(profile, 1_011) }],
    },
  ],
};

describe('a CPU profile', () => {
  it('When it is summed up, time before the beginning and idle time do not count', () => {
    const { busyMs, packages, functions } = summaryOf(profile, 1_011);
    expect(busyMs).toBeCloseTo(0.04);
    expect(packages).toEqual([
      { name: 'mongodb', share: 0.5 },
      { name: 'ours: models', share: 0.5 },
    ]);
    expect(functions.map(({ name }) => name)).toEqual(['write · mongodb/lib/connection.js', 'append · models/trail.js']);
  });

  it('When nothing was busy, nothing is said instead of a share of nothing', () => {
    expect(summaryOf(profile, 9_999)).toEqual({ busyMs: 0, packages: [], functions: [] });
  });
});

describe('the report', () => {
  const text = reportText(report);

  it('When it is read, it names the machine, the figures, what an item cost and where the time went', () => {
    expect(text).toContain('Measured on 2026-11-26 in 3 rounds on Xeon, 2 cores, 8 GB, Linux 6, Node v20; load before 0.1.');
    expect(text).toContain('Servers: Temporal 1.32.0.');
    expect(text).toContain('| p50 | ≤ 2 ms | 2 ms (1–3) |  | met |');
    expect(text).toContain('| an answer | 2.0 | 1.3 | 3.3 | 14.0 |');
    expect(text).toContain('* A remark.');
    expect(text).toContain('By package: mongodb 50 %, ours: models 50 %.');
  });

  it('When a cell holds a bar, the table stays a table', () => {
    expect(text).toContain('| of a \\| b | 4 ms |');
  });

  it('When it was measured in small, it says so', () => {
    expect(reportText({ ...report, small: true })).toContain('not how fast');
    expect(text).not.toContain('not how fast');
  });

  it('When one part is measured again, it takes the place of its own, and of the others it is said when they were measured', () => {
    const [latency] = report.results;
    if (latency === undefined) throw new Error('nothing was measured');
    const lists = { ...latency, key: 'lists', what: 'Lists' };
    const before = { ...report, results: [lists, { ...latency, what: 'Latency of before' }] };
    const now = { ...report, machine: { ...report.machine, measuredAt: '2026-11-27T10:00:00.000Z' }, rounds: 5 };
    const merged = mergedReport(before, now, ['completion', 'lists']);
    expect(merged.results.map(({ what }) => what)).toEqual(['Latency', 'Lists']);
    expect(reportText(merged)).toContain('*Lists*: measured on 2026-11-26 in 3 rounds; load before 0.1.');
    // Measured a third time, what is left from the first still says so.
    expect(mergedReport(merged, now, ['completion', 'lists']).results).toEqual(merged.results);
    expect(mergedReport(undefined, now, ['completion', 'lists'])).toEqual(now);
  });
});

describe('the page', () => {
  const page = 'Before\n<!-- measured: by npm run bench -- --write -->\nold\n<!-- end of what is measured -->\nAfter\n';

  it('When it is written again, only what stands between its marks is new', () => {
    const written = withText(page, 'new');
    expect(written).toMatch(/^Before\n<!-- [^>]*-->\n\nnew\n\n<!-- [^>]*-->\nAfter\n$/);
    expect(withText(written, 'new')).toBe(written);
  });

  it('When it has lost its marks, it is left alone', () => {
    expect(() => withText('Somebody has tidied up.', 'new')).toThrow('marks');
  });
});

describe('the flags', () => {
  const known = ['lifecycle', 'completion'];

  it('When one row is asked for, it is measured alone, in as many rounds as were said', () => {
    expect(flagsOf(['--only', 'completion', '--rounds', '5'], known)).toEqual({
      only: ['completion'],
      rounds: 5,
      small: false,
      write: false,
    });
    expect(flagsOf([], known)).toEqual({ only: [], rounds: 3, small: false, write: false });
  });

  it('When a flag makes no sense, it is refused before anything is started', () => {
    expect(() => flagsOf(['--only', 'nothing'], known)).toThrow('there are lifecycle, completion');
    expect(() => flagsOf(['--rounds', '0'], known)).toThrow('--rounds');
    expect(() => flagsOf(['--write', '--small'], known)).toThrow('--write');
    expect(() => flagsOf(['--fast'], known)).toThrow();
  });
});
