import type { Finding } from '../../domain/records/health.ts';
import type { Api } from '../deps.ts';

/** Looks at one part of the product. What it throws is a finding as well. */
export type Check = { check: string; title: string; todo: string; look(api: Api): Promise<Look | Look[]> };
export type Look = Pick<Finding, 'state' | 'says'> & { todo?: string };

export const ok = (says: string): Look => ({ state: 'ok', says });
export const warning = (says: string, todo?: string): Look => ({ state: 'warning', says, ...(todo !== undefined && { todo }) });
export const wrong = (says: string, todo?: string): Look => ({ state: 'wrong', says, ...(todo !== undefined && { todo }) });

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `3 minutes`, `5 hours`, `2 days`: as exact as one wants to know it. */
export function lasting(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute');
  return minutes < 48 * 60 ? counted(Math.round(minutes / 60), 'hour') : counted(Math.round(minutes / 1440), 'day');
}
