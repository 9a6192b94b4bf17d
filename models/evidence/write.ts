import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { evidenceLimits } from '../../domain/evidence.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Stored } from './evidenceStore.ts';

const mostBytes = evidenceLimits.megabytes * 1_000_000;
const tooLarge = () => new Refusal(413, 'tooLarge', `The file has more than ${evidenceLimits.megabytes} MB.`);
const empty = () => new Refusal(422, 'unsupportedFile', 'The file is empty.', [{ path: 'file', message: 'is empty' }]);

/** Writes a new file, safe on the disk when this returns. @throws Refusal 413 `tooLarge`, 422 for an empty one */
export async function write(path: string, content: Readable | Buffer): Promise<Pick<Stored, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    Buffer.isBuffer(content) ? Readable.from([content]) : content,
    async function* counted(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > mostBytes) throw tooLarge();
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  if (size === 0) throw empty();
  return { sha256: hash.digest('hex'), size };
}
