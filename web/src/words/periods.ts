import type { Every } from '../../../domain/records/schedule.ts';

const perYear: Record<Every, number> = { month: 12, quarter: 4, halfYear: 2, year: 1 };

const nameOf = (year: number, n: number, every: Every): string => {
  const names = { year: '', halfYear: `-H${n}`, quarter: `-Q${n}`, month: `-${String(n).padStart(2, '0')}` };
  return `${year}${names[every]}`;
};

/** The period before a day's, its own and the one after: `2026-Q3`, `2026-Q4`, `2027-Q1`. */
export function periodsAround(day: string, every: Every): [string, string, string] {
  const count = perYear[every];
  const month = Number(day.slice(5, 7)) - 1;
  const now = Number(day.slice(0, 4)) * count + Math.floor((month * count) / 12);
  const at = (n: number) => nameOf(Math.floor(n / count), (n % count) + 1, every);
  return [at(now - 1), at(now), at(now + 1)];
}
