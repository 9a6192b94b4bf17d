import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** An answer that is a file, sent piece by piece as it is made. */
export class Download {
  readonly name: string;
  readonly type: string;
  readonly content: AsyncIterable<string | Uint8Array>;
  /** `name` is of plain letters: it goes into a header as it is. */
  constructor(name: string, type: string, content: AsyncIterable<string | Uint8Array>) {
    this.name = name;
    this.type = type;
    this.content = content;
  }
}

/** Sends a file. A fault after the first piece cuts the connection, so that nobody takes half a file for a whole one. */
export async function sendDownload(response: Response, { name, type, content }: Download): Promise<void> {
  response.status(200).set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
  try {
    await pipeline(Readable.from(content), response);
  } catch (fault) {
    // Whoever stops reading is no fault of ours.
    if ((fault as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw fault;
  }
}
