import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { Control } from '../../../domain/records/control.ts';
import { file, known } from './known.ts';

const read = (...lines: string[]) => readRegister('controls', readTable(file(...lines)), { ...known, existingIds: new Set(['CTL-001']) });
const faults = (columns: string, cells: string) =>
  read(`reference,name,${columns}`, `CTL-100,Fence,${cells}`).report.map(({ column, code }) => [column, code]);

describe('An import of controls', () => {
  it('When all rows are good, each becomes a control with its kind and its place in Annex A', () => {
    const { rows, report } = read(
      'reference,name,kind,description,owner,status,effectiveness,checked_on,annex_a',
      'CTL-100,Disk encryption,technical,All laptops,Rui Sá,active,effective,2026-08-31,A.8.24|8.1',
      'CTL-101,Practice without paper,,,,,,,',
    );
    expect(report).toEqual([]);
    expect(rows[0]).toMatchObject({
      kind: 'technological',
      owner: 'per-rui0000001',
      status: 'implemented',
      effectiveness: 'effective',
      checkedOn: '2026-08-31',
      annexA: ['8.24', '8.1'],
    });
    expect(rows[1]).toEqual({
      id: 'CTL-101',
      name: 'Practice without paper',
      kind: 'organizational',
      description: '',
      status: 'implemented',
      effectiveness: 'untested',
      annexA: [],
    });
    for (const draft of rows) Control.parse({ ...draft, version: 1, updatedAt: '2026-10-01T00:00:00.000Z' });
  });

  it('When a cell is wrong, its column and a code say so', () => {
    expect(faults('kind', 'magical')).toEqual([['kind', 'unknownKind']]);
    expect(faults('status', 'perhaps')).toEqual([['status', 'unknownStatus']]);
    expect(faults('effectiveness', 'perhaps')).toEqual([['effectiveness', 'unknownEffectiveness']]);
    expect(faults('annex_a', '8.35')).toEqual([['annex_a', 'unknownControl']]);
    expect(faults('owner', 'Nobody')).toEqual([['owner', 'unknownPerson']]);
    expect(faults('checked_on', '2026-10-02')).toEqual([['checked_on', 'wrongDate']]);
    expect(read('reference,name', 'ctl-001,Fence', 'CTL-2,').report.map(({ row, code }) => [row, code])).toEqual([
      [2, 'duplicateReference'],
      [3, 'required'],
    ]);
  });
});
