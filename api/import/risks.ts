import { type Assessment, type Risk, RiskControl, Strength } from '../../domain/records/risk.ts';
import { bandOf, isAbove } from '../../domain/rules/risk.ts';
import { choiceOf, choicesOf } from './choices.ts';
import { mapColumns, type ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { ControlDraft } from './controls.ts';
import { historyOf, reviewDatesOf } from './history.ts';
import { levelsOf } from './levels.ts';
import { type FindControl, makeFindControl } from './newControls.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult, Note, Problem } from './report.ts';
import { properties, type RiskColumn, riskColumns, statuses, treatments, undecided } from './riskColumns.ts';
import { present, proseOf, required, titleOf, titlesOf, wordsOf } from './values.ts';
import { type FindPerson, makeFindPerson } from './who.ts';

export type RiskDraft = Omit<Risk, 'version' | 'updatedAt'>;
/** A risk and, if the file says when it was last judged, that assessment as a record of its own. */
export type RiskImport = { risk: RiskDraft; assessment?: Assessment };
/** `controls` are new ones that risks name; they are written together with the risks. */
export type RiskImportResult = ImportResult<RiskImport> & { controls: ControlDraft[] };

type Finders = { person: FindPerson; control: FindControl; reference: TakeReference };
type Reading = { row: ReadRow<RiskColumn>; find: Finders; context: ImportContext };

/** Reads risks with their last assessment and next review, so that the first review of an existing register asks only for what is due. */
export function readRisks(table: Table, context: ImportContext): RiskImportResult {
  const report: Problem[] = [];
  const mapped = mapColumns<RiskColumn>(table, riskColumns, report);
  const notes: Note[] = [...mapped.notes];
  const controls = makeFindControl(context.controls, notes);
  const find = { person: makeFindPerson(context.people), control: controls.find, reference: makeTakeReference(context.existingIds) };
  const rows: RiskImport[] = [];
  if (mapped.complete) mapped.each((row) => rows.push(...riskOf({ row, find, context })));
  return { rows, report, notes, ignored: mapped.ignored, controls: controls.created() };
}

/** The risk of a row, or nothing when it lacks what every risk has. All cells are read first, so that the report is complete. */
function riskOf(reading: Reading): RiskImport[] {
  const { row, find, context } = reading;
  const id = find.reference(row.cell('reference'));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const handled = handledOf(reading);
  const owner = required(row.cell('owner'), find.person(row.cell('owner'), isOver(handled) ? 'everybody' : 'active'));
  const assessor = find.person(row.cell('assessor'), 'everybody');
  const judged = judgedOf(reading);
  const rest = { ...wordingOf(reading), ...judged, ...handled };
  const dates = reviewDatesOf(row, judged.current, context.today);
  if (id === undefined || name === undefined || owner === undefined) return [];
  const { assessment, ...shown } = historyOf({ risk: id, by: assessor ?? owner, ...judged, ...dates }, context);
  return [{ risk: { id, name, owner, ...rest, ...shown }, ...present({ assessment }) }];
}

/** Nobody is asked about such a risk any more, so its owner may have left. */
const isOver = ({ status }: Pick<Risk, 'status'>): boolean => status === 'closed' || status === 'avoided';

const wordingOf = ({ row }: Reading) => ({
  description: proseOf(row.cell('description')),
  assets: titlesOf(row.cell('assets'), 50),
  threat: proseOf(row.cell('threat')),
  vulnerability: proseOf(row.cell('vulnerability')),
  properties: choicesOf(row.cell('property'), properties, 'unknownProperty'),
});

function judgedOf({ row, context: { criteria } }: Reading) {
  const levels = (kind: 'inherent' | 'current' | 'residual') =>
    levelsOf(row.cell(`${kind}_likelihood`), row.cell(`${kind}_consequence`), criteria);
  const current = levels('current');
  const band = current && bandOf(criteria, current);
  const acceptance = band && (isAbove(criteria, band) ? ('required' as const) : ('notNeeded' as const));
  return present({ inherent: levels('inherent'), current, residual: levels('residual'), band, acceptance });
}

function handledOf({ row, find }: Reading) {
  const treatment = row.cell('treatment');
  const decided = wordsOf(treatment).filter((word) => !undecided.includes(word.toLowerCase()));
  return {
    treatment: choicesOf(treatment, treatments, 'unknownTreatment', decided),
    controls: controlsOf(row, find.control),
    status: choiceOf(row.cell('status'), statuses, 'unknownStatus') ?? ('active' as const),
  };
}

function controlsOf(row: ReadRow<RiskColumn>, find: FindControl): Risk['controls'] {
  const named = (column: RiskColumn, status: 'implemented' | 'planned') =>
    titlesOf(row.cell(column), 50).flatMap((title) => {
      const { name, ...acting } = actingOn(title);
      const control = find(row.cell(column), name, status);
      return control === undefined ? [] : [{ control, ...acting }];
    });
  const all = [
    ...named('controls', 'implemented'),
    ...named('existing_controls', 'implemented'),
    ...named('additional_controls', 'planned'),
  ];
  const once = all.filter(({ control }, i) => all.findIndex((other) => other.control === control) === i);
  if (once.length > 50) row.cell('controls').refuse('tooMany', `The risk names ${once.length} controls; at most 50 are kept.`);
  return once;
}

const actingPattern = new RegExp(
  `^(.*[^\\s@])\\s*@\\s*(${RiskControl.shape.actsOn.options.join('|')})(?:@(${Strength.options.join('|')})?(?:@([a-z0-9][\\w.-]{0,39}))?)?$`,
  'i',
);

/** `CTL-007@likelihood@strong@network` says what the control acts on, how strongly, and with which others it fails; without it that is both. */
function actingOn(title: string): { name: string } & Omit<Risk['controls'][number], 'control'> {
  const [, name, actsOn, strength, group] = actingPattern.exec(title) ?? [];
  if (name === undefined) return { name: title, actsOn: 'both' };
  const isStrength = (one: string) => one.toLowerCase() === strength?.toLowerCase();
  return {
    name,
    actsOn: RiskControl.shape.actsOn.parse(actsOn?.toLowerCase()),
    ...present({ strength: Strength.options.find(isStrength), group: RiskControl.shape.group.safeParse(group).data }),
  };
}
