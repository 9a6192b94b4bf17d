import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** What a number looks like: a date, a percentage, or digits filled up with zeros behind some text, such as `RSK-007`. */
export type NumberLook = { kind: 'date' } | { kind: 'percent' } | { kind: 'filled'; before: string; digits: number } | { kind: 'number' };

/** Formats that files name by number only (ECMA-376, 18.8.30), those of East Asia among them. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58);

const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** How numbers look in each style of the book, by the number of the style. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<NumberLook[]> {
  const looks: NumberLook[] = [];
  if (part === undefined || !archive.has(part)) return looks;
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(await archive.open(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) looks.push(lookOf(Number(attributes.numFmtId ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}

function lookOf(id: number, codes: ReadonlyMap<number, string>): NumberLook {
  const code = codes.get(id);
  if (code === undefined) return { kind: isBuiltInDate(id) ? 'date' : isBuiltInPercent(id) ? 'percent' : 'number' };
  const [positive = ''] = code.split(';');
  if (isDate(positive)) return { kind: 'date' };
  return isPercent(positive) ? { kind: 'percent' } : (filled(positive) ?? { kind: 'number' });
}

/** A format with a day or a year, or with a month and no time: `dd.mm.yyyy`, `mmm yy`. Text, colours and languages in it do not count. */
function isDate(code: string): boolean {
  const signs = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|am\/pm|general|standard/gi, '').toLowerCase();
  return /[dy]/.test(signs) || (signs.includes('m') && !/[hs0#]/.test(signs));
}

const isPercent = (code: string): boolean => code.replace(/"[^"]*"|\\.|_.|\*./g, '').includes('%');

/** Text in quotes or after a backslash, then nothing but zeros. */
function filled(code: string): NumberLook | undefined {
  const [, literal, zeros] = /^((?:"[^"]*"|\\.|[-.])*)(0+)$/.exec(code) ?? [];
  if (literal === undefined || zeros === undefined) return undefined;
  return { kind: 'filled', before: literal.replace(/"([^"]*)"|\\(.)/g, '$1$2'), digits: zeros.length };
}
