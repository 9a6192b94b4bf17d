import { Problem } from './problem.ts';

/** What may succeed when the very same is sent again. */
const passing: readonly string[] = ['inProgress', 'notOpenYet', 'importRunning', 'departureRunning'];

const isFinal = (failure: unknown): boolean => failure instanceof Problem && failure.status < 500 && !passing.includes(failure.code);

/**
 * Sends each thing with a key of its own: the same thing sent again before there was an answer is the same request; after an answer, or when
 * something else is in it, it is another one.
 */
export function createSending() {
  const kept = new Map<string, { said: string; key: string }>();
  return async <T>(name: string, body: unknown, work: (key: string) => Promise<T>): Promise<T> => {
    const said = JSON.stringify(body) ?? '';
    const before = kept.get(name);
    const key = before?.said === said ? before.key : crypto.randomUUID();
    kept.set(name, { said, key });
    try {
      const made = await work(key);
      kept.delete(name);
      return made;
    } catch (failure) {
      if (isFinal(failure)) kept.delete(name);
      throw failure;
    }
  };
}
export type Sending = ReturnType<typeof createSending>;
