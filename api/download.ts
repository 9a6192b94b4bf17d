import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

type Content = AsyncIterable<string | Uint8Array>;

/** An answer that is a file, sent piece by piece: to be kept, never to be shown by a browser on our own site. */
export class Download {
  readonly name: string;
  readonly type: string;
  /** Bytes, where they are known before. */
  readonly size: number | undefined;
  readonly content: Content;
  constructor({ name, type, size, content }: { name: string; type: string; size?: number; content: Content }) {
    this.name = name;
    this.type = type;
    this.size = size;
    this.content = content;
  }
}

/** Sends a file, its name as RFC 6266 writes it. A fault after the first piece cuts the connection, so that nobody takes half a file for a whole one. */
export async function sendDownload(response: Response, { name, type, size, content }: Download): Promise<void> {
  response
    .status(200)
    .attachment(name)
    .set({
      ...{ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" },
      ...(size !== undefined && { 'Content-Length': String(size) }),
    });
  try {
    await pipeline(Readable.from(content), response);
  } catch (fault) {
    // Whoever stops reading is no fault of ours.
    if ((fault as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw fault;
  }
}
