import type { ImportContext } from './context.ts';
import { readControls } from './controls.ts';
import { readCriteria } from './criteria.ts';
import { readPeople } from './people.ts';
import { readTable } from './readTable.ts';
import { readRisks } from './risks.ts';

const readers = { people: readPeople, risks: readRisks, controls: readControls, riskCriteria: readCriteria };

export type Importable = keyof typeof readers;
export const isImportable = (register: string): register is Importable => Object.hasOwn(readers, register);

/** Reads a CSV file as drafts of a register, with a report of everything that is wrong with it. Refuses what is no table at all. */
export const readRegister = <R extends Importable>(register: R, bytes: Buffer, context: ImportContext): ReturnType<(typeof readers)[R]> =>
  readers[register](readTable(bytes), context) as ReturnType<(typeof readers)[R]>;
