import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemNow, toMs } from '../../domain/clock.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { EvidenceStore, Stored } from './evidenceStore.ts';
import { typeOf } from './inspect.ts';
import type { Scan } from './scan.ts';
import { write } from './write.ts';

const full = () =>
  new Refusal(507, 'storageFull', 'There is no room for the file just now; nothing was stored. Tell whoever runs the product.');
const infected = () =>
  new Refusal(422, 'infected', 'The virus scanner refuses the file.', [{ path: 'file', message: 'is refused by the virus scanner' }]);
const notScanned = () =>
  new Refusal(409, 'notScanned', 'The file is not scanned for viruses yet, because the scanner cannot be reached. Try again later.');

/**
 * Evidence in a folder: written beside its place, made safe on the disk, and moved there in one step, so that a crash or a full disk leaves nothing by
 * half. What the scanner could not look at stays `.pending` until somebody asks for it and it can.
 */
export function diskEvidence(folder: string, scan: Scan | undefined): EvidenceStore {
  const incoming = join(folder, 'incoming');
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

  async function settled(temporary: string, { sha256 }: Stored): Promise<void> {
    const place = placeOf(sha256);
    if (await exists(place)) return;
    const verdict = (await scan?.(temporary)) ?? 'clean';
    if (verdict === 'infected') throw infected();
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(temporary, verdict === 'clean' ? place : `${place}.pending`);
    await madeSafe(dirname(place));
  }

  /** What waited for the scanner, once it has looked. */
  async function released(place: string): Promise<void> {
    const verdict = (await scan?.(`${place}.pending`)) ?? 'clean';
    if (verdict === 'unknown') throw notScanned();
    if (verdict === 'infected') throw infected();
    await rename(`${place}.pending`, place);
  }

  return {
    async put(content, name) {
      const temporary = join(incoming, randomUUID());
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 });
        const written = await write(temporary, content);
        const stored = { ...written, type: await typeOf(temporary, name) };
        await settled(temporary, stored);
        return stored;
      } catch (failure) {
        throw isFull(failure) ? full() : failure;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const place = placeOf(sha256);
      if (!(await exists(place)) && (await exists(`${place}.pending`))) await released(place);
      return (await exists(place)) ? createReadStream(place) : undefined;
    },
  };
}

const codeOf = (failure: unknown): unknown => (failure as { code?: unknown } | undefined)?.code;
const isFull = (failure: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String(codeOf(failure)));

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return false;
    throw failure;
  }
}

/** A name in a folder is on the disk when the folder is. */
async function madeSafe(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const abandonedAfterMs = 3_600_000;

/** Removes what a crash left half written. Returns how many files that were. */
export async function sweepIncoming(folder: string): Promise<number> {
  const incoming = join(folder, 'incoming');
  let swept = 0;
  for (const name of (await exists(incoming)) ? await readdir(incoming) : []) {
    const { mtimeMs } = await stat(join(incoming, name));
    if (toMs(systemNow()) - mtimeMs < abandonedAfterMs) continue;
    await rm(join(incoming, name), { force: true });
    swept += 1;
  }
  return swept;
}
