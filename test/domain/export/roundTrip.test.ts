import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { csvOf } from '../../../api/export/csv.ts';
import { exported } from '../../../api/export/registers/index.ts';
import type { Exported } from '../../../api/export/values.ts';
import { xlsxOf } from '../../../api/export/xlsx/book.ts';
import { readFile } from '../../../api/import/readFile.ts';
import { readRegister } from '../../../api/import/readRegister.ts';
import { criteriaPreset } from '../../../domain/criteria.ts';
import type { Exportable } from '../../../domain/exportable.ts';
import type { Importable } from '../../../domain/importable.ts';
import { Prose, Role, Sentence, Title } from '../../../domain/records/common.ts';
import { InterestedParty, Issue, Requirement } from '../../../domain/records/context.ts';
import { Control, ControlKind } from '../../../domain/records/control.ts';
import { Document } from '../../../domain/records/document.ts';
import { Measure, Objective } from '../../../domain/records/measurement.ts';
import { Property, Risk, Strength, TreatmentOption } from '../../../domain/records/risk.ts';
import fc from '../../support/properties.ts';
import { known } from '../import/known.ts';

const at = '2026-09-01T08:00:00.000Z';
const naming = (id: string | undefined) => known.people.find((person) => person.id === id)?.email ?? id;
const empty = { ...known, existingIds: new Set<string>(), emails: new Set<string>() };

async function* page<T>(rows: T[][]): AsyncGenerator<T[][]> {
  yield rows;
}

/** Both files of a register with these records in it. */
async function filesOf(register: Exportable, records: readonly unknown[]): Promise<Buffer[]> {
  const { columns, rowsOf } = exported[register] as Exported<unknown>;
  const rows = records.flatMap((record) => rowsOf(record, naming));
  return Promise.all([buffer(Readable.from(csvOf(columns, page(rows)))), buffer(xlsxOf(register, columns, page(rows)))]);
}

async function importsOf(register: Importable, records: readonly unknown[]) {
  const read = [];
  for (const file of await filesOf(register, records)) read.push(readRegister(register, await readFile(file), empty));
  return read;
}

const parsed = (schema: typeof Title | typeof Prose | typeof Sentence, most: number) =>
  fc
    .oneof(
      fc.string({
        unit: fc.constantFrom('=', "'", '"', '|', '\\', ';', ',', '\n', '-', '@', '_x0041_', 'ä', '<', '&', '\u00a0', ' ', '1', '.', '😀'),
        maxLength: 12,
      }),
      fc.string({ unit: 'grapheme', maxLength: most }),
      fc.constantFrom(
        'constructor',
        '__proto__',
        '=HYPERLINK("http://x")',
        '001',
        '1e5',
        'TRUE',
        '2026-05-04',
        '04.05.2026',
        '\uFFFD',
        '\uFFFE',
        '#N/A',
      ),
    )
    .map((text) => schema.safeParse(text))
    .filter(({ success }) => success)
    .map(({ data }) => data ?? '');
const title = parsed(Title, 20);
const prose = parsed(Prose, 40);
const sentence = parsed(Sentence, 40);
/** Text of several lines that is not empty. */
const said = prose.filter((text) => text !== '');
const optional = <T, K extends string>(key: K, value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.constant({}),
    value.map((one) => ({ [key]: one })),
  );
const day = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2026-10-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const laterDay = fc
  .date({ min: new Date('2026-10-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const person = fc.constantFrom(...known.people.map(({ id }) => id));
const levels = fc.record({ likelihood: fc.integer({ min: 1, max: 5 }), consequence: fc.integer({ min: 1, max: 5 }) });
const control = fc
  .tuple(
    fc.record({
      control: fc.constantFrom('CTL-001', 'CTL-007', 'CTL-008'),
      actsOn: fc.constantFrom('likelihood', 'consequence', 'both'),
    }),
    optional('strength', fc.constantFrom(...Strength.options)),
    optional('group', fc.constantFrom('network', 'one.provider', 'A-1')),
  )
  .map(([link, strength, group]) => ({ ...link, ...strength, ...group }));

const risk = fc
  .tuple(
    fc.record({
      ...{ name: title, description: prose, owner: person, threat: prose, vulnerability: prose },
      assets: fc.uniqueArray(title, { maxLength: 4 }),
      properties: fc.subarray([...Property.options]),
      treatment: fc.subarray([...TreatmentOption.options]),
      controls: fc.uniqueArray(control, { selector: (one) => one.control, maxLength: 3 }),
      status: fc.constantFrom(...Risk.shape.status.options),
    }),
    optional('inherent', levels),
    optional('residual', levels),
    optional('nextReview', laterDay),
    fc.oneof(fc.constant({}), fc.record({ current: levels }), fc.record({ current: levels, day, by: person })),
  )
  .map(([fields, inherent, residual, nextReview, judged]) => {
    const { current, ...last } = judged as { current?: object; day?: string; by?: string };
    return {
      ...fields,
      ...inherent,
      ...residual,
      ...nextReview,
      ...(current && { current }),
      ...(last.day && { lastAssessment: { ...last, ...current } }),
    };
  });

const numbered = <T extends object>(records: readonly T[], prefix: string) =>
  records.map((one, i) => ({ id: `${prefix}-${i}`, version: 1, updatedAt: at, ...one }));

/** Every register in which a row is one record, with what is drawn for it. */
const reviewed = optional('reviewedOn', day);
const merged = (parts: fc.Arbitrary<object>[]) => fc.tuple(...parts).map((all): object => Object.assign({}, ...all));
const lasting = fc.constantFrom(...Issue.shape.status.options);
const party = merged([
  fc.record({ name: title, kind: fc.constantFrom(...InterestedParty.shape.kind.options), expects: prose, status: lasting }),
  reviewed,
]);
const issue = merged([
  fc.record({
    ...{ name: title, kind: fc.constantFrom(...Issue.shape.kind.options), effect: prose, relevant: fc.boolean(), status: lasting },
  }),
  reviewed,
]);
const requirement = merged([
  fc.record({
    ...{ party: fc.constantFrom(...known.parties.map(({ id }) => id)), name: title, addressed: fc.boolean(), status: lasting },
    source: fc.constantFrom(...Requirement.shape.source.options),
  }),
  fc.oneof(
    fc.record({ controls: fc.subarray(['CTL-001', 'CTL-007', 'CTL-008'], { minLength: 1 }) }),
    fc.record({ controls: fc.subarray(['CTL-001', 'CTL-007', 'CTL-008']), reason: sentence }),
  ),
  reviewed,
]);
const objective = merged([
  fc.record({ name: title, work: said, resources: said, responsible: person, due: fc.oneof(day, laterDay), judgedBy: said }),
  fc.record({ status: fc.constantFrom(...Objective.shape.status.options) }),
  optional('result', sentence),
  optional('approvedBy', fc.record({ person, via: fc.constant('import') })),
]);
// A spreadsheet shows fifteen digits.
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((one) => Number(one.toPrecision(15)) + 0);
const measure = merged([
  fc.record({
    name: title,
    method: said,
    unit: fc.oneof(
      fc.constant(''),
      parsed(Title, 20).filter(({ length }) => length <= 20),
    ),
  }),
  fc.record({ measurer: fc.constant('per-anna000001'), analyst: fc.constant('per-rui0000001'), target: number }),
  fc.record({
    ...{ source: fc.constantFrom(...Measure.shape.source.options), every: fc.constantFrom(...Measure.shape.every.options) },
    direction: fc.constantFrom(...Measure.shape.direction.options),
    status: fc.constantFrom(...Measure.shape.status.options),
  }),
  optional('objective', fc.constantFrom(...known.objectives.map(({ id }) => id))),
]);
const rows: [Importable, string, fc.Arbitrary<object>][] = [
  ['interestedParties', 'P', party],
  ['issues', 'I', issue],
  ['requirements', 'Q', requirement],
  ['objectives', 'O', objective],
  ['measures', 'M', measure],
];

const audience = fc
  .record({ roles: fc.subarray([...Role.options]), sites: fc.subarray(['head-office', 'lisbon']), people: fc.uniqueArray(person) })
  .filter((one) => Object.values(one).some(({ length }) => length > 0));
const documentFields = merged([
  fc.record({ title, owner: fc.constant('per-anna000001'), reviewers: fc.subarray(['per-rui0000001', 'per-maxa000001']) }),
  fc.record({
    kind: fc.constantFrom(...Document.shape.kind.options),
    language: fc.constantFrom('en', 'de'),
    classification: fc.constantFrom(...Document.shape.classification.options),
    references: fc.subarray(['5.2', '7.5.3', '10.2', 'A.5.1', 'A.5.10']),
    reviewEvery: fc.integer({ min: 1, max: 60 }),
  }),
  optional('audience', audience),
  optional('keptAt', title),
]);
const inForce = fc.record({ number: fc.integer({ min: 1, max: 999 }), approvedBy: person, approvedOn: day });
const document = fc.oneof(
  merged([documentFields, fc.record({ status: fc.constant('draft') }), optional('nextReview', laterDay)]),
  merged([documentFields, fc.record({ status: fc.constant('withdrawn') })]),
  merged([documentFields, fc.record({ status: fc.constant('current'), nextReview: laterDay, inForce })]),
);

describe('A register that is exported and imported', () => {
  it('Whatever its risks say, they come back as they were, from CSV and from XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(risk, { minLength: 1, maxLength: 4 }), async (some) => {
        const records = numbered(some, 'R');
        for (const { rows, report, notes, ignored } of await importsOf('risks', records)) {
          expect([report, notes, ignored]).toEqual([[], [], []]);
          expect(rows).toEqual(
            records.map(({ version: _version, updatedAt: _at, lastAssessment, ...rest }) => {
              const assessed = lastAssessment as object | undefined;
              // The band follows from the levels; when none is asked for, the next review follows from both.
              const follows = {
                ...('current' in rest && { band: expect.any(String), acceptance: expect.any(String) }),
                ...(assessed && !('nextReview' in rest) && { nextReview: expect.any(String) }),
              };
              const shown = assessed && { lastAssessment: { ...assessed, id: expect.any(String), band: expect.any(String) } };
              return {
                risk: { ...rest, ...follows, ...shown },
                ...(assessed && { assessment: expect.objectContaining({ kind: 'imported' }) }),
              };
            }),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('Whatever its controls say, they come back as they were', async () => {
    const some = fc
      .tuple(
        fc.record({
          ...{ name: title, description: prose, kind: fc.constantFrom(...ControlKind.options) },
          status: fc.constantFrom(...Control.shape.status.options),
          effectiveness: fc.constantFrom(...Control.shape.effectiveness.options),
          annexA: fc.subarray(['5.1', '5.10', '8.1', '8.24']),
        }),
        optional('owner', person),
        optional('checkedOn', day),
      )
      .map(([fields, owner, checkedOn]) => ({ ...fields, ...owner, ...checkedOn }));
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 4 }), async (controls) => {
        const records = numbered(controls, 'C');
        for (const { rows, report } of await importsOf('controls', records)) {
          expect(report).toEqual([]);
          expect(rows).toEqual(records.map(({ version: _version, updatedAt: _at, ...rest }) => rest));
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each(rows)('Whatever its %s say, they come back as they were', async (register, prefix, some) => {
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 4 }), async (all) => {
        const records = numbered(all, prefix);
        for (const { rows: read, report, notes, ignored } of await importsOf(register, records)) {
          expect([report, notes, ignored]).toEqual([[], [], []]);
          expect(read).toEqual(records.map(({ version: _version, updatedAt: _at, ...rest }) => rest));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('Whatever its documents say, they come back as they were, each that is in force with its version and who approved it when', async () => {
    type Drawn = { inForce?: { number: number; approvedBy: string; approvedOn: string } };
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 4 }), async (all) => {
        const records = numbered(all, 'D').map((one) => {
          const { inForce: version } = one as Drawn;
          return version === undefined
            ? one
            : { ...one, current: `${one.id}-v${version.number}`, inForce: { ...version, approvedBy: { person: version.approvedBy } } };
        });
        for (const { rows: read, report, ignored } of await importsOf('documents', records)) {
          expect([report, ignored]).toEqual([[], []]);
          expect(read).toEqual(
            records.map((one) => {
              const { version: _version, updatedAt: _at, inForce: version, ...rest } = one as typeof one & Drawn;
              if (version === undefined) return { document: rest };
              const { number: nth, approvedBy, approvedOn } = version;
              const at = DateTime.fromISO(approvedOn, { zone: known.zone });
              const approvedAt = at.toUTC().toISO();
              return {
                document: rest,
                inForce: expect.objectContaining({ number: nth, approvedBy: { ...(approvedBy as object), via: 'import' }, approvedAt }),
              };
            }),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('Whatever its people are, those who left among them, they come back as they were', async () => {
    const scope = title.filter((text) => !/^'|\n/.test(text)).map((text) => text.slice(0, 100).trim());
    const role = fc
      .tuple(fc.constantFrom('auditor', 'riskOwner'), optional('scope', scope))
      .map(([name, scoped]) => ({ role: name, ...scoped }));
    const away = fc.tuple(day, laterDay).map(([from, to]) => ({ from, to }));
    const some = fc.record({
      ...{ name: title, site: fc.constantFrom('head-office', 'lisbon'), language: fc.constantFrom('en', 'de') },
      roles: fc.uniqueArray(role, { selector: (one) => JSON.stringify(one), maxLength: 3 }),
      absences: fc.uniqueArray(away, { selector: ({ from, to }) => from + to, maxLength: 2 }),
      status: fc.constantFrom('active', 'left'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 4 }), async (people) => {
        const records = people.map((one, i) => ({
          ...one,
          id: `per-000000000${i}`,
          email: `p${i}@kontor.example`,
          ...(i > 0 && { manager: 'per-anna000001' }),
        }));
        for (const { rows, report } of await importsOf('people', records)) {
          expect(report).toEqual([]);
          expect(rows).toEqual(records.map((one) => ({ ...one, id: expect.stringMatching(/^per-/) })));
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([3, 4, 5] as const)(
    'When criteria of %d steps come back, they are a version with the same scales, matrix and rules',
    async (steps) => {
      const preset = criteriaPreset(steps, { id: 'criteria-1', version: 1, createdAt: at });
      const strange = {
        ...preset,
        likelihood: ['=rare', ...preset.likelihood.slice(1)],
        bands: preset.bands.map((rule) => ({ ...rule, validMonths: 7 })),
      };
      for (const { rows, report } of await importsOf('riskCriteria', [strange])) {
        expect(report).toEqual([]);
        const { createdAt: _at, ...rest } = strange;
        expect(rows).toEqual([{ ...rest, id: 'criteria-2', version: 2 }]);
      }
    },
  );

  it('When the same records are exported again, the workbook has the same bytes', async () => {
    const records = numbered([{ ...criteriaPreset(3, { id: 'criteria-1', version: 1, createdAt: at }) }], 'x');
    expect((await filesOf('riskCriteria', records))[1]).toEqual((await filesOf('riskCriteria', records))[1]);
  });
});

describe('A register that is only exported', () => {
  it('When acceptances are exported, each says what level was accepted, by whom and until when', async () => {
    const snapshot = { levels: { likelihood: 4, consequence: 3 }, band: 'high' };
    const decided = {
      decidedBy: { person: 'per-rui0000001', via: 'login' },
      decidedAt: at,
      decision: '-Retained',
      validUntil: '2027-03-01',
    };
    const acceptance = {
      id: 'A-1',
      version: 1,
      run: 'riskAcceptance-A-1',
      risk: 'R-1',
      owner: 'per-anna000001',
      snapshot,
      authority: 'topManagement',
      state: 'accepted',
      askedAt: at,
      ...decided,
    };
    const [csv = Buffer.alloc(0), xlsx = Buffer.alloc(0)] = await filesOf('acceptances', [acceptance]);
    expect(csv.toString()).toContain(
      `\r\nA-1,R-1,accepted,anna.berg@kontor.example,4,3,high,topManagement,,,,,rui.sa@kontor.example,${at},'-Retained,2027-03-01,,,riskAcceptance-A-1\r\n`,
    );
    expect((await readFile(xlsx)).rows[0]?.cells.slice(12, 16)).toEqual([
      'rui.sa@kontor.example',
      '2026-09-01 08:00:00',
      '-Retained',
      '2027-03-01',
    ]);
  });

  it('When values of measures are exported, people are named, and a value that is not there is empty', async () => {
    const measurement = {
      ...{ id: 'MSR-1-2026-Q3', version: 1, measure: 'MSR-1', period: '2026-Q3', gap: 'Nobody counted.', target: 8.5 },
      ...{ collectedBy: { person: 'engine', via: 'engine' }, collectedAt: at, run: 'measurement-2026-Q4', updatedAt: at },
    };
    const [values = Buffer.alloc(0)] = await filesOf('measurements', [measurement]);
    expect(values.toString()).toContain(`\r\nMSR-1-2026-Q3,MSR-1,2026-Q3,,Nobody counted.,,8.5,,engine,${at},,,,,measurement-2026-Q4\r\n`);
  });

  it('When a version of the scope is exported, it says who approved it', async () => {
    const scope = {
      id: 'SCP-1',
      version: 1,
      text: 'All of us.',
      status: 'approved',
      approvedBy: { person: 'per-rui0000001', via: 'login' },
    };
    const [csv = Buffer.alloc(0)] = await filesOf('scopes', [{ ...scope, approvedAt: at }]);
    expect(csv.toString()).toContain(`\r\nSCP-1,approved,All of us.,rui.sa@kontor.example,${at},\r\n`);
  });

  it('When nonconformities and assessments are exported, each is a row with days and times in UTC', async () => {
    const nonconformity = {
      id: 'NC-1',
      version: 1,
      title: '=Missed',
      source: { kind: 'missedTask', run: 'r', task: 't' },
      owner: 'per-anna000001',
      proposedAt: at,
      status: 'candidate',
      updatedAt: at,
    };
    const [csv = Buffer.alloc(0), xlsx = Buffer.alloc(0)] = await filesOf('nonconformities', [nonconformity]);
    expect(csv.toString()).toBe(
      `\ufeffid,title,status,owner,proposed_at_utc,source,run,task,subject\r\nNC-1,'=Missed,candidate,anna.berg@kontor.example,${at},missedTask,r,t,\r\n`,
    );
    expect((await readFile(xlsx)).rows[0]?.cells).toEqual([
      'NC-1',
      '=Missed',
      'candidate',
      'anna.berg@kontor.example',
      '2026-09-01 08:00:00',
      'missedTask',
      'r',
      't',
    ]);
    const assessment = {
      id: 'a',
      risk: 'R',
      kind: 'periodic',
      at,
      by: { person: 'engine', via: 'engine' },
      criteria: 'criteria-1',
      likelihood: 3,
      consequence: 2,
      band: 'medium',
      verdict: 'keep',
      aboveAcceptance: true,
    };
    const [judged = Buffer.alloc(0)] = await filesOf('assessments', [assessment]);
    expect(judged.toString()).toContain('\r\na,R,periodic,2026-09-01T08:00:00.000Z,engine,engine,criteria-1,,,3,2,medium,TRUE,keep,,,\r\n');
  });
});
