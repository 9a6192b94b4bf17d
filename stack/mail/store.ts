import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type Stored, type Summary, summaryOf } from './message.ts';

export type MailStore = {
  /** Keeps a message and returns its id; what is kept survives a kill. */
  add(source: Buffer): Promise<string>;
  total(): number;
  /** Ids, newest first. */
  ids(): readonly string[];
  read(id: string): Promise<Stored | undefined>;
  summary(id: string): Promise<Summary | undefined>;
  /** Removes the given messages, or all. */
  remove(ids?: readonly string[]): Promise<void>;
};

/** Messages as `.eml` files in one folder, numbered in the order of their arrival. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  let kept = (await readdir(folder))
    .filter((file) => file.endsWith('.eml'))
    .map((file) => file.slice(0, -4))
    .sort()
    .reverse();
  let count = Number.parseInt(kept[0] ?? '0', 10);
  const summaries = new Map<string, Summary>();
  const place = (id: string) => join(folder, `${id}.eml`);

  const read = async (id: string) => {
    if (!kept.includes(id)) return undefined;
    const [source, { mtime }] = await Promise.all([readFile(place(id)), stat(place(id))]);
    return { id, source, received: mtime.toISOString() };
  };

  return {
    async add(source) {
      count += 1;
      const id = `${String(count).padStart(6, '0')}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`;
      // A name that nobody lists until the content is whole.
      await writeFile(`${place(id)}.new`, source);
      await rename(`${place(id)}.new`, place(id));
      kept = [id, ...kept].sort().reverse();
      return id;
    },
    total: () => kept.length,
    ids: () => kept,
    read,
    async summary(id) {
      const known = summaries.get(id);
      if (known !== undefined) return known;
      const stored = await read(id);
      if (stored === undefined) return undefined;
      const summary = summaryOf(stored, await parse(stored));
      summaries.set(id, summary);
      return summary;
    },
    async remove(ids = kept) {
      const gone = kept.filter((id) => ids.includes(id));
      kept = kept.filter((id) => !gone.includes(id));
      for (const id of gone) {
        summaries.delete(id);
        await rm(place(id), { force: true });
      }
    },
  };
}
