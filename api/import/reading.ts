import type { Importable } from '../../domain/importable.ts';
import { mostLines } from '../../domain/records/importReport.ts';
import { type Batch, batchesOf } from './batches.ts';
import type { ImportContext } from './context.ts';
import { readRegister } from './readRegister.ts';
import type { Table } from './readTable.ts';
import type { ImportResult, Note, Problem } from './report.ts';

/** What was found in a file: how many records it holds, and what is wrong. */
export type Found = {
  rows: number;
  /** How many findings and notes there are; of each only the first are told. */
  findings: number;
  report: Problem[];
  noted: number;
  notes: Note[];
  ignored: string[];
};
export type Reading = Found & { batches: Batch[] };

/** What a table is read against; records are wanted only if they are to be written. */
export type Against = { context: ImportContext; now: string; apply: boolean };

type Read = Pick<ImportResult<unknown>, 'report' | 'notes' | 'ignored'> & { rows: number; batches(): Batch[] };

type Reader = (table: Table, against: Against) => Read;

const plain = (register: Batch['register'], { rows, report, notes, ignored }: ImportResult<Record<string, unknown>>): Read => ({
  ...{ rows: rows.length, report, notes, ignored },
  batches: () => batchesOf(register, rows),
});

const asRead =
  (register: Exclude<Importable, 'risks' | 'documents'>): Reader =>
  (table, { context }) =>
    plain(register, readRegister(register, table, context));

const readers: Record<Importable, Reader> = {
  ...{ people: asRead('people'), controls: asRead('controls') },
  ...{ interestedParties: asRead('interestedParties'), requirements: asRead('requirements'), issues: asRead('issues') },
  ...{ objectives: asRead('objectives'), measures: asRead('measures') },
  riskCriteria(table, { context, now }) {
    const { rows, ...rest } = readRegister('riskCriteria', table, context);
    return plain('riskCriteria', { ...rest, rows: rows.map((criteria) => ({ ...criteria, createdAt: now })) });
  },
  /** New controls and past assessments first, so that no risk names what is not there. */
  risks(table, { context }) {
    const { rows, controls, report, notes, ignored } = readRegister('risks', table, context);
    const batches = () => [
      ...batchesOf('controls', controls),
      ...batchesOf(
        'assessments',
        rows.flatMap(({ assessment }) => assessment ?? []),
      ),
      ...batchesOf(
        'risks',
        rows.map(({ risk }) => risk),
      ),
    ];
    return { rows: rows.length, report, notes, ignored, batches };
  },
  /** Versions first, so that no document offers one that is not there. */
  documents(table, { context }) {
    const { rows, ...rest } = readRegister('documents', table, context);
    const batches = () => [
      ...batchesOf(
        'documentVersions',
        rows.flatMap(({ inForce }) => inForce ?? []),
      ),
      ...batchesOf(
        'documents',
        rows.map(({ document }) => document),
      ),
    ];
    return { ...rest, rows: rows.length, batches };
  },
};

/** Reads a table of a register; the records of one with findings are of no use. */
export function readingOf(register: Importable, table: Table, against: Against): Reading {
  const { rows, report, notes, ignored, batches } = readers[register](table, against);
  return {
    ...{ rows, findings: report.length, report: byRow(report), noted: notes.length, notes: byRow(notes), ignored },
    batches: against.apply && report.length === 0 ? batches() : [],
  };
}

const byRow = <T extends { row: number }>(lines: readonly T[]): T[] => [...lines].sort((a, b) => a.row - b.row).slice(0, mostLines);
