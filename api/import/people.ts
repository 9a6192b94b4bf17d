import { newPersonId } from '../../domain/personId.ts';
import { Email, Language, Role } from '../../domain/records/common.ts';
import { Person } from '../../domain/records/person.ts';
import type { Cell } from './cell.ts';
import { choiceOf, choices } from './choices.ts';
import { type Columns, mapColumns, type ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import { reportCycles } from './managers.ts';
import type { Table } from './readTable.ts';
import type { ImportResult, Problem } from './report.ts';
import { siteCalled } from './sites.ts';
import { dayIn, present, required, short, titleOf, wordsOf } from './values.ts';
import { type FindPerson, makeFindPerson } from './who.ts';

export type PersonDraft = Omit<Person, 'version' | 'updatedAt'>;

export const personColumns = {
  name: { required: true },
  email: { required: true, also: ['e-mail', 'mail'] },
  roles: { also: ['role'] },
  site: {},
  manager: {},
  deputy: {},
  language: {},
  absences: {},
  status: {},
} as const satisfies Columns<string>;
export type PersonColumn = keyof typeof personColumns;

export const roles = choices(Role.options, { ismsManager: ['CISO'] });
const statuses = choices(Person.shape.status.options, { left: ['inactive', 'departed'] });
export const languages = choices(Language.options, { en: ['English', 'Englisch'], de: ['German', 'Deutsch'] });

/** What a row says before anybody's manager is looked up, because a manager may stand on a later row. */
type Draft = { draft: PersonDraft; manager: Cell; deputy: Cell };

/** Reads people; managers and deputies are found among those who exist and those in the file. */
export function readPeople(table: Table, context: ImportContext): ImportResult<PersonDraft> {
  const report: Problem[] = [];
  const mapped = mapColumns<PersonColumn>(table, personColumns, report);
  const result = { rows: [], report, notes: mapped.notes, ignored: mapped.ignored };
  if (!mapped.complete) return result;

  const emails = new Map([...context.emails].map((email) => [email, 0]));
  const drafts: Draft[] = [];
  mapped.each((row) => {
    const draft = draftOf(row, context, emails);
    if (draft !== undefined) drafts.push({ draft, manager: row.cell('manager'), deputy: row.cell('deputy') });
  });
  const find = makeFindPerson([...context.people, ...drafts.map(({ draft }) => draft)]);
  const rows = drafts.map((one) => withOthers(one, find));
  reportCycles(drafts.map(({ manager }, i) => ({ person: rows[i], cell: manager })));
  return { ...result, rows };
}

function draftOf(row: ReadRow<PersonColumn>, context: ImportContext, emails: Map<string, number>): PersonDraft | undefined {
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const email = emailOf(row.cell('email'), emails);
  const assignments = rolesOf(row.cell('roles'));
  const site = siteOf(row.cell('site'), context);
  const language = choiceOf(row.cell('language'), languages, 'unknownLanguage') ?? context.language;
  const absences = absencesOf(row.cell('absences'));
  const status = choiceOf(row.cell('status'), statuses, 'unknownStatus') ?? 'active';
  if (name === undefined || email === undefined || site === undefined) return undefined;
  return { id: newPersonId(), name, email, roles: assignments, site, language, absences, status };
}

function emailOf(cell: Cell, taken: Map<string, number>): string | undefined {
  if (required(cell, cell.value) === undefined || cell.value === '') return undefined;
  const result = Email.safeParse(cell.value.slice(0, 255));
  if (!result.success) return cell.refuse('wrongEmail', `"${short(cell.value)}" is not a mail address.`);
  const before = taken.get(result.data);
  if (before !== undefined)
    return cell.refuse('duplicateEmail', `${result.data} ${before === 0 ? 'exists already' : `stands on row ${before} already`}.`);
  taken.set(result.data, cell.row);
  return result.data;
}

const maxRoles = 30;

function rolesOf(cell: Cell): PersonDraft['roles'] {
  const words = [...new Set(wordsOf(cell))];
  if (words.length > maxRoles) cell.refuse('tooMany', `${cell.column} holds ${words.length} roles; at most ${maxRoles} are kept.`);
  return words.flatMap((word) => roleOf(cell, word));
}

/** `assetOwner@lisbon` is the role within a scope: a site, a unit, an asset. */
function roleOf(cell: Cell, word: string): PersonDraft['roles'] {
  const [, name = '', scope] = /^([^@]*)(?:@(.*))?$/s.exec(word)?.map((part) => part?.trim()) ?? [];
  const role = choiceOf(cell, roles, 'unknownRole', name);
  if (role === undefined) return [];
  if (scope === undefined || scope === '') return [{ role }];
  if (scope.length > 100) cell.refuse('tooLong', 'The scope of a role has at most 100 characters.');
  return [{ role, scope }];
}

const maxAbsences = 50;

/** Days from and to, both away: `2026-12-24..2027-01-02`. */
function absencesOf(cell: Cell): PersonDraft['absences'] {
  const words = wordsOf(cell);
  if (words.length > maxAbsences) cell.refuse('tooMany', `${cell.column} holds ${words.length} absences; at most ${maxAbsences} are kept.`);
  return words.flatMap((word) => {
    const [from, to] = word.split('..', 2).map(dayIn);
    if (from !== undefined && to !== undefined && from <= to) return [{ from, to }];
    cell.refuse('wrongDate', `"${short(word)}" is no absence. Write the first and the last day as 2026-12-24..2027-01-02.`);
    return [];
  });
}

const siteOf = (cell: Cell, context: ImportContext): string | undefined =>
  cell.filled ? siteCalled(cell, cell.value, context) : context.defaultSite;

function withOthers({ draft, manager, deputy }: Draft, find: FindPerson): PersonDraft {
  const among = draft.status === 'left' ? 'everybody' : 'active';
  const others = { manager: find(manager, among), deputy: find(deputy, among) };
  if (others.deputy === draft.id) deputy.refuse('samePerson', 'Nobody is their own deputy.');
  return {
    ...draft,
    ...present(others),
  };
}
