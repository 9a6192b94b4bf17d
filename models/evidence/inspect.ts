import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { type EvidenceEnding, endingOf, evidenceTypes } from '../../domain/evidence.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isText } from './text.ts';
import { isSoundZip } from './zip.ts';

/** What one looks at to know a file by its content: its beginning, its end. */
type Ends = { head: Buffer; tail: Buffer };

const unsupported = (sentence: string) => new Refusal(422, 'unsupportedFile', sentence, [{ path: 'file', message: sentence }]);

/**
 * The media type of a file by its content, which must be what its name says: of the formats that are taken, and of no other one at the same time.
 * @throws Refusal 422 `unsupportedFile`
 */
export async function typeOf(path: string, name: string): Promise<string> {
  const ending = endingOf(name);
  if (ending === undefined) throw unsupported(`Files of this kind are not taken. Taken are ${Object.keys(evidenceTypes).join(', ')}.`);
  const type = evidenceTypes[ending];
  if (!(await isWhatItSays(path, ending)))
    throw unsupported(`The content of the file is not what its name says (${ending}), or more than that.`);
  return type;
}

async function isWhatItSays(path: string, ending: EvidenceEnding): Promise<boolean> {
  const ends = await endsOf(path);
  if (ending === 'txt' || ending === 'csv' || ending === 'eml') return (isWide(ends) || (await isNoOther(path))) && isText(path, ending);
  if (isAlsoOther(ending, ends)) return false;
  if (isZip(ending)) return (await isSoundZip(path)) && isMagic(path, ending);
  return (await isMagic(path, ending)) && endsAs(ending, ends);
}

/** Texts in UTF-16 begin as some recordings do. */
const isWide = ({ head }: Ends): boolean => ['fffe', 'feff'].includes(head.toString('hex', 0, 2));
const isNoOther = async (path: string): Promise<boolean> => (await fileTypeFromFile(path)) === undefined;

const isZip = (ending: EvidenceEnding): boolean => ending === 'docx' || ending === 'xlsx';

const isMagic = async (path: string, ending: EvidenceEnding): Promise<boolean> =>
  (await fileTypeFromFile(path))?.mime === evidenceTypes[ending];

// The directory of a zip stands at the end of a file, at most that far from it.
const tailBytes = 65_557;
const headBytes = 1024;

async function endsOf(path: string): Promise<Ends> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const part = async (length: number, position: number) => (await file.read(Buffer.alloc(length), 0, length, position)).buffer;
    return { head: await part(Math.min(headBytes, size), 0), tail: await part(Math.min(tailBytes, size), Math.max(0, size - tailBytes)) };
  } finally {
    await file.close();
  }
}

const endOfPng = Buffer.from('0000000049454e44ae426082', 'hex');

/** Nothing is appended to it that another program would read. */
function endsAs(ending: EvidenceEnding, { tail }: Ends): boolean {
  if (ending === 'pdf') return tail.subarray(-1024).includes('%%EOF');
  return ending === 'png' ? tail.subarray(-endOfPng.length).equals(endOfPng) : true;
}

const endOfZip = Buffer.from('504b0506', 'hex');

/** A file that is two things at once: readers of PDF and zip look beyond the beginning, browsers at what looks like a page. */
function isAlsoOther(ending: EvidenceEnding, { head, tail }: Ends): boolean {
  const isPage = /<\s*(!doctype|html|head|body|script|svg|iframe)\b/i.test(head.toString('latin1'));
  const isPdf = ending === 'pdf' ? head.indexOf('%PDF-') !== 0 : head.includes('%PDF-');
  return isPage || isPdf || (!isZip(ending) && tail.includes(endOfZip));
}
