import type { Process } from '../../../data/process.ts';
import { periodsAround } from '../../../words/periods.ts';

/** A run of it needs nothing said but its period; what is about one record is started from that record. */
export const opensByPeriod = ({ subject: { properties = {}, required = [] } }: Process): boolean =>
  'period' in properties && required.every((field) => field === 'period');

const isYearly = ({ subject: { properties = {} } }: Process): boolean => properties.period?.pattern === '^\\d{4}$';

/** The period before today's, today's and the next one, as long as those in which the process opens by itself. */
export const periodsOf = (process: Process, today: string): [string, string, string] =>
  periodsAround(today, isYearly(process) ? 'year' : (process.cadence?.every ?? 'quarter'));

export const scopesOf = ({ subject: { properties = {} } }: Process): readonly string[] => properties.scope?.enum ?? [];

type Asked = { period?: string | undefined; scope?: string | undefined };

/** What the run would be about: what was asked for, where the process knows it, else what is usual now. */
export function subjectOf(process: Process, { period, scope }: Asked, today: string): { period: string; scope?: string } {
  const periods = periodsOf(process, today);
  const scopes = scopesOf(process);
  const usual = String(process.subject.properties?.scope?.default ?? scopes[0]);
  return {
    period: periods.find((one) => one === period) ?? periods[1],
    ...(scopes.length > 0 && { scope: scopes.find((one) => one === scope) ?? usual }),
  };
}
