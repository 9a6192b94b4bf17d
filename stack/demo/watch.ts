import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { pageAnswer } from '../../cli/answers.ts';
import type { Client } from '../../cli/client.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { Entry, type Facts, SentMail } from './facts.ts';

/** Looks at what happens, again and again, as a program with a token may. */
export type Watch = {
  /** The organization's time, never ahead of it. */
  now(): Instant;
  /** Resolves with what is found in the facts, as soon as it is; throws when it is not there after minutes of real time. */
  until<T>(what: string, find: (facts: Facts) => T | undefined | false): Promise<T>;
  /** That many real milliseconds. */
  pause(ms: number): Promise<void>;
  /** Resolves when the organization's time has come to this instant. */
  time(instant: Instant): Promise<void>;
  facts: Facts;
};

export type News = { entries: Entry[]; mails: SentMail[] };
type Options = { client: Client; speed: number; start: Instant; signal: AbortSignal; tell(news: News, now: Instant): void };

type RunningWatch = Watch & { ended: Promise<void> };

const everyMs = 300;
/** Nothing in the story takes longer than this of the organization's time, and the machine some real time on top of it. */
const longestWaitMs = 60 * 86_400_000;
const patienceMs = 180_000;
const perPage = 200;

/** Looks until the signal is aborted; `ended` rejects when the product can no longer be read. */
export function startWatch({ client, speed, start, signal, tell }: Options): RunningWatch {
  // Everybody who waits listens to it.
  setMaxListeners(0, signal);
  const entries: Entry[] = [];
  const mails: SentMail[] = [];
  const facts: Facts = { entries, mails };
  const seen = new Set<string>();
  let sighting = { at: toMs(start), when: performance.now() };
  const nowMs = () => sighting.at + (performance.now() - sighting.when) * speed;
  const read = trailReader(client);

  async function look(): Promise<void> {
    const [trail, sent] = await Promise.all([read(), newest(client)]);
    const news = { entries: trail.filter(isNew), mails: sent.filter(({ state }) => state === 'accepted').filter(isNew) };
    for (const { at } of news.entries) if (toMs(at) > nowMs()) sighting = { at: toMs(at), when: performance.now() };
    entries.push(...news.entries);
    mails.push(...news.mails);
    if (!signal.aborted) tell(news, toInstant(Math.floor(nowMs())));
  }
  function isNew({ id }: { id: string }): boolean {
    return !seen.has(id) && seen.add(id) !== undefined;
  }
  async function lookOn(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await pause(signal);
    }
  }
  async function until<T>(what: string, find: (facts: Facts) => T | undefined | false): Promise<T> {
    for (const end = performance.now() + patienceMs + longestWaitMs / speed; ; await pause(signal)) {
      signal.throwIfAborted();
      const found = find(facts);
      if (found !== undefined && found !== false) return found;
      if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    }
  }
  return {
    facts,
    until,
    now: () => toInstant(Math.floor(nowMs())),
    time: async (instant) => {
      await until(instant, () => nowMs() >= toMs(instant));
    },
    ended: lookOn(),
    pause: (ms) => sleep(ms, undefined, { signal }),
  };
}

const pause = (signal: AbortSignal): Promise<unknown> => sleep(everyMs, undefined, { signal }).catch(() => undefined);

type PageOf<T> = { items: T[]; next?: string | undefined };

async function newest(client: Client): Promise<SentMail[]> {
  const { items } = (await client.get('/mails', pageAnswer(SentMail), { limit: String(perPage) })) as PageOf<z.infer<typeof SentMail>>;
  return items.reverse();
}

/**
 * Reads the trail from where it was read to before. The last full page is read once more: an entry may be recorded a moment after one that happened later.
 */
function trailReader(client: Client): () => Promise<Entry[]> {
  let from: string | undefined;
  return async () => {
    const found: Entry[] = [];
    for (let [before, cursor] = [from, from]; ; ) {
      const query = { limit: String(perPage), ...(cursor !== undefined && { cursor }) };
      const { items, next } = await client.get('/trail', pageAnswer(Entry), query);
      found.push(...items);
      if (next === undefined) return found;
      from = before;
      [before, cursor] = [next, next];
    }
  };
}
