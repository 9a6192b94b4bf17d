import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import type { Importable } from '../../../domain/importable.ts';
import { InterestedParty, Issue, Requirement } from '../../../domain/records/context.ts';
import { file, known } from './known.ts';

const read = <R extends Importable>(register: R, ...lines: string[]) => readRegister(register, readTable(file(...lines)), known);
const problems = (register: Importable, ...lines: string[]) =>
  read(register, ...lines).report.map(({ row, column, code }) => [row, column, code]);
const written = { version: 1, updatedAt: '2026-10-01T00:00:00.000Z' };

describe('An import of interested parties', () => {
  it('When all rows are good, each becomes a party with its kind and what it expects', () => {
    const { rows, report, ignored } = read(
      'interestedParties',
      'Ref ID,Stakeholder,Type,Needs and expectations,Status,Last review,Colour',
      'PTY-010,Our customers,Clients,"Their plans stay secret.\nThey are told.",active,2026-03-01,red',
      'PTY-011,The old landlord,,,former,,',
    );
    expect([report, ignored]).toEqual([[], ['Colour']]);
    expect(rows).toEqual([
      {
        ...{ id: 'PTY-010', name: 'Our customers', kind: 'customer', expects: 'Their plans stay secret.\nThey are told.' },
        ...{ status: 'active', reviewedOn: '2026-03-01' },
      },
      { id: 'PTY-011', name: 'The old landlord', kind: 'other', expects: '', status: 'ended' },
    ]);
    for (const draft of rows) InterestedParty.parse({ ...draft, ...written });
  });

  it('When a cell is wrong, its row and column and a code say so', () => {
    expect(
      problems(
        'interestedParties',
        'reference,name,kind,status,reviewed_on',
        'RSK-900,Taken,,,',
        'P-1,,,,',
        'P-2,Someone,martian,,',
        'P-3,Someone,,perhaps,',
        'P-4,Someone,,,2026-10-02',
        'P-4,Someone,,,',
      ),
    ).toEqual([
      [2, 'reference', 'duplicateReference'],
      [3, 'name', 'required'],
      [4, 'kind', 'unknownKind'],
      [5, 'status', 'unknownStatus'],
      [6, 'reviewed_on', 'wrongDate'],
      [7, 'reference', 'duplicateReference'],
    ]);
  });
});

describe('An import of issues', () => {
  it('When all rows are good, each becomes an issue; words of PESTLE and SWOT say which kind it is', () => {
    const { rows, report } = read(
      'issues',
      'reference,kind,name,effect,relevant',
      'ISS-10,Political,A new law,It asks for more.,ja',
      'ISS-11,Weakness,One administrator,,TRUE',
      'ISS-12,climate change,Heat,The cellar stays cool.,no',
    );
    expect(report).toEqual([]);
    expect(rows.map(({ kind, relevant, status }) => [kind, relevant, status])).toEqual([
      ['external', true, 'active'],
      ['internal', true, 'active'],
      ['climate', false, 'active'],
    ]);
    for (const draft of rows) Issue.parse({ ...draft, ...written });
  });

  it('When its kind is not said, or relevant is neither yes nor no, row and column say so', () => {
    expect(problems('issues', 'reference,kind,name,relevant', 'I-1,,Heat,', 'I-2,internal,Heat,perhaps')).toEqual([
      [2, 'kind', 'required'],
      [3, 'relevant', 'wrongValue'],
    ]);
    expect(problems('issues', 'reference,name', 'I-1,Heat')).toEqual([[1, 'kind', 'missingColumn']]);
  });
});

describe('An import of requirements', () => {
  const faults = (columns: string, cells: string) =>
    read('requirements', `reference,party,name,${columns}`, `REQ-1,Customers,Tell us,${cells}`).report.map(({ column, code }) => [
      column,
      code,
    ]);

  it('When all rows are good, each names its party and controls by reference or name', () => {
    const { rows, report } = read(
      'requirements',
      'reference,party,requirement,source,addressed,controls,justification',
      'REQ-1,pty-002,Report within a day,legal,yes,CTL-007|disk ENCRYPTION|CTL-007,',
      'REQ-2,Customers,Free parking,,no,,It is not about information.',
      'REQ-3,Customers,Tell us,contractual,,CTL-001,',
      'REQ-4,Customers,Answer letters,expectation,yes,,Whoever reads them does so anyway.',
    );
    expect(report).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ id: 'REQ-1', party: 'PTY-002', name: 'Report within a day', source: 'law', addressed: true, status: 'active' },
        controls: ['CTL-007', 'CTL-001'],
      },
      {
        ...{ id: 'REQ-2', party: 'PTY-001', name: 'Free parking', source: 'expectation', addressed: false, status: 'active' },
        ...{ controls: [], reason: 'It is not about information.' },
      },
      expect.objectContaining({ source: 'contract', addressed: true, controls: ['CTL-001'] }),
      expect.objectContaining({ addressed: true, controls: [], reason: 'Whoever reads them does so anyway.' }),
    ]);
    for (const draft of rows) Requirement.parse({ ...draft, ...written });
  });

  it('When it names neither a control nor a reason, the reason is asked for, as where it is written by hand', () => {
    expect(read('requirements', 'reference,party,name,addressed', 'R-1,Customers,Tell us,yes', 'R-2,Customers,Tell us,').report).toEqual([
      { row: 2, column: 'reason', code: 'required', reason: 'reason is needed where no control is named.' },
      { row: 3, column: 'reason', code: 'required', reason: 'reason is needed where it is not taken up.' },
    ]);
  });

  it('When what it names is not there, or is several, it is refused with its place, and no control is made up', () => {
    expect(faults('controls', 'A fence')).toEqual([['controls', 'unknownControl']]);
    expect(faults('controls', 'Training')).toEqual([['controls', 'ambiguousControl']]);
    expect(faults('source,reason', 'rumour,We do not.')).toEqual([['source', 'unknownSource']]);
    expect(faults('reason', 'No')).toEqual([['reason', 'wrongValue']]);
    expect(
      problems(
        'requirements',
        'reference,party,name,controls',
        'R-1,Nobody,Tell us,CTL-001',
        'R-2,Authority,Tell us,CTL-001',
        'R-3,,Tell us,CTL-001',
      ),
    ).toEqual([
      [2, 'party', 'unknownParty'],
      [3, 'party', 'ambiguousParty'],
      [4, 'party', 'required'],
    ]);
  });
});
