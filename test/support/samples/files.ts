import { crc32, deflateRawSync } from 'node:zlib';

/** Small files of every kind that is taken as evidence, and of some that are not. */

type ZipEntry = { name: string; content: string | Buffer /** What the directory claims that it unpacks to. */; claimed?: number };

const u16 = (n: number): Buffer => Buffer.from([n & 255, (n >> 8) & 255]);
const u32 = (n: number): Buffer => Buffer.concat([u16(n & 0xffff), u16(Math.floor(n / 0x10000))]);

/** A zip as any program writes it. */
export function zipOf(entries: readonly ZipEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.concat([u32(crc32(bytes)), u32(packed.length), u32(claimed ?? bytes.length)]);
    const common = Buffer.concat([u16(20), u16(0x800), u16(8), u32(0x21_0000), sizes, u16(Buffer.byteLength(name)), u16(0)]);
    const local = Buffer.concat([u32(0x04034b50), common, Buffer.from(name), packed]);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = [u32(0x06054b50), u32(0), u16(entries.length), u16(entries.length), u32(listed.length), u32(offset), u16(comment.length)];
  return Buffer.concat([...locals, listed, ...end, Buffer.from(comment)]);
}

const office = (kind: 'wordprocessingml.document' | 'spreadsheetml.sheet', part: string, more: readonly ZipEntry[] = []): Buffer => {
  const type = `application/vnd.openxmlformats-officedocument.${kind}.main+xml`;
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;
  return zipOf([{ name: '[Content_Types].xml', content: types }, { name: part, content: '<doc/>' }, ...more]);
};

export const docx = (more: readonly ZipEntry[] = []): Buffer => office('wordprocessingml.document', 'word/document.xml', more);
export const xlsx = (more: readonly ZipEntry[] = []): Buffer => office('spreadsheetml.sheet', 'xl/workbook.xml', more);

export const pdf = (said = 'A report of October.'): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Title (${said}) >>\nendobj\ntrailer\n<< >>\n%%EOF\n`);
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const jpg = Buffer.from(`ffd8ffe000104a46494600010100000100010000ffdb004300${'01'.repeat(64)}ffd9`, 'hex');
export const csv = Buffer.from('Asset;Owner\nRechner für Müller;Jörg\n', 'latin1');
export const txt = Buffer.from('Restored on 3 October, all files were there. Größe: 12 GB.\n');
export const eml = Buffer.from(
  'Received: from a by b\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: Restored\r\n folded\r\n\r\n<html><body>All is well.</body></html>\r\n',
);

export const takenFiles: [name: string, content: Buffer, type: string][] = [
  ['report.pdf', pdf(), 'application/pdf'],
  ['screen.png', png, 'image/png'],
  ['photo.jpg', jpg, 'image/jpeg'],
  ['photo.JPEG', jpg, 'image/jpeg'],
  ['restore.txt', txt, 'text/plain'],
  ['utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Größe', 'utf16le')]), 'text/plain'],
  ['assets.csv', csv, 'text/csv'],
  ['minutes.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['list.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['answer.eml', eml, 'message/rfc822'],
];

const bomb = { name: 'word/media/image1.png', content: Buffer.alloc(1000), claimed: 4_000_000_000 };

/** Each with why it must not be taken. */
export const refusedFiles: [why: string, name: string, content: Buffer][] = [
  ['a picture that runs scripts', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  ['a page', 'page.html', Buffer.from('<!doctype html><p>x')],
  ['a page called a text', 'page.txt', Buffer.from('\n  <!DOCTYPE html><script>alert(1)</script>')],
  ['a picture that runs scripts, called a text', 'logo.txt', Buffer.from('<svg onload="alert(1)"/>')],
  ['XML called a table', 'list.csv', Buffer.from('<?xml version="1.0"?><x/>')],
  ['a script called a text', 'run.txt', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a program', 'setup.exe', Buffer.from('MZ\x90\x00', 'latin1')],
  ['a program called a report', 'report.pdf', Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(200)])],
  ['binary data called a text', 'notes.txt', Buffer.from([0x41, 0x00, 0x02, 0x42])],
  ['a picture called a report', 'report.pdf', png],
  ['an archive', 'all.zip', zipOf([{ name: 'a.txt', content: 'a' }])],
  ['an archive called a document', 'all.docx', zipOf([{ name: 'a.txt', content: 'a' }])],
  ['a table called a document', 'list.docx', xlsx()],
  ['a document with macros', 'minutes.docx', docx([{ name: 'word/vbaProject.bin', content: 'x' }])],
  ['a zip bomb', 'minutes.docx', docx([bomb])],
  [
    'a zip bomb in many pieces',
    'list.xlsx',
    xlsx(Array.from({ length: 30 }, (_, n) => ({ name: `xl/${n}`, content: 'x', claimed: 10_000_000 }))),
  ],
  ['a report that is an archive as well', 'report.pdf', Buffer.concat([pdf(), zipOf([{ name: 'a.exe', content: 'x' }])])],
  ['a picture that is an archive as well', 'screen.png', Buffer.concat([png, zipOf([{ name: 'a.jar', content: 'x' }])])],
  ['a picture with something behind it', 'screen.png', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')])],
  ['a picture that is a page as well', 'photo.jpg', Buffer.concat([jpg.subarray(0, 20), Buffer.from('<html><script>'), jpg])],
  ['a picture that is a report as well', 'photo.jpg', Buffer.concat([jpg, Buffer.from('%PDF-1.4'), pdf()])],
  ['a report with something before it', 'report.pdf', Buffer.concat([Buffer.from('GIF89a'), pdf()])],
  ['a document with something before it', 'minutes.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()])],
  ['a document with something behind it', 'minutes.docx', Buffer.concat([docx(), Buffer.from('<script>')])],
  ['a mail without headers', 'answer.eml', Buffer.from('Hello,\n\nall is well.')],
  ['nothing', 'empty.txt', Buffer.alloc(0)],
  ['something without a name', 'report', pdf()],
];
