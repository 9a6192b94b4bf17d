import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Client, createClient } from '../../cli/client.ts';
import type { Config } from '../../config.ts';
import { systemNow } from '../../domain/clock.ts';
import type { Stack } from '../stack.ts';
import { StartFailure } from '../startFailure.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { closing, type Ending, opening } from './pages.ts';
import { found, play, stageFor } from './play.ts';
import { type Quarter, quarterAfter } from './quarter.ts';
import { demoConfig } from './settings.ts';
import { createVoice } from './voice.ts';
import { type News, startWatch, type Watch } from './watch.ts';

export type Demo = {
  config: Config;
  /** Plays the quarter on a stack that is up. Returns when it is over; throws with one sentence when something fails. */
  run(stack: Stack, halt: AbortSignal): Promise<void>;
  /** Removes the folder. */
  remove(): void;
};

const Verified = z.object({ chains: z.int(), entries: z.int(), findings: z.array(z.unknown()) });

export function prepareDemo(given: Config, json: boolean, say: (line: string) => void): Demo {
  const quarter = quarterAfter(systemNow());
  const config = demoConfig(given, quarter);
  return {
    config,
    run: (stack, halt) => run(stack, { config, quarter, json, say, halt }),
    remove: () => rmSync(config.dataDir, { recursive: true, force: true }),
  };
}

type Setting = { config: Config; quarter: Quarter; json: boolean; say(line: string): void; halt: AbortSignal };

async function run(stack: Stack, { config, quarter, json, say, halt }: Setting): Promise<void> {
  const { api, web, mail, token, temporalUi } = stack.describe();
  if (mail === null) throw new StartFailure('The demo needs the embedded mail sink.');
  const { stdout } = process;
  const look = { json, width: stdout.columns ?? 100, colours: stdout.isTTY && stdout.hasColors() };
  const write = (text: string) => void stdout.write(text);
  const over = new AbortController();
  const signal = AbortSignal.any([halt, over.signal]);
  const wait = (ms: number) => sleep(ms, undefined, { signal });
  const client = createClient({ url: api, token, progress: say, wait });
  const names = new Map<string, string>();
  const voice = createVoice({ ...look, speed: config.clockSpeed, write, nameOf: (id) => names.get(id) ?? id });
  const start = config.clockStart ?? quarter.start;
  const watch = startWatch({
    ...{ client, speed: config.clockSpeed, start, signal },
    tell: (news: News, now) => voice.hear(news, now),
  });
  // Heard of by the race below, which begins a moment later.
  watch.ended.catch(() => undefined);
  try {
    const stage = await stageFor({ web, mail, watch, client });
    for (const { id, name } of stage.people.values()) names.set(id, name);
    const where = { web, mail, temporalUi };
    const first = { ...where, quarter, speed: config.clockSpeed };
    write(json ? `${JSON.stringify({ ready: true, ...stack.describe(), start, quarter })}\n` : opening(first));
    const began = performance.now();
    const password = stack.firstLogin.password ?? '';
    const played = play(stage, { client, quarter, password });
    const review = await Promise.race([played, watch.ended.then(() => halted(halt))]);
    await lastMailsAreOut(client, watch);
    voice.finish();
    const numbers = numbersOf(await found(client, mail));
    const { chains, entries, findings } = await client.get('/trail/verification', Verified);
    const ending: Ending = {
      ...{ review, numbers, chains, entries, sound: findings.length === 0, from: start, to: watch.now(), quarter },
      seconds: Math.round((performance.now() - began) / 1000),
      login: { email: config.adminEmail, password },
    };
    write(json ? `${JSON.stringify(endingFor(ending))}\n` : closing({ ...where, ...ending }, look));
    stack.firstLogin.shown();
  } finally {
    over.abort();
  }
}

const Waiting = z.object({ waiting: z.int() });
const lookMs = 1_500;
const mostLooks = 40;

/** Receipts of the last answers follow a moment later; they belong to the story and to its numbers. */
async function lastMailsAreOut(client: Client, { pause }: Watch): Promise<void> {
  await pause(lookMs);
  for (let n = 0; n < mostLooks && (await client.get('/mail', Waiting)).waiting > 0; n += 1) await pause(lookMs);
  await pause(lookMs);
}

function halted(halt: AbortSignal): never {
  halt.throwIfAborted();
  throw new Error('The demo ended before its time.');
}

/** What programs are told at the end. */
const endingFor = ({
  review,
  numbers,
  chains,
  entries,
  sound,
  from,
  to,
  seconds,
}: Ending): { numbers: Numbers } & Record<string, unknown> => ({
  ...{ done: true, numbers, run: review, from, to, seconds },
  trail: { chains, entries, sound },
});
