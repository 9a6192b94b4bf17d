import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from './context.ts';
import { oneLine, Unreachable, WrongUsage } from './failures.ts';

type Format = 'csv' | 'xlsx' | 'pdf';
export type FileOptions = { format?: Format | undefined; output?: string | undefined };
type Wanted = FileOptions & {
  /** Where it is, and as what it can be had; the first one is meant where neither option nor name of the file say so. */
  path: string;
  formats: readonly [Format, ...Format[]];
  query?: Record<string, string | undefined>;
  /** What it is called, such as the register. */
  what: Record<string, string>;
};

const notForATerminal: Partial<Record<Format, string>> = { xlsx: 'A workbook', pdf: 'A PDF' };

/** Writes a file of the product into a file, or to the standard output; whatever was in the file stays until the new content is complete. */
export async function download({ client, output }: Context, { path, formats, query, what, format, output: file }: Wanted): Promise<void> {
  const named = file === undefined ? undefined : formats.find((one) => extname(file).toLowerCase() === `.${one}`);
  const wanted = format ?? named ?? formats[0];
  if (file === undefined && output.json) throw new WrongUsage('The file itself goes to the standard output; with --json, say --output.');
  if (file === undefined && output.isTerminal && notForATerminal[wanted] !== undefined)
    throw new WrongUsage(`${notForATerminal[wanted]} is nothing for a terminal. Say --output.`);
  const content = await client.download(path, { format: wanted, ...query });
  if (file === undefined) return output.raw(content);
  await write(file, content);
  output.result({ ...what, format: wanted, file }, [`${Object.values(what).join(' ')} written to ${file}.`]);
}

async function write(file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    await pipeline(Readable.from(content), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (fault) {
    await rm(unfinished, { force: true });
    if (fault instanceof Unreachable) throw fault;
    throw new WrongUsage(`${file} cannot be written (${oneLine(fault)}).`, fault);
  }
}
