import { readdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../api/callers.ts';
import type { Evidence, Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { answer } from '../support/answers.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { docx, pdf, refusedFiles, txt } from '../support/samples/files.ts';
import { smallDisk } from '../support/smallDisk.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let product: Product;
let n = 0;
const disk = smallDisk(40_000);

beforeAll(async () => {
  product = await startProduct({ evidenceDir: join(disk.folder, 'evidence') });
  await foundOrganization(product.store);
});
afterAll(async () => {
  await product.stop();
  disk.remove();
});

const openTask = (): Promise<string> => {
  n += 1;
  return startTask(product, { risk: `RSK-${n}`, owner: ids.lukas });
};
const pathOf = (task: string) => `/tasks/${encodeURIComponent(task)}/evidence`;
const form = (...files: [name: string, content: Buffer][]): FormData => {
  const made = new FormData();
  for (const [name, content] of files) made.append('file', new Blob([new Uint8Array(content)]), name);
  return made;
};
type Said = { status: number; body: { code?: string; detail?: string; evidence?: Evidence[]; errors?: { path: string }[] } };
async function upload(person: string, task: string, body: FormData, key?: string): Promise<Said> {
  const authorization = await product.tokenFor(person);
  const sent = await fetch(`${product.url}/api/v1${pathOf(task)}`, {
    ...{ method: 'POST', body, headers: { authorization, ...(key !== undefined && { 'idempotency-key': key }) } },
  });
  return { status: sent.status, body: (await sent.json()) as Said['body'] };
}
async function download(person: string, task: string, hash: string): Promise<Response> {
  return fetch(`${product.url}/api/v1${pathOf(task)}/${hash}`, { headers: { authorization: await product.tokenFor(person) } });
}
const taskOf = async (id: string) => (await product.store.tasks.get(id)) as Task;
const eventsOf = async (id: string) =>
  (await product.store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } })).map(({ event }) => event);
const stored = async (): Promise<string[]> =>
  (await readdir(disk.folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name);

describe('evidence of a task', () => {
  it('When the assignee uploads two files, they are on the task, in its trail by their content, and come back as they were', async () => {
    const id = await openTask();
    const { status, body } = await upload(ids.lukas, id, form(['Bericht für Müller „Q4“.pdf', pdf()], ['restore.txt', txt]));
    expect(status).toBe(200);
    expect(body.evidence).toMatchObject([
      { name: 'Bericht für Müller „Q4“.pdf', sha256: sha256(pdf()), size: pdf().length, type: 'application/pdf', addedBy: ids.lukas },
      { name: 'restore.txt', sha256: sha256(txt), type: 'text/plain' },
    ]);
    expect(await eventsOf(id)).toEqual(['opened', 'evidenceAdded', 'evidenceAdded']);
    const [entry] = await product.store.trail.find({ chain: `task/${id}`, event: 'evidenceAdded' });
    expect(entry?.data).toMatchObject({ file: { sha256: sha256(pdf()), size: pdf().length }, name: { sha256: expect.any(String) } });
    expect(await verifyChain(product.store, `task/${id}`, 3)).toEqual([]);
    const got = await download(ids.hanna, id, sha256(pdf()));
    expect(Buffer.from(await got.arrayBuffer())).toEqual(pdf());
  });

  it('When it is downloaded, a browser saves it under its name and runs nothing of it', async () => {
    const id = await openTask();
    await upload(ids.lukas, id, form(['Bericht für Müller „Q4“.pdf', pdf()]));
    const { headers } = await download(ids.lukas, id, sha256(pdf()));
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Bericht f?r M?ller ?Q4?.pdf"; filename*=UTF-8''Bericht%20f%C3%BCr%20M%C3%BCller%20%E2%80%9EQ4%E2%80%9C.pdf`,
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'content-length': String(pdf().length), 'x-content-type-options': 'nosniff' },
      ...{ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' },
    });
  });

  it('When the same request is sent again, by its key or by hand, the file is there once; with other files the key is refused', async () => {
    const id = await openTask();
    const first = await upload(ids.lukas, id, form(['restore.txt', txt]), `again-${id}`);
    expect(await upload(ids.lukas, id, form(['restore.txt', txt]), `again-${id}`)).toEqual(first);
    expect((await upload(ids.lukas, id, form(['restore.txt', txt]))).status).toBe(200);
    expect((await taskOf(id)).evidence).toHaveLength(1);
    expect((await upload(ids.lukas, id, form(['report.pdf', pdf()]), `again-${id}`)).body.code).toBe('keyReused');
    await answer(product, id, ids.lukas);
    expect(await upload(ids.lukas, id, form(['restore.txt', txt]), `again-${id}`)).toEqual(first);
    expect((await upload(ids.lukas, id, form(['restore.txt', txt]))).body.code).toBe('closed');
  });

  it('When two tasks have the same content, it lies on the disk once, and each gives it out', async () => {
    const [one, two] = [await openTask(), await openTask()];
    await Promise.all([upload(ids.lukas, one, form(['a.docx', docx()])), upload(ids.lukas, two, form(['b.docx', docx()]))]);
    expect((await stored()).filter((name) => name === sha256(docx()))).toHaveLength(1);
    for (const id of [one, two]) expect((await download(ids.lukas, id, sha256(docx()))).status).toBe(200);
  });

  it('When somebody may not see the task, or asks for a file of another one, there is nothing', async () => {
    const [one, two] = [await openTask(), await openTask()];
    await upload(ids.lukas, one, form(['only-here.txt', Buffer.from('Only here.')]));
    const hash = sha256(Buffer.from('Only here.'));
    expect((await download(ids.marta, one, hash)).status).toBe(404);
    expect((await download(ids.lukas, two, hash)).status).toBe(404);
    expect((await download(ids.lukas, one, '..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
    expect((await fetch(`${product.url}/api/v1${pathOf(one)}/${hash}`)).status).toBe(401);
  });
});

describe('what is not taken', () => {
  it.each(refusedFiles)(
    'When it is %s, it is refused with its place, the task is as it was, and nothing is stored',
    async (_why, name, content) => {
      const id = await openTask();
      const before = await stored();
      const { status, body } = await upload(ids.lukas, id, form([name, content]));
      expect([status, body.code, body.errors?.map(({ path }) => path)]).toEqual([422, 'unsupportedFile', ['file']]);
      expect(await eventsOf(id)).toEqual(['opened']);
      expect(await stored()).toEqual(before);
    },
  );

  it('When it may not be added, it is said before anything is read of it', async () => {
    const id = await openTask();
    const before = await stored();
    expect((await upload(ids.tove, id, form(['never.txt', Buffer.from('Never.')]))).body.code).toBe('notYours');
    expect((await upload(ids.marta, id, form(['never.txt', Buffer.from('Never.')]))).status).toBe(404);
    expect(await stored()).toEqual(before);
  });

  it('When there are too many files, one is too large, none is there or it is no form, it is said so', async () => {
    const id = await openTask();
    const six = Array.from({ length: 6 }, (_, k): [string, Buffer] => [`${k}.txt`, Buffer.from(`File ${k}`)]);
    expect(await upload(ids.lukas, id, form(...six))).toMatchObject({ status: 413, body: { code: 'tooManyFiles' } });
    expect(await upload(ids.lukas, id, form(['log.txt', Buffer.alloc(25_000_001, 'a')]))).toMatchObject({
      status: 413,
      body: { code: 'tooLarge' },
    });
    expect(await upload(ids.lukas, id, form(['\u202e', txt]))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file', message: 'has no name' }] },
    });
    expect(await upload(ids.lukas, id, form())).toMatchObject({ status: 422, body: { errors: [{ path: 'file' }] } });
    const { status } = await product.as(ids.lukas)('POST', pathOf(id), {
      files: [{ sha256: 'a'.repeat(64), name: 'x', size: 1, type: 'x' }],
    });
    expect(status).toBe(415);
    expect((await taskOf(id)).evidence).toBeUndefined();
  });

  it('When whoever sends it goes away in the middle, nothing is left of it, and the next request is answered', async () => {
    const id = await openTask();
    const before = await stored();
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="half.txt"\r\n\r\nthe first half';
    const authorization = await product.tokenFor(ids.lukas);
    await new Promise<void>((resolve) => {
      const options = {
        method: 'POST',
        headers: { authorization, 'content-type': 'multipart/form-data; boundary=b', 'content-length': '9999' },
      };
      const cut = httpRequest(`${product.url}/api/v1${pathOf(id)}`, options);
      cut.on('error', () => resolve());
      cut.write(head, () => setTimeout(() => cut.destroy(new Error('gone')), 200));
    });
    expect((await upload(ids.lukas, id, form(['restore.txt', txt]))).status).toBe(200);
    await eventually('nothing is left of it', async () => (await stored()).every((name) => before.includes(name) || name === sha256(txt)));
    expect((await taskOf(id)).evidence).toHaveLength(1);
  });
});

describe('a disk that is full', () => {
  it('When there is no room, it is a clear 507, nothing is recorded, the task goes on, and the same request works once there is room', async () => {
    const id = await openTask();
    const filler = join(disk.folder, 'filler');
    await writeFile(filler, Buffer.alloc(60_000_000)).catch(() => {});
    const full = await upload(ids.lukas, id, form(['report.pdf', pdf('October')]), `full-${id}`);
    expect(full).toMatchObject({ status: 507, body: { code: 'storageFull', detail: expect.stringContaining('no room') } });
    expect([(await taskOf(id)).evidence, await eventsOf(id)]).toEqual([undefined, ['opened']]);
    expect(await stored()).not.toContain(sha256(pdf('October')));
    const comment = await product.as(ids.lukas)('POST', `/tasks/${encodeURIComponent(id)}/comment`, { text: 'The report follows.' });
    expect(comment.status).toBe(200);
    await rm(filler);
    expect((await upload(ids.lukas, id, form(['report.pdf', pdf('October')]), `full-${id}`)).status).toBe(200);
    await answer(product, id, ids.lukas);
    expect(await taskOf(id)).toMatchObject({ state: 'done', evidence: [{ name: 'report.pdf' }] });
  });
});
