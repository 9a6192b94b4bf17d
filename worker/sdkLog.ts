import type { Logger as SdkLogger } from '@temporalio/worker';
import type { Logger } from 'pino';
import { impersonal, scrubbed } from '../domain/impersonal.ts';
import { workOf } from './workOf.ts';

type Meta = Record<string | symbol, unknown>;
type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** What is told apart already, or opens a task to whoever has it. */
const leftOut = new Set([
  'workflowId',
  'workflowType',
  'activityType',
  'taskToken',
  'error',
  'runId',
  'workflowRunId',
  'namespace',
  'activityId',
]);

/** The log of Temporal's worker in the form of ours: which run and task, and nothing of what failed but its kind. */
export function sdkLog(log: Logger): SdkLogger {
  const line = (level: Level) => (message: string, meta?: Meta) => log[level](told(meta ?? {}), scrubbed(message));
  return {
    log: (level, message, meta) => line(level === 'INFO' ? 'debug' : (level.toLowerCase() as Level))(message, meta as Meta | undefined),
    trace: line('trace'),
    debug: line('debug'),
    // Of interest only to whoever looks for a fault in the worker itself.
    info: line('debug'),
    warn: line('warn'),
    error: line('error'),
  };
}

function told(meta: Meta): Record<string, unknown> {
  const { workflowId, workflowType, activityType, error } = meta as Record<string, unknown>;
  const rest = Object.entries(meta).flatMap(([key, value]) => (leftOut.has(key) ? [] : simple(key, value)));
  return {
    ...Object.fromEntries(rest),
    ...(typeof workflowId === 'string' && workOf(workflowId, workflowType)),
    ...(typeof activityType === 'string' && { activity: activityType }),
    ...(error !== undefined && { err: error instanceof Error ? error : impersonal(error) }),
  };
}

function simple(key: string, value: unknown): [string, unknown][] {
  if (typeof value === 'string') return [[key, scrubbed(value)]];
  return typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : [];
}
