import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** What a part of the book refers to: the last word of the type (`worksheet`, `styles`), and which part it is. */
export type Relation = { id: string; type: string; part: string };

/** Relations of a part, or of the whole package with an empty name (OPC). */
export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const listed = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(listed)) return relations;
  await readXml(await archive.open(listed), {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined || mode === 'External') return;
      relations.push({ id, type: posix.basename(type), part: posix.resolve('/', folder, target).slice(1) });
    },
  });
  return relations;
}
