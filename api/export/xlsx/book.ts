import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Value } from '../values.ts';
import { escaped } from './cells.ts';
import { sheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/></Types>`;
const packageRelations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const bookRelations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
const bookXml = (sheet: string) =>
  `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

// The same records are the same bytes: no time of writing in the archive.
const options = { mtime: new Date('1980-01-01T00:00:00Z'), mode: 0o100644 };

/** A workbook of one sheet (ECMA-376), packed while its rows come. A fault of theirs is one of the stream. */
export function xlsxOf(sheet: string, columns: readonly string[], pages: AsyncIterable<Value[][]>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const rows = Readable.from(sheetXml(columns, pages));
  // The library pipes them on and hears no fault.
  rows.on('error', (fault) => output.destroy(fault));
  output.on('close', () => rows.destroy());
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, options);
  add('[Content_Types].xml', contentTypes);
  add('_rels/.rels', packageRelations);
  add('xl/workbook.xml', bookXml(sheet));
  add('xl/_rels/workbook.xml.rels', bookRelations);
  add('xl/styles.xml', stylesXml);
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', options);
  zip.end();
  return output;
}
