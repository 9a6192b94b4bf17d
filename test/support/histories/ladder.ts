import { readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';

/** An event of a history as Temporal exports it. */
export type Event = { eventId: string; eventTime: string; eventType: string; [attributes: string]: unknown };

const recorded = new URL('../../histories/0.2.0/task-full-ladder.json', import.meta.url);

/** A task that ran through its whole ladder, in which each rung comes by a timer of its own; to be changed into what no real server can be made to do. */
export const fullLadder = (): Event[] => (JSON.parse(readFileSync(recorded, 'utf8')) as { events: Event[] }).events;

/** Fails where the bundle goes another way. */
export const replay = (events: readonly Event[]): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { codePath: process.env.TEST_BUNDLE ?? '' } }, { events }, 'task');

/** A payload as histories hold it. */
export const json = (data: unknown, more: Record<string, string> = {}) => ({
  metadata: { encoding: base64('json/plain'), ...more },
  data: base64(JSON.stringify(data)),
});
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
