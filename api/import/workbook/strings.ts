import type { Archive } from './archive.ts';
import { type Listener, readXml } from './xml.ts';

/** Hears the text of a cell: plain or in runs of several looks, without the hints how to pronounce it. */
export type TextListener = Required<Listener> & { take(): string };

export function textListener(): TextListener {
  let said = '';
  let inText = false;
  let inHint = false;
  return {
    open(name) {
      if (name === 'rPh') inHint = true;
      inText = name === 't' && !inHint;
    },
    text(text) {
      if (inText) said += text;
    },
    close(name) {
      if (name === 'rPh') inHint = false;
      inText = false;
    },
    take() {
      const text = unescaped(said);
      said = '';
      return text;
    },
  };
}

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** The strings that cells refer to by number. */
export async function readStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !archive.has(part)) return strings;
  const listener = textListener();
  await readXml(await archive.open(part), {
    ...listener,
    close(name) {
      listener.close(name);
      if (name === 'si') strings.push(listener.take());
    },
  });
  return strings;
}
