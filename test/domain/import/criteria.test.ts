import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { RiskCriteria } from '../../../domain/records/riskCriteria.ts';
import { file, known } from './known.ts';

const scale = (kind: string, ...labels: string[]) => labels.map((label, i) => `${kind},${i + 1},${label}`);
const matrix = (...rows: string[]) => rows.map((row, i) => `matrix,${i + 1},${row}`);
const likelihood = scale('likelihood', 'seldom', 'sometimes', 'often');
const consequence = scale('consequence', 'small', 'medium', 'large');
const three = matrix('low|low|medium', 'low|medium|high', 'medium|high|very high');

const read = (...lines: string[]) => readRegister('riskCriteria', readTable(file('kind,level,value', ...lines)), known);
const faults = (...lines: string[]) => read(...lines).report.map(({ row, code }) => [row, code]);

describe('An import of risk criteria', () => {
  it('When scales and matrix are given, they are the next version with the usual rules of the bands', () => {
    const { rows, report } = read(...likelihood, ...consequence, ...three);
    expect(report).toEqual([]);
    expect(rows).toHaveLength(1);
    const criteria = RiskCriteria.parse({ ...rows[0], createdAt: '2026-10-01T00:00:00.000Z' });
    expect(criteria).toMatchObject({ id: 'criteria-2', version: 2, likelihood: ['seldom', 'sometimes', 'often'], acceptableUpTo: 'low' });
    expect(criteria.matrix).toEqual([
      ['low', 'low', 'medium'],
      ['low', 'medium', 'high'],
      ['medium', 'high', 'veryHigh'],
    ]);
    expect(criteria.bands).toEqual(known.criteria.bands);
  });

  it('When rules of bands are given, they replace the usual ones', () => {
    const { rows } = read(
      ...likelihood,
      ...consequence,
      ...three,
      'acceptable,,medium',
      'authority,medium,top management',
      'validity,medium,6',
      'review,medium,4',
    );
    expect(rows[0]).toMatchObject({ acceptableUpTo: 'medium' });
    expect(rows[0]?.bands[1]).toEqual({ band: 'medium', authority: 'topManagement', validMonths: 6, reviewMonths: 4 });
  });

  it('When something is missing or does not fit, nothing is made of it', () => {
    expect(faults(...likelihood, ...consequence, ...three.slice(0, 2))).toEqual([[1, 'required']]);
    expect(faults(...likelihood.slice(0, 2), ...consequence, ...three)).toEqual([
      [1, 'required'],
      [9, 'levelOffScale'],
    ]);
    expect(
      faults(...likelihood.slice(1), ...scale('likelihood', 'a').map((row) => row.replace(',1,', ',5,')), ...consequence, ...three),
    ).toContainEqual([1, 'required']);
    expect(faults(...likelihood, ...consequence, ...three.slice(1), 'matrix,1,low|low')).toEqual([[10, 'wrongValue']]);
    expect(faults(...likelihood, 'likelihood,1,again', 'likelihood,4,Often')).toEqual([
      [5, 'duplicateRow'],
      [6, 'duplicateRow'],
    ]);
    expect(
      faults(
        'colour,1,red',
        'likelihood,9,never',
        'matrix,1,low|lowest',
        'review,huge,3',
        'review,low,13',
        'authority,low,king',
        'matrix,2,',
      ),
    ).toEqual([
      [2, 'unknownKind'],
      [3, 'levelOffScale'],
      [4, 'unknownBand'],
      [5, 'unknownBand'],
      [6, 'wrongValue'],
      [7, 'unknownRole'],
      [8, 'required'],
    ]);
    expect(read('colour,1,red').rows).toEqual([]);
  });
});
