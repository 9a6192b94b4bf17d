import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../context.ts';
import { oneLine, Unreachable, WrongUsage } from '../failures.ts';

export type Format = 'csv' | 'xlsx';
type Options = { format?: Format | undefined; output?: string | undefined };

/** Writes a register into a file, or to the standard output; whatever was in the file stays until the new content is complete. */
export async function exportRegister(context: Context, register: string, { format, output: file }: Options): Promise<void> {
  const { client, output } = context;
  const wanted = format ?? (file !== undefined && extname(file).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv');
  if (file === undefined && output.json) throw new WrongUsage('The file itself goes to the standard output; with --json, say --output.');
  if (file === undefined && wanted === 'xlsx' && output.isTerminal)
    throw new WrongUsage('A workbook is nothing for a terminal. Say --output.');
  const content = await client.download(`/registers/${encodeURIComponent(register)}/export`, { format: wanted });
  if (file === undefined) return output.raw(content);
  await write(file, content);
  output.result({ register, format: wanted, file }, [`${register} written to ${file}.`]);
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
