import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { controlColumns } from '../../../api/import/controls.ts';
import { personColumns } from '../../../api/import/people.ts';
import { type Importable, isImportable, readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { riskColumns } from '../../../api/import/riskColumns.ts';
import { Control } from '../../../domain/records/control.ts';
import { Person } from '../../../domain/records/person.ts';
import { Risk } from '../../../domain/records/risk.ts';
import { Refusal } from '../../../domain/refusal.ts';
import fc from '../../support/properties.ts';
import { file, known } from './known.ts';

const written = { version: 1, updatedAt: '2026-10-01T00:00:00.000Z' };
const numbered = (word: (n: number) => string) => Array.from({ length: 40 }, (_, n) => word(n));
/** Cells that are likely to be good, so that whole files sometimes are. */
const columns: Record<Importable, Record<string, string[]>> = {
  people: {
    name: numbered((n) => `Person ${n}`),
    email: numbered((n) => `p${n}@kontor.example`),
    roles: ['', 'auditor', 'risk owner|auditor', 'auditor@lisbon'],
    site: ['', 'Lisbon'],
    manager: ['', 'Anna Berg', 'Person 1'],
    language: ['', 'en'],
  },
  risks: {
    reference: numbered((n) => `R-${n}`),
    name: ['Fire', '- Fire', 'Feuer\u0007 und\u202e Flamme'],
    owner: ['Anna Berg', 'RUI.SA@kontor.example'],
    current_likelihood: ['1', '3', 'rare'],
    current_consequence: ['5', 'Severe'],
    controls: ['', 'Disk encryption', 'Fence|Guard\nDog'],
    assessed_on: ['', '2026-07-01', '1.7.2026'],
    next_review: ['', '2026-12-31'],
    property: ['', 'C|I'],
    status: ['', 'open', 'accepted'],
  },
  controls: {
    reference: numbered((n) => `C-${n}`),
    name: ['Fence'],
    kind: ['', 'technical'],
    owner: ['', 'Anna Berg'],
    annex_a: ['', '8.24'],
  },
  riskCriteria: { kind: ['likelihood', 'matrix'], level: ['1', '2', '3'], value: ['rare', 'low|high'] },
};
const anything = fc.oneof(fc.constantFrom('', '=1', '\u0007', '|', '3', 'Max Weber'), fc.string({ unit: 'grapheme', maxLength: 12 }));
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const aFile = fc.constantFrom(...(Object.keys(columns) as Importable[])).chain((register) => {
  const cell = (likely: string[]) => fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: anything });
  const row = fc.tuple(...Object.values(columns[register]).map(cell));
  const header = Object.keys(columns[register]).join();
  return fc
    .array(row, { minLength: 1, maxLength: 5 })
    .map((rows) => ({ register, bytes: file(header, ...rows.map((cells) => cells.map(quoted).join())) }));
});

describe('A register file', () => {
  it('Whatever its cells are, it is read or refused without a fault, and what is read without a report makes valid records', () => {
    let clean = 0;
    fc.assert(
      fc.property(aFile, ({ register, bytes }) => {
        try {
          const { rows, report } = readRegister(register, readTable(bytes), known);
          if (report.length > 0 || rows.length === 0) return;
          clean++;
          if (register === 'people') for (const draft of rows) Person.parse({ ...draft, ...written });
          if (register === 'controls') for (const draft of rows) Control.parse({ ...draft, ...written });
          if (register === 'risks') for (const draft of rows) Risk.parse({ ...('risk' in draft ? draft.risk : {}), ...written });
        } catch (fault) {
          expect(fault).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 2000, seed: 27001 },
    );
    expect(clean).toBeGreaterThan(200);
  });

  it('When the page about importing shows a file, that file can be imported', () => {
    const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
    const [, example = ''] = /```\n(kind,level,value\n[^`]*)```/.exec(page) ?? [];
    const { rows, report } = readRegister('riskCriteria', readTable(Buffer.from(example)), known);
    expect([rows.length, report]).toEqual([1, []]);
  });

  it('When a column can be imported or exported, the page about importing names it', () => {
    const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
    const columns = [personColumns, riskColumns, controlColumns].flatMap((all) => Object.keys(all));
    expect(columns.filter((column) => !page.includes(`\`${column}\``))).toEqual([]);
  });

  it('When a register cannot be imported, that is known', () => {
    expect(['people', 'risks', 'controls', 'riskCriteria', 'nonconformities', 'toString'].map(isImportable)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
