import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type DestinationStream, type Logger } from 'pino';
import { impersonal } from './domain/impersonal.ts';

/** What a line is about; ids only. */
export type About = {
  request?: string | undefined;
  /** Id of the person who acts. */
  actor?: string | undefined;
  run?: string | undefined;
  task?: string | undefined;
  activity?: string | undefined;
  attempt?: number | undefined;
};

const current = new AsyncLocalStorage<About>();

/** Does the work; every line that is logged in it, however deep, says what it is about, beside what it was about already. */
export const about = <T>(what: About, work: () => T): T => current.run({ ...current.getStore(), ...what }, work);

/** What lines are about here; what is noted later appears in it. */
export const aboutNow = (): About => current.getStore() ?? {};

/** Adds what has been learned meanwhile to the lines that follow. */
export const note = (what: About): void => {
  Object.assign(aboutNow(), what);
};

type LogOptions = { name: string; level: string; to?: DestinationStream };

/** The one way to make a log: JSON lines in UTC that say which request, run, task and actor, and nothing of what people are called or write. */
export const createLog = ({ name, level, to }: LogOptions): Logger =>
  pino(
    {
      ...{ name, level, timestamp: pino.stdTimeFunctions.isoTime },
      mixin: () => ({ ...aboutNow() }),
      serializers: { err: impersonal },
    },
    to ?? pino.destination(1),
  );
