import type { Importable } from '../../domain/importable.ts';
import type { ImportContext } from './context.ts';
import { readControls } from './controls.ts';
import { readCriteria } from './criteria.ts';
import { readDocuments } from './documents.ts';
import { readInterestedParties } from './interestedParties.ts';
import { readIssues } from './issues.ts';
import { readMeasures } from './measures.ts';
import { readObjectives } from './objectives.ts';
import { readPeople } from './people.ts';
import type { Table } from './readTable.ts';
import type { ImportResult } from './report.ts';
import { readRequirements } from './requirements.ts';
import { readRisks } from './risks.ts';

const readers = {
  ...{ people: readPeople, risks: readRisks, controls: readControls, riskCriteria: readCriteria },
  ...{ interestedParties: readInterestedParties, requirements: readRequirements, issues: readIssues },
  ...{ objectives: readObjectives, measures: readMeasures, documents: readDocuments },
} satisfies Record<Importable, (table: Table, context: ImportContext) => ImportResult<unknown>>;

/** Reads a table as drafts of a register, with a report of everything that is wrong with it. */
export const readRegister = <R extends Importable>(register: R, table: Table, context: ImportContext): ReturnType<(typeof readers)[R]> =>
  readers[register](table, context) as ReturnType<(typeof readers)[R]>;
