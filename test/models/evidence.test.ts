import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { evidenceTypes } from '../../domain/evidence.ts';
import { diskEvidence, sweepIncoming } from '../../models/evidence/disk.ts';
import type { EvidenceStore } from '../../models/evidence/evidenceStore.ts';
import { clamdScan } from '../../models/evidence/scan.ts';
import { docx, pdf, refusedFiles, takenFiles, txt } from '../support/samples/files.ts';
import { smallDisk } from '../support/smallDisk.ts';

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const base = process.env.TEST_FOLDER ?? '';

let folder: string;
let store: EvidenceStore;
beforeEach(() => {
  folder = join(base, `evidence-${randomUUID()}`);
  store = diskEvidence(folder, undefined);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (where: string): Promise<string[]> =>
  (await readdir(where, { recursive: true, withFileTypes: true }).catch(() => [])).filter((one) => one.isFile()).map(({ name }) => name);
const contentOf = async (of: EvidenceStore, hash: string) => {
  const found = await of.get(hash);
  return found === undefined ? undefined : buffer(found);
};

describe('files that are taken', () => {
  it.each(takenFiles)('When %s comes, it is known by its content and comes back as it was', async (name, content, type) => {
    expect(await store.put(Readable.from([content]), name)).toEqual({ sha256: sha256(content), size: content.length, type });
    expect(await contentOf(store, sha256(content))).toEqual(content);
  });

  it('When kinds are counted, there is an example of each', () => {
    const kinds = new Set(takenFiles.map(([name]) => name.toLowerCase().split('.').at(-1)));
    expect([...kinds].sort()).toEqual(Object.keys(evidenceTypes).sort());
  });

  it('When the same content comes again under another name, it is stored once', async () => {
    await store.put(txt, 'restore.txt');
    await Promise.all([store.put(txt, 'other.csv'), store.put(txt, 'restore.txt')]);
    expect(await filesIn(folder)).toEqual([sha256(txt)]);
  });

  it('When nothing has this hash, or it is none, there is nothing', async () => {
    for (const hash of ['a'.repeat(64), '../../etc/passwd', '']) expect(await store.get(hash)).toBeUndefined();
  });
});

describe('files that are refused', () => {
  it.each(refusedFiles)('When it is %s, it is refused, and nothing is left of it', async (_why, name, content) => {
    await expect(store.put(Readable.from([content]), name)).rejects.toMatchObject({ status: 422, code: 'unsupportedFile' });
    expect(await filesIn(folder)).toEqual([]);
  });

  it('When it is larger than 25 MB, it is refused as soon as that is known, and nothing is left of it', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1_000_000, 'a');
      }
    }
    await expect(store.put(Readable.from(endless()), 'log.txt')).rejects.toMatchObject({ status: 413, code: 'tooLarge' });
    expect(sent).toBeLessThan(50);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('When whoever sends it goes away in the middle, nothing is left of it', async () => {
    async function* cutOff() {
      yield Buffer.from('the first half');
      throw new Error('the connection was lost');
    }
    await expect(store.put(Readable.from(cutOff()), 'log.txt')).rejects.toThrow('the connection was lost');
    expect(await filesIn(folder)).toEqual([]);
  });

  it('When a crash has left something half written, it is swept away after an hour', async () => {
    const incoming = join(folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    for (const name of ['old', 'new']) await writeFile(join(incoming, name), 'half');
    await utimes(join(incoming, 'old'), 0, 0);
    expect(await sweepIncoming(folder)).toBe(1);
    expect(await filesIn(incoming)).toEqual(['new']);
  });
});

describe('a disk that is full', () => {
  const disk = smallDisk(256);
  afterAll(() => disk.remove());

  it('When there is no room, it is refused with a clear sentence, nothing is left, and what was there is whole', async () => {
    const small = diskEvidence(join(disk.folder, 'evidence'), undefined);
    await small.put(txt, 'restore.txt');
    const large = pdf('x'.repeat(400_000));
    const refused = { status: 507, code: 'storageFull', message: expect.stringContaining('no room') };
    await expect(small.put(Readable.from([large]), 'report.pdf')).rejects.toMatchObject(refused);
    expect(await filesIn(disk.folder)).toEqual([sha256(txt)]);
    expect(await contentOf(small, sha256(txt))).toEqual(txt);
    expect(await small.put(docx(), 'minutes.docx')).toMatchObject({ size: docx().length });
  });
});

/** What clamd does with INSTREAM, with a signature of our own: whatever says EICAR. */
async function startClamd(): Promise<{ server: Server; address: string }> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (!bytes.subarray(-4).equals(Buffer.alloc(4))) return;
      expect(bytes.subarray(0, 10).toString()).toBe('zINSTREAM\0');
      socket.end(bytes.includes('EICAR') ? 'stream: Own.Test FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a virus scanner', () => {
  it('When it finds something, the file is refused; when it does not, the file is stored', async () => {
    const { server, address } = await startClamd();
    const scanned = diskEvidence(
      folder,
      clamdScan(address, () => {}),
    );
    await expect(scanned.put(pdf('EICAR'), 'report.pdf')).rejects.toMatchObject({ status: 422, code: 'infected' });
    expect(await filesIn(folder)).toEqual([]);
    const large = Buffer.from('a line of a long log\n'.repeat(500_000));
    await scanned.put(Readable.from([large]), 'log.txt');
    expect((await contentOf(scanned, sha256(large)))?.equals(large)).toBe(true);
    server.close();
  });

  it('When it is away, the file is kept and nobody gets it until it was scanned', async () => {
    const { server, address } = await startClamd();
    server.close();
    const told: unknown[] = [];
    const away = diskEvidence(
      folder,
      clamdScan(address, (failure) => told.push(failure)),
    );
    const [good, bad] = [pdf('Fine'), pdf('EICAR')];
    await away.put(good, 'good.pdf');
    await away.put(bad, 'bad.pdf');
    await expect(away.get(sha256(good))).rejects.toMatchObject({ status: 409, code: 'notScanned' });
    expect(told.length).toBe(3);
    const back = await startClamd();
    const scanned = diskEvidence(
      folder,
      clamdScan(back.address, () => {}),
    );
    expect(await contentOf(scanned, sha256(good))).toEqual(good);
    await expect(scanned.get(sha256(bad))).rejects.toMatchObject({ status: 422, code: 'infected' });
    expect((await filesIn(folder)).sort()).toEqual([sha256(good), `${sha256(bad)}.pending`].sort());
    back.server.close();
  });
});

describe('what is stored', () => {
  it('When it lies on the disk, only its owner may read it, under the name of its content', async () => {
    await store.put(txt, '../../../restore.txt');
    const place = join(folder, sha256(txt).slice(0, 2), sha256(txt));
    expect(await readFile(place)).toEqual(txt);
    expect(execFileSync('stat', ['-c', '%a', place]).toString().trim()).toBe('600');
  });
});
