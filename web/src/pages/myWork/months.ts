import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import type { AskedAhead, YearAhead } from '../../../../domain/records/yearAhead.ts';

/** One month of the year to come: `2027-01`, how many are due in it that are asked already, and what is going to be asked. */
export type Month = { month: string; open: number; asked: readonly AskedAhead[] };

const monthsShown = 12;

const lengthOfMonth = '2027-01'.length;
export const monthOf = (day: string): string => day.slice(0, lengthOfMonth);

const monthsInYear = 12;

function nextMonth(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of === monthsInYear ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

/**
 * Twelve months from this one on, and the thirteenth where something of it is within the year. What is late is due now; what is asked of somebody else
 * meanwhile is not counted.
 */
export function monthsOf({ from, to, items }: YearAhead, open: readonly Pick<TaskLine, 'due'>[]): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to) && months.length <= monthsShown; month = nextMonth(month)) {
    const due = open.filter((task) => monthOf(task.due) === month || (month === monthOf(from) && monthOf(task.due) < month));
    months.push({ month, open: due.length, asked: items.filter(({ day }) => monthOf(day) === month) });
  }
  return months.length > monthsShown && months.at(-1)?.asked.length === 0 ? months.slice(0, -1) : months;
}
