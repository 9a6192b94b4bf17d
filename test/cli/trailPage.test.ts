import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { genesis, hashOf } from '../../models/trail.ts';
import { StandIn } from './standIn.ts';

const page = readFileSync(new URL('../../docs/trail.md', import.meta.url), 'utf8');
const program = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

let folder: string;
let product: StandIn;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourstroke-trail-'));
  writeFileSync(join(folder, 'verify.mjs'), program);
  product = await new StandIn().listen();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await product.close();
});

type Entry = ReturnType<typeof chain>[number];

/** Three entries as the product writes them, with all that a canonical form can stumble over. */
function chain(name: string) {
  let previous = genesis;
  return [1, 2, 3].map((seq) => {
    const actor = { person: 'engine', via: 'engine' as const };
    const data = { version: seq, ä: ['é"\\\n', null, true, -1, 1.5, {}], '€': { z: 1, a: '\u2028', 10: 'x', 9: 'y' } };
    const body = { id: `${name}#${seq}`, chain: name, seq, at: '2026-10-01T06:00:00.000Z', actor, event: 'changed', data, previous };
    const entry = { ...body, hash: hashOf(body) };
    previous = entry.hash;
    return { ...entry, texts: { name: 'Lukas Wendt' } };
  });
}

async function verified(entries: Entry[]): Promise<{ code: number | null; out: string }> {
  product.answer('GET /trail', ({ query }) => {
    const from = Number(query.get('cursor') ?? 0);
    return { body: { items: entries.slice(from, from + 2), ...(from + 2 < entries.length && { next: String(from + 2) }) } };
  });
  const env = { PATH: '/usr/bin:/bin', FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' };
  const child = spawn(process.execPath, [join(folder, 'verify.mjs')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { out: await text(child.stdout), code: await ended };
}

describe('The program on the page about the trail', () => {
  const whole = () => [...chain('risks/RSK-017'), ...chain('task/riskReview-2026-Q4/reassess/RSK-017/1')];

  it('When the trail holds, it says so', async () => {
    expect(await verified(whole())).toEqual({ code: 0, out: 'The trail holds: 2 chains.\n' });
  });

  it('When an entry was changed, it names chain and entry', async () => {
    const entries = whole().map((entry) => (entry.id === 'risks/RSK-017#2' ? { ...entry, event: 'imported' } : entry));
    expect(await verified(entries)).toEqual({ code: 1, out: 'risks/RSK-017 2: its content does not match its hash\n' });
  });

  it('When an entry was taken out, it names the gap', async () => {
    const { code, out } = await verified(whole().filter(({ id }) => id !== 'risks/RSK-017#2'));
    expect([code, out.split('\n')[0]]).toEqual([1, 'risks/RSK-017 3: entry 2 is missing']);
  });

  it('When an entry was changed and its hash made to fit, the next entry gives it away', async () => {
    const entries = whole().map((entry) => {
      if (entry.id !== 'risks/RSK-017#2') return entry;
      const { hash: _hash, texts, ...forged } = { ...entry, event: 'imported' };
      return { ...forged, hash: hashOf(forged), texts };
    });
    expect(await verified(entries)).toEqual({ code: 1, out: 'risks/RSK-017 3: does not follow the entry before it\n' });
  });
});
