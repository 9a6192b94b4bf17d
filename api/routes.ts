import type { Request } from 'express';
import { definitionOf } from '../workflows/definitions.ts';

/** A request that none of our routes takes. */
export const noRoute = 'none';

/** The route as it was declared, `/api/v1/tasks/{id}`: a bounded set, and nothing of what somebody put into the address. */
export function routeOf(request: Request): string {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path.replace(/:(\w+)/g, '{$1}') : noRoute;
}

/** The run and task that an id names, when it has the form of one of ours; what somebody merely typed is nothing. */
export function namedBy(id: string): { run?: string; task?: string } {
  const parts = id.split('/');
  const [run = ''] = parts;
  const [key = '', ...rest] = run.split('-');
  if (definitionOf(key) === undefined || !/^[\w.-]{1,100}$/.test(rest.join('-'))) return {};
  if (parts.length === 1) return { run };
  return parts.length === 4 && parts.slice(1).every((part) => /^[\w.-]{1,100}$/.test(part)) ? { run, task: id } : {};
}
