import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { Measure, Objective } from '../../../domain/records/measurement.ts';
import { file, known } from './known.ts';

const left = { id: 'per-left000001', name: 'Lea Left', email: 'lea@kontor.example', status: 'left' as const };
const context = { ...known, people: [...known.people, left] };
const written = { version: 1, updatedAt: '2026-10-01T00:00:00.000Z' };

describe('An import of objectives', () => {
  const read = (...lines: string[]) => readRegister('objectives', readTable(file(...lines)), context);
  const whole = 'reference,name,work,resources,responsible,due,judged_by';
  const cells = 'OBJ-9,Back in a day,Practise.,Two days.,Anna Berg,2027-03-31,By the clock.';
  const problems = (columns: string, more: string) =>
    read(`${whole},${columns}`, `${cells},${more}`).report.map(({ column, code }) => [column, code]);

  it('When all rows are good, each becomes an objective with all that is planned, as the organization decided before', () => {
    const { rows, report } = read(
      'Ref ID,Objective,Actions,Budget,Owner,Deadline,Success criteria,Status,Result,Approved by',
      'OBJ-9,Back in a day,Practise.,Two days.,Anna Berg,31.03.2027,By the clock.,in progress,,Rui Sá',
      'OBJ-8,A lock,,,Lea Left,2026-03-31,,Done,It closes.,lea@kontor.example',
      'OBJ-7,A fence,,,Anna Berg,2027-03-31,,draft,,',
    );
    expect(report).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ id: 'OBJ-9', name: 'Back in a day', work: 'Practise.', resources: 'Two days.', responsible: 'per-anna000001' },
        ...{ due: '2027-03-31', judgedBy: 'By the clock.', status: 'active', approvedBy: { person: 'per-rui0000001', via: 'import' } },
      },
      {
        ...{ id: 'OBJ-8', name: 'A lock', work: '', resources: '', responsible: left.id, due: '2026-03-31', judgedBy: '' },
        ...{ status: 'achieved', result: 'It closes.', approvedBy: { person: left.id, via: 'import' } },
      },
      expect.objectContaining({ id: 'OBJ-7', status: 'draft' }),
    ]);
    for (const draft of rows) Objective.parse({ ...draft, ...written });
  });

  it('When an active one lacks what the standard asks for, each empty cell is named once, as is whoever answers for it and the day', () => {
    expect(read(whole, 'OBJ-1,Back,,,,,').report.map(({ row, column, code }) => [row, column, code])).toEqual(
      ['work', 'resources', 'responsible', 'due', 'judged_by'].map((column) => [2, column, 'required']),
    );
    expect(read(`${whole},status`, 'OBJ-1,Back,,,,,,draft').report.map(({ column }) => column)).toEqual(['responsible', 'due']);
  });

  it('When a cell is wrong, its column and a code say so', () => {
    expect(problems('status', 'perhaps')).toEqual([['status', 'unknownStatus']]);
    expect(problems('result', 'No')).toEqual([['result', 'wrongValue']]);
    expect(problems('approved_by', 'Nobody')).toEqual([['approved_by', 'unknownPerson']]);
    expect(read(whole, 'OBJ-1,Back,Practise.,None.,Lea Left,07/08/2026,By ear.').report.map(({ column, code }) => [column, code])).toEqual([
      ['responsible', 'unknownPerson'],
      ['due', 'wrongDate'],
    ]);
  });
});

describe('An import of measures', () => {
  const read = (...lines: string[]) => readRegister('measures', readTable(file(...lines)), context);
  const one = (columns: string, cells: string) =>
    read(`reference,name,method,measurer,analyst,${columns}`, `MSR-9,Hours,Count them.,Anna Berg,Rui Sá,${cells}`);
  const problems = (columns: string, cells: string) => one(columns, cells).report.map(({ column, code }) => [column, code]);

  it('When all rows are good, each becomes a measure with what, how, when, who measures and who analyses', () => {
    const { rows, report } = read(
      'reference,metric,description,unit,source,frequency,measured by,analysed by,objective,target,direction,status',
      'MSR-9,Hours until it is back,The longest exercise.,hours,,half yearly,Anna Berg,Rui Sá,back in a DAY,"8,5",at most,active',
      'MSR-8,On time,Counted by the product.,,onTime,,Anna Berg,Anna Berg,OBJ-002,90 %,,',
      'MSR-7,Of old,,,,,Lea Left,Anna Berg,,1000,,retired',
    );
    expect(report).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ id: 'MSR-9', name: 'Hours until it is back', method: 'The longest exercise.', unit: 'hours', source: 'asked' },
        ...{ every: 'halfYear', measurer: 'per-anna000001', analyst: 'per-rui0000001', objective: 'OBJ-001' },
        ...{ target: 8.5, direction: 'atMost', status: 'active' },
      },
      expect.objectContaining({ source: 'onTime', every: 'quarter', unit: '%', target: 90, direction: 'atLeast', objective: 'OBJ-002' }),
      expect.objectContaining({ measurer: left.id, target: 1000, unit: '', status: 'retired' }),
    ]);
    for (const draft of rows) Measure.parse({ ...draft, ...written });
  });

  it.each([
    ['-3', -3],
    ['+0,125', 0.125],
    ['1e-7', 1e-7],
    ['99.9%', 99.9],
  ])('When the target is written %s, it is that number', (cell, target) => {
    const { rows, report } = one('target', `"${cell}"`);
    expect([report, rows[0]?.target]).toEqual([[], target]);
  });

  it.each(['1,000', '1,000,000', '1.000.000', '12 hours', 'NaN', '1e999', '0x10'])(
    'When the target is written %s, it is refused',
    (cell) => {
      expect(problems('target', `"${cell}"`)).toEqual([['target', 'wrongValue']]);
    },
  );

  it('When whoever brings the values would analyse them, or what it names is not there, it is refused with its place', () => {
    expect(
      read('reference,name,method,measurer,analyst,target', 'M-1,Hours,Count.,Anna Berg,anna.berg@kontor.example,8').report.map(
        ({ row, column, code }) => [row, column, code],
      ),
    ).toEqual([[2, 'analyst', 'samePerson']]);
    expect(problems('target,source', '8,guessed')).toEqual([['source', 'unknownSource']]);
    expect(problems('target,objective', '8,OBJ-099')).toEqual([['objective', 'unknownObjective']]);
    expect(problems('target,control', '8,CTL-099')).toEqual([['control', 'unknownControl']]);
    expect(problems('target,objective', '8,Reported')).toEqual([['objective', 'ambiguousObjective']]);
    expect(problems('target,every', '8,weekly')).toEqual([['every', 'wrongValue']]);
    expect(problems('target,direction', '8,sideways')).toEqual([['direction', 'wrongValue']]);
    expect(problems('target,status', '8,perhaps')).toEqual([['status', 'unknownStatus']]);
    expect(problems('target,unit', '8,hours of those who were awake')).toEqual([['unit', 'tooLong']]);
    expect(problems('target', '')).toEqual([['target', 'required']]);
    expect(
      read('reference,name,measurer,analyst,target', 'M-1,Hours,Anna Berg,Rui Sá,8').report.map(({ column, code }) => [column, code]),
    ).toEqual([['method', 'required']]);
  });
});
