import type { Instant } from './records/common.ts';

/**
 * The one notion of now. People live in the organization's time, timers fire in real time; both are the same unless time is sped up.
 */
export type Clock = {
  speed: number;
  /** Now in the organization's time. */
  now(): Instant;
  toOrganization(real: Instant): Instant;
  /** The first real instant at which the organization's time has come to this one, so that nothing wakes early. */
  toReal(organization: Instant): Instant;
  /** Real milliseconds that this many of the organization's milliseconds last, rounded up. */
  realMs(organizationMs: number): number;
};

/** Milliseconds since 1970 of an instant; throws RangeError for anything else. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

export const toInstant = (ms: number): Instant => new Date(ms).toISOString();

/** Now in real time: for leases, tokens, log lines and whatever else belongs to the machine and not to the organization. */
export const systemNow = (): Instant => toInstant(Date.now());

type ClockOptions = { speed: number; origin: Instant; start?: Instant | undefined; realNow?: () => number };

/**
 * A clock that runs `speed` times as fast as real time since `origin`, the real instant at which the organization was created; there it shows `start`,
 * or that very instant. At speed 1 it is real time, wherever it would have started.
 * Throws RangeError unless `speed` is a positive finite number.
 */
export function makeClock(options: ClockOptions): Clock {
  const { speed, realNow = Date.now } = options;
  if (!Number.isFinite(speed) || speed <= 0) throw new RangeError(`the speed of a clock is a positive number, not ${speed}`);
  const origin = toMs(options.origin);
  const start = toMs(options.start ?? options.origin);
  const organizationMs = (real: number) => (speed === 1 ? real : start + Math.round((real - origin) * speed));
  const toReal = (organization: number) => (speed === 1 ? organization : origin + Math.ceil((organization - start) / speed));
  return {
    speed,
    now: () => toInstant(organizationMs(realNow())),
    toOrganization: (real) => toInstant(organizationMs(toMs(real))),
    toReal: (organization) => toInstant(toReal(toMs(organization))),
    realMs: (ms) => Math.ceil(ms / speed),
  };
}
