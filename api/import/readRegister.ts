import type { ImportContext } from './context.ts';
import { readControls } from './controls.ts';
import { readCriteria } from './criteria.ts';
import { readPeople } from './people.ts';
import type { Table } from './readTable.ts';
import { readRisks } from './risks.ts';

const readers = { people: readPeople, risks: readRisks, controls: readControls, riskCriteria: readCriteria };

export type Importable = keyof typeof readers;
export const isImportable = (register: string): register is Importable => Object.hasOwn(readers, register);

/** Reads a table as drafts of a register, with a report of everything that is wrong with it. */
export const readRegister = <R extends Importable>(register: R, table: Table, context: ImportContext): ReturnType<(typeof readers)[R]> =>
  readers[register](table, context) as ReturnType<(typeof readers)[R]>;
