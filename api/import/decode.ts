import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../domain/refusal.ts';

const marks = { utf8: [0xef, 0xbb, 0xbf], littleEndian: [0xff, 0xfe], bigEndian: [0xfe, 0xff], oldOffice: [0xd0, 0xcf, 0x11, 0xe0] };

const startsWith = (bytes: Buffer, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Text of a file: UTF-8 with or without byte order mark, UTF-16 with one. Refuses `binaryFile` and `wrongEncoding`. */
export function decode(bytes: Buffer): string {
  if (startsWith(bytes, marks.oldOffice))
    throw binary('This is a workbook of the old kind (XLS), or one with a password. Save it as XLSX, without a password.');
  const text = decoded(bytes);
  if (text.includes('\u0000')) throw notText();
  return text;
}

const binary = (sentence: string) => new Refusal(422, 'binaryFile', sentence);
const notText = () => binary('This is not a text file. Save the table as "CSV UTF-8" and import that file.');

function decoded(bytes: Buffer): string {
  if (startsWith(bytes, marks.littleEndian)) return utf16(bytes.subarray(2));
  if (startsWith(bytes, marks.bigEndian)) return utf16(swapped(bytes.subarray(2)));
  if (isUtf8(bytes)) return bytes.toString('utf8', startsWith(bytes, marks.utf8) ? marks.utf8.length : 0);
  if (bytes.includes(0)) throw notText();
  throw new Refusal(
    422,
    'wrongEncoding',
    `Line ${firstBrokenLine(bytes)} is not UTF-8. Save the table as "CSV UTF-8", so that no letter is misread.`,
  );
}

// An odd byte at the end has no partner; it is left for the check of `utf16`.
const swapped = (bytes: Buffer): Buffer => (bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes);

function utf16(bytes: Buffer): string {
  const text = bytes.toString('utf16le');
  if (bytes.length % 2 !== 0 || /\p{Surrogate}/u.test(text)) throw notText();
  return text;
}

function firstBrokenLine(bytes: Buffer): number {
  for (let line = 1, from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf('\n', from);
    const to = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to;
  }
  return 1;
}
