import { median } from './quantiles.ts';
import { table } from './table.ts';

type Target = { atMost: number } | { atLeast: number };

/** One number of the table: what was measured in each round, and what it is held to. */
export type Figure = {
  what: string;
  target: Target;
  /** Behind the number, such as ` ms`; empty for a ratio. */
  unit: string;
  /** One for each round; the median counts. */
  rounds: readonly number[];
  /** The two sides of a ratio, in words. */
  beside?: string;
};

const measured = ({ rounds }: Figure): number => median(rounds);

export const isMet = (figure: Figure): boolean =>
  'atMost' in figure.target ? measured(figure) <= figure.target.atMost : measured(figure) >= figure.target.atLeast;

/** Three significant digits, thousands apart: `0.614`, `12.3`, `3,412`. */
export const spoken = (value: number): string =>
  Number(value.toPrecision(Math.max(3, Math.ceil(Math.log10(Math.abs(value) + 1))))).toLocaleString('en');

/** Met, or missed and by which part of the target. */
function verdict(figure: Figure): string {
  if (isMet(figure)) return 'met';
  const { target } = figure;
  const limit = 'atMost' in target ? target.atMost : target.atLeast;
  return `missed: ${spoken(measured(figure) / limit)} times the target`;
}

function targetOf({ target, unit }: Figure): string {
  return 'atMost' in target ? `≤ ${spoken(target.atMost)}${unit}` : `≥ ${spoken(target.atLeast)}${unit}`;
}

/** The measured value, with the lowest and highest round where there were several. */
function measuredOf(figure: Figure): string {
  const { rounds, unit } = figure;
  const value = `${spoken(measured(figure))}${unit}`;
  return rounds.length === 1 ? value : `${value} (${spoken(Math.min(...rounds))}–${spoken(Math.max(...rounds))})`;
}

export const figureTable = (figures: readonly Figure[]): string =>
  table([
    ['what', 'target', 'measured', 'beside it', ''],
    ...figures.map((figure) => [figure.what, targetOf(figure), measuredOf(figure), figure.beside ?? '', verdict(figure)]),
  ]);
