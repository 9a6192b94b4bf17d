import { promisify } from 'node:util';
import { type Entry, open, type ZipFile } from 'yauzl';
import { evidenceLimits } from '../../domain/evidence.ts';

const openZip = promisify<string, object, ZipFile>(open as never);

const mostBytes = evidenceLimits.unpackedMegabytes * 1_000_000;
const mostEntries = 10_000;

/**
 * Whether a zip is one from its first to its last byte, and its directory says that it unpacks to a size that somebody's machine can bear. Nothing is
 * unpacked here.
 */
export async function isSoundZip(path: string): Promise<boolean> {
  try {
    const zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
    try {
      return zip.comment.length === 0 && zip.entryCount <= mostEntries && (await bytesIn(zip)) <= mostBytes;
    } finally {
      zip.close();
    }
  } catch (failure) {
    if (isAboutContent(failure)) return false;
    throw failure;
  }
}

/** What yauzl says of a file that is no zip has no code; what the system says of reading it has one. */
const isAboutContent = (failure: unknown): boolean => failure instanceof Error && !('code' in failure);

function bytesIn(zip: ZipFile): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let first = Number.POSITIVE_INFINITY;
    zip.on('error', reject);
    // Something before the first entry would be another file.
    zip.on('end', () => resolve(first === 0 ? bytes : Number.POSITIVE_INFINITY));
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      first = Math.min(first, entry.relativeOffsetOfLocalHeader);
      if (bytes > mostBytes || isProgram(entry.fileName)) resolve(Number.POSITIVE_INFINITY);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

const isProgram = (name: string): boolean => /vbaProject\.bin$/i.test(name);
