import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../../domain/refusal.ts';
import { decode } from './decode.ts';
import { limits, splitIt } from './limits.ts';
import type { Remark } from './workbook/merged.ts';

/**
 * One row as a spreadsheet shows it: `row` counts from 1 with the header and blank rows, however many lines a quoted cell has. `faults` say
 * by the number of the cell why it holds nothing that can be read.
 */
export type Row = { row: number; cells: readonly string[]; faults?: ReadonlyMap<number, string> };
/** `sheet` is there when the table comes from a workbook, whose cells are text for certain. */
export type Table = { header: Row; rows: readonly Row[]; sheet?: { remarks: readonly Remark[] } };

const maxRecordBytes = 1_000_000;
const delimiters = [',', ';', '\t'];

/**
 * The rows of a CSV file (comma, semicolon or tab; UTF-8, or UTF-16 with byte order mark); blank rows are left out. Refuses `tooLarge`
 * (over 20 MB), `tooManyRows` (over 50,000), `tooManyColumns` (over 500), `emptyFile`, `binaryFile`, `wrongEncoding` and `brokenQuoting`, with the line.
 */
export function readTable(bytes: Buffer): Table {
  if (bytes.length > limits.megabytes * 1024 * 1024)
    throw new Refusal(413, 'tooLarge', `The file has more than ${limits.megabytes} MB. ${splitIt}`);
  const { text, delimiter } = withoutHint(decode(bytes));
  const records = recordsOf(text, delimiter ?? delimiterOf(text));
  if (records.length > limits.rows + 1)
    throw new Refusal(
      413,
      'tooManyRows',
      `The file has more than ${limits.rows.toLocaleString('en')} rows, blank ones included. ${splitIt}`,
    );
  const [header, ...rows] = records.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => cells.some(isFilled));
  if (header === undefined) throw new Refusal(422, 'emptyFile', 'The file is empty.');
  if (header.cells.length > limits.columns)
    throw new Refusal(413, 'tooManyColumns', `The header has ${header.cells.length} columns; at most ${limits.columns} are read.`);
  if (rows.length === 0) throw new Refusal(422, 'emptyFile', 'The file has a header and no rows.');
  return { header, rows };
}

const isFilled = (cell: string) => cell.trim() !== '';

/** Spreadsheets write and hide a first line such as `sep=;`. */
function withoutHint(text: string): { text: string; delimiter?: string } {
  const hint = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  return hint?.[1] === undefined ? { text } : { text: text.slice(hint[0].length), delimiter: hint[1] };
}

/** The delimiter that the header uses most, outside quotes. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const header = unquoted.split(/[\r\n]/).find(isFilled) ?? '';
  const uses = (delimiter: string) => header.split(delimiter).length;
  return delimiters.reduce((best, next) => (uses(next) > uses(best) ? next : best));
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: maxRecordBytes,
      to: limits.rows + 2,
    });
  } catch (fault) {
    if (fault instanceof CsvError) throw brokenQuoting(fault);
    throw fault;
  }
}

function brokenQuoting(fault: CsvError): Refusal {
  const line = `Line ${String(fault.lines)}`;
  const sentence =
    fault.code === 'CSV_QUOTE_NOT_CLOSED' || fault.code === 'CSV_MAX_RECORD_SIZE'
      ? `${line}: a quotation mark opens a cell and none closes it.`
      : `${line}: a quotation mark stands inside a cell. Put the cell in quotation marks and write those inside twice.`;
  return new Refusal(422, 'brokenQuoting', sentence);
}
