import { condition, continueAsNew, proxyActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { MailActivities } from './contract.ts';
import { nudge } from './messages.ts';

export type LetterboxInput = {
  person: string;
  /** Real milliseconds without a new letter after which the mail goes out, and how long a mail may be held back altogether. */
  gatherMs: number;
  longestMs: number;
};

/**
 * Mail is tried again without end: a relay that is down or says "later" costs nothing but delay, and the activity says how long the pause is. A final
 * refusal is an answer, not a failure. The intervals here are for a worker that died and a database that is away.
 */
const { sendLetters } = proxyActivities<MailActivities>({
  taskQueue: 'mail',
  startToCloseTimeout: '10m',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '30m' },
});

const longHistory = 2_000;

/** A clock that is a moment behind the activity's must not ask again and again. */
const leastWaitMs = 50;

/** One workflow per person while there is post: gathers what comes in a wave, and sends it as one mail; what is held back waits for its time. */
export async function letterbox(input: LetterboxInput): Promise<void> {
  let nudges = 0;
  let lastNudge = Date.now();
  let urgent = false;
  setHandler(nudge, (isUrgent) => {
    nudges += 1;
    lastNudge = Date.now();
    urgent ||= isUrgent === true;
  });
  for (;;) {
    await waveIsOver(
      input,
      () => lastNudge,
      () => urgent,
    );
    const seen = nudges;
    urgent = false;
    const next = await sendAll(input);
    if (workflowInfo().historyLength > longHistory) await continueAsNew<typeof letterbox>(input);
    if (nudges > seen) continue;
    if (next === undefined) return;
    const isNudged = await condition(() => nudges > seen, Math.max(leastWaitMs, Date.parse(next) - Date.now()));
    // At its hour a daily mail gathers like any other: the rungs of the day are reached just now.
    if (!isNudged) lastNudge = Date.now();
  }
}

/** Sends all that may go out now; returns when what is held back may. */
async function sendAll({ person, gatherMs }: LetterboxInput): Promise<string | undefined> {
  for (;;) {
    const { more, next } = await sendLetters({ person, at: new Date().toISOString() });
    if (!more) return next;
    await sleep(gatherMs);
  }
}

/** Waits until no letter has come for a while, but not for ever, and not at all for an urgent one. */
async function waveIsOver({ gatherMs, longestMs }: LetterboxInput, lastNudge: () => number, urgent: () => boolean): Promise<void> {
  const latest = Date.now() + longestMs;
  for (;;) {
    const wait = Math.min(lastNudge() + gatherMs, latest) - Date.now();
    if (wait <= 0 || urgent()) return;
    await condition(urgent, wait);
  }
}
