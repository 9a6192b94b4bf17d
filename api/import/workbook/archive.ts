import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise } from 'yauzl';
import { Refusal } from '../../../domain/refusal.ts';

/** The parts of a workbook file, which is a ZIP archive. Names count in any case (OPC). */
export type Archive = { has(part: string): boolean; open(part: string): Promise<Readable> };

const maxParts = 5_000;
const maxUnpackedMegabytes = 200;

export const damaged = () =>
  new Refusal(422, 'brokenWorkbook', 'The workbook is damaged or cut off. Open it in a spreadsheet program, save it there and try again.');
const tooLarge = () =>
  new Refusal(
    413,
    'tooLarge',
    `The workbook is larger than ${maxUnpackedMegabytes} MB when it is unpacked. Split it and import the parts.`,
  );
const locked = () => new Refusal(422, 'binaryFile', 'The file is protected by a password. Save it without one.');

/**
 * Looks at the directory of an archive, and unpacks nothing: parts are unpacked one by one when they are opened, and none beyond the size
 * that the directory says. Refuses `tooLarge` (over 200 MB unpacked, or over 5,000 parts), `brokenWorkbook`, and `binaryFile` with a password.
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes).catch(() => Promise.reject(damaged()));
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of entriesOf(zip.eachEntry())) {
    unpacked += entry.uncompressedSize;
    if (unpacked > maxUnpackedMegabytes * 1024 * 1024 || parts.size === maxParts) throw tooLarge();
    if (entry.isEncrypted()) throw locked();
    parts.set(entry.fileName.toLowerCase(), entry);
  }
  return {
    has: (part) => parts.has(part.toLowerCase()),
    async open(part) {
      const entry = parts.get(part.toLowerCase());
      if (entry === undefined) throw damaged();
      return zip.openReadStreamPromise(entry).catch(() => Promise.reject(damaged()));
    },
  };
}

/** What the library says about a wrong directory is said about the file. */
async function* entriesOf(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries;
  } catch {
    throw damaged();
  }
}
