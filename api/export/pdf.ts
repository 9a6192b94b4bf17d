import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Instant, Language } from '../../domain/records/common.ts';

/** A page of text and one long table: what is exported for people who read it on paper or keep it for years. */
export type Paper = {
  title: string;
  language: Language;
  /** When what it says was so; the file says the same whenever it is made. */
  at: Instant;
  lines: readonly string[];
  columns: readonly { title: string; width: number | '*' }[];
  rows: readonly (readonly string[])[];
  /** `of` stands between the number of a page and how many there are. */
  page: { of: string };
};

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (name: string): string => join(fonts, `Roboto-${name}.ttf`);

pdfmake.setFonts({
  Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') },
});
// What a document says never makes this process fetch or open anything but its fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => dirname(path) === fonts);

/** PDF/A-3a, tagged so that it can be read aloud; the header of the table stands on each page. */
export async function* pdfOf({ title, language, at, lines, columns, rows, page }: Paper): AsyncGenerator<Uint8Array> {
  yield await pdfmake
    .createPdf({
      ...{ version: '1.7', subset: 'PDF/A-3a', tagged: true, displayTitle: true, language, compress: true },
      ...{ pageSize: 'A4', pageOrientation: 'landscape', pageMargins: [36, 40, 36, 44] },
      info: { title, creationDate: new Date(at), modDate: new Date(at) },
      defaultStyle: { font: 'Roboto', fontSize: 8 },
      footer: (n: number, of: number) => ({ text: `${title} · ${n} ${page.of} ${of}`, alignment: 'center', fontSize: 7, margin: [0, 14] }),
      content: [
        { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 6] },
        ...lines.map((text) => ({ text, fontSize: 9, margin: [0, 0, 0, 2] })),
        {
          margin: [0, 10, 0, 0],
          layout: 'lightHorizontalLines',
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: columns.map(({ width }) => width),
            body: [columns.map(({ title: text }) => ({ text, bold: true })), ...rows.map((row) => [...row])],
          },
        },
      ],
    })
    .getBuffer();
}
