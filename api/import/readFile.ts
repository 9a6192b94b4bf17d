import { Refusal } from '../../domain/refusal.ts';
import { readTable, type Table } from './readTable.ts';
import { readWorkbook } from './workbook/readWorkbook.ts';

const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Whether the content is an archive, as every workbook (XLSX) is, whatever the file is called. */
export const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, zip.length).equals(zip);

/** The table in a file: CSV, or one sheet of a workbook. Refuses what `readTable` and `readWorkbook` refuse, and a sheet of a CSV file. */
export async function readFile(bytes: Buffer, sheet?: string): Promise<Table> {
  if (isArchive(bytes)) return readWorkbook(bytes, sheet);
  if (sheet !== undefined)
    throw new Refusal(422, 'unknownSheet', 'This is not a workbook, so it has no sheets. Leave the name of the sheet out.');
  return readTable(bytes);
}
