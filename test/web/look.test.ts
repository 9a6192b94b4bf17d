import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Colours = Readonly<Record<string, string>>;

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const colours = (css: string): Colours =>
  Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]));

/** The colours of a style sheet; the dark ones stand in the first media query. */
function schemesOf(path: string): { light: Colours; dark: Colours } {
  const css = textOf(path);
  const from = css.indexOf('@media');
  const until = css.indexOf('\n}\n', from);
  const light = colours(css.slice(0, from));
  return { light, dark: { ...light, ...colours(css.slice(from, until)) } };
}

const cockpit = schemesOf('web/src/tokens.css');
const plain = schemesOf('api/plain/views/style.css');

describe('the look', () => {
  it.each(['light', 'dark'] as const)('In %s colours the plain pages have those of the cockpit', (scheme) => {
    expect(Object.keys(plain[scheme]).length).toBeGreaterThan(25);
    expect(cockpit[scheme]).toMatchObject(plain[scheme]);
  });

  it('Mails have no colour that the pages have not', () => {
    const known = new Set([...Object.values(cockpit.light), ...Object.values(cockpit.dark)]);
    const sources = readdirSync(new URL('../../activities/letters', import.meta.url)).map((file) => textOf(`activities/letters/${file}`));
    const used = sources.flatMap((source) => source.match(/#[0-9a-f]{6}\b/gi) ?? []);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((colour) => !known.has(colour.toLowerCase()))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('In %s colours whatever is read or has a shape stands out from its ground', (scheme) => {
    const weak = pairs.flatMap(([front, ground, least]) => {
      const ratio = contrast(cockpit[scheme][front], cockpit[scheme][ground]);
      return ratio < least ? [`${front} on ${ground}: ${ratio.toFixed(2)}`] : [];
    });
    expect(weak).toEqual([]);
  });
});

type Pair = readonly [front: string, ground: string, least: number];

/** What stands on what, and the contrast that it needs: 4.5 for text (WCAG 1.4.3), 3 for a shape (1.4.11). */
const pairs: readonly Pair[] = [
  ...onEach(['ink', 'ink-2', 'ink-3', 'accent', 'on-time', 'soon', 'late', 'escalated', 'superseded'], ['ground', 'surface', 'sunk'], 4.5),
  ...['accent', 'soon', 'late', 'escalated', 'superseded'].map((state): Pair => [state, `${state}-soft`, 4.5]),
  ...onEach(['on-accent'], ['accent', 'accent-strong'], 4.5),
  ...onEach(['ink', 'ink-2'], ['accent-soft'], 4.5),
  ['on-late', 'late', 4.5],
  ...['low', 'medium', 'high', 'very'].map((band): Pair => [`on-${band}`, `band-${band}`, 4.5]),
  ...onEach(['control-line', 'plan-line'], ['surface', 'ground'], 3),
];

function onEach(fronts: readonly string[], grounds: readonly string[], least: number): Pair[] {
  return fronts.flatMap((front) => grounds.map((ground): Pair => [front, ground, least]));
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
function contrast(one: string | undefined, other: string | undefined): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('a colour of a pair has no value');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
