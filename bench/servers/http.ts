import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export type Asking = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>;

/**
 * Asks the API as the holder of a token, each POST with a key of its own as the command line sends one; "not now" is asked again with the same key.
 * Throws for any other answer that is no success.
 */
export const asking =
  (url: string, token: string): Asking =>
  async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    };
    for (;;) {
      const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
      const text = await answer.text();
      if (answer.ok) return JSON.parse(text);
      if (!isNotNow(answer.status, text)) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
      await sleep(Number(answer.headers.get('Retry-After') ?? 0.05) * 1_000);
    }
  };

/** A server is away, or a task's document is there a moment before its workflow takes commands. */
const isNotNow = (status: number, text: string): boolean => status === 503 || text.includes('"code":"notOpenYet"');
