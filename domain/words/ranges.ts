import type { Language } from '../records/common.ts';
import type { Speaker } from './speaker.ts';

type Parsed = { text: string; prefix: string; number: number; width: number };

const parse = (text: string): Parsed | undefined => {
  const found = /^(.*?)(\d{1,9})$/.exec(text);
  const digits = found?.[2];
  return digits === undefined ? undefined : { text, prefix: found?.[1] ?? '', number: Number(digits), width: digits.length };
};

/** References in the order people count in: `RSK-9` before `RSK-10`. */
export const byReference =
  (language: Language) =>
  (a: string, b: string): number =>
    a.localeCompare(b, language, { numeric: true });

/** References as ranges: `RSK-102, RSK-103, RSK-106 to 108`. Two in a row stay two; three or more become a range. */
export function asRanges(references: readonly string[], { t, language }: Speaker): string {
  const runs: Parsed[][] = [];
  for (const text of [...references].sort(byReference(language))) {
    const here = parse(text) ?? { text, prefix: text, number: Number.NaN, width: 0 };
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, here)) run.push(here);
    else runs.push([here]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(({ text }) => text) : [rangeOf(run)])).join(', ');

  function rangeOf(run: Parsed[]): string {
    const [from, to] = [run[0], run.at(-1)];
    return from && to ? t('rangeTo', { from: from.text, to: to.text.slice(to.prefix.length) }) : '';
  }
}

const follows = (a: Parsed, b: Parsed): boolean => a.prefix === b.prefix && b.number === a.number + 1 && b.width >= a.width;
