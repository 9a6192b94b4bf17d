import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { controlColumns } from '../../../api/import/controls.ts';
import { documentColumns } from '../../../api/import/documents.ts';
import { partyColumns } from '../../../api/import/interestedParties.ts';
import { issueColumns } from '../../../api/import/issues.ts';
import { measureColumns } from '../../../api/import/measures.ts';
import { objectiveColumns } from '../../../api/import/objectives.ts';
import { personColumns } from '../../../api/import/people.ts';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { requirementColumns } from '../../../api/import/requirements.ts';
import { riskColumns } from '../../../api/import/riskColumns.ts';
import { exportable } from '../../../domain/exportable.ts';
import { type Importable, importable } from '../../../domain/importable.ts';
import { InterestedParty, Issue, Requirement } from '../../../domain/records/context.ts';
import { Control } from '../../../domain/records/control.ts';
import { Document, DocumentVersion } from '../../../domain/records/document.ts';
import { Measure, Objective } from '../../../domain/records/measurement.ts';
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
  interestedParties: {
    reference: numbered((n) => `P-${n}`),
    name: ['Customers', '- Authority'],
    kind: ['', 'customer', 'regulator'],
    expects: ['', 'Zeile 1\nZeile 2'],
    reviewed_on: ['', '2026-03-01'],
  },
  requirements: {
    reference: numbered((n) => `Q-${n}`),
    party: ['PTY-001', 'customers'],
    name: ['Tell us'],
    source: ['', 'legal'],
    addressed: ['', 'yes', 'FALSE'],
    controls: ['CTL-001', 'Disk encryption|CTL-007'],
    reason: ['', 'It is enough.'],
  },
  issues: {
    reference: numbered((n) => `I-${n}`),
    kind: ['internal', 'Political'],
    name: ['Heat'],
    relevant: ['', 'no'],
    status: ['', 'ended'],
  },
  objectives: {
    reference: numbered((n) => `O-${n}`),
    name: ['Back in a day'],
    work: ['Practise.'],
    resources: ['Two days.'],
    responsible: ['Anna Berg'],
    due: ['2027-03-31', '31.03.2027'],
    judged_by: ['By the clock.'],
    status: ['', 'draft', 'achieved'],
    approved_by: ['', 'Rui Sá'],
  },
  measures: {
    reference: numbered((n) => `M-${n}`),
    name: ['Hours'],
    method: ['Count them.'],
    unit: ['', 'hours'],
    source: ['', 'onTime'],
    measurer: ['Anna Berg'],
    analyst: ['Rui Sá'],
    objective: ['', 'OBJ-001'],
    target: ['8', '8,5', '90 %'],
    direction: ['', 'at most'],
  },
  documents: {
    reference: numbered((n) => `D-${n}`),
    title: ['Acceptable use'],
    kind: ['policy', 'procedure'],
    owner: ['Anna Berg'],
    reviewers: ['', 'Rui Sá'],
    roles: ['', 'everyone'],
    references: ['', '5.2|A.5.10'],
    kept_at: ['', 'The wiki'],
    version: ['', '3'],
    approved_by: ['Rui Sá'],
    approved_on: ['2026-03-01'],
    status: ['', 'draft', 'withdrawn'],
  },
};
/** Of registers in which a row is one record. */
const schemas = {
  ...{ people: Person, controls: Control, interestedParties: InterestedParty, requirements: Requirement, issues: Issue },
  ...{ objectives: Objective, measures: Measure },
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
    let many = 0;
    const clean = new Set<Importable>();
    fc.assert(
      fc.property(aFile, ({ register, bytes }) => {
        try {
          const { rows, report } = readRegister(register, readTable(bytes), known);
          if (report.length > 0 || rows.length === 0) return;
          clean.add(register);
          many++;
          for (const draft of rows)
            if ('risk' in draft) Risk.parse({ ...draft.risk, ...written });
            else if ('document' in draft) {
              Document.parse({ ...draft.document, ...written });
              if (draft.inForce !== undefined) DocumentVersion.parse({ ...draft.inForce, ...written });
            } else if (register in schemas) schemas[register as keyof typeof schemas].parse({ ...draft, ...written });
        } catch (fault) {
          expect(fault).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 4000, seed: 27001 },
    );
    expect(many).toBeGreaterThan(400);
    // Of the criteria, whole ones are too rare to come up by chance.
    expect(importable.filter((register) => !clean.has(register))).toEqual(['riskCriteria']);
  });

  it('When the page about importing shows a file, that file can be imported', () => {
    const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
    const [, example = ''] = /```\n(kind,level,value\n[^`]*)```/.exec(page) ?? [];
    const { rows, report } = readRegister('riskCriteria', readTable(Buffer.from(example)), known);
    expect([rows.length, report]).toEqual([1, []]);
  });

  it('When a column can be imported or exported, the page about importing names it', () => {
    const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
    const columns = [
      ...[personColumns, riskColumns, controlColumns, partyColumns, requirementColumns, issueColumns],
      ...[objectiveColumns, measureColumns, documentColumns],
    ].flatMap((all) => Object.keys(all));
    expect(columns.filter((column) => !page.includes(`\`${column}\``))).toEqual([]);
  });

  it('When a register can be imported, it can be exported, and the page about importing has a section on it', () => {
    const all: readonly string[] = exportable;
    expect(importable.filter((register) => !all.includes(register))).toEqual([]);
    const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
    expect(importable.filter((register) => !page.includes(`import ${register} `))).toEqual([]);
  });
});
