/** Why a cell or row cannot be imported. Each code is explained in docs/import.md. */
export type ProblemCode =
  | 'missingColumn'
  | 'required'
  | 'formula'
  | 'cellError'
  | 'tooLong'
  | 'tooMany'
  | 'tooManyCells'
  | 'wrongValue'
  | 'wrongReference'
  | 'wrongEmail'
  | 'wrongDate'
  | 'levelOffScale'
  | 'duplicateReference'
  | 'duplicateEmail'
  | 'duplicateRow'
  | 'unknownPerson'
  | 'ambiguousPerson'
  | 'samePerson'
  | 'managerCycle'
  | 'unknownSite'
  | 'unknownRole'
  | 'unknownLanguage'
  | 'unknownControl'
  | 'ambiguousControl'
  | 'unknownParty'
  | 'ambiguousParty'
  | 'unknownObjective'
  | 'ambiguousObjective'
  | 'unknownKind'
  | 'unknownSource'
  | 'unknownStatus'
  | 'unknownEffectiveness'
  | 'unknownTreatment'
  | 'unknownProperty'
  | 'unknownBand';

/** One line of the report: the row and column as the person sees them in a spreadsheet. */
export type Problem = { row: number; column: string; code: ProblemCode; reason: string };

/** What an import does beyond the cells, so that nothing happens in silence; not a reason to refuse it. */
export type Note = { row: number; column: string; note: string };

/** `rows` are drafts of records; they may be written only if `report` is empty. `ignored` are columns that mean nothing to us. */
export type ImportResult<T> = { rows: T[]; report: Problem[]; notes: Note[]; ignored: string[] };
