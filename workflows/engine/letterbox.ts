import { condition, continueAsNew, proxyActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { MailActivities } from './contract.ts';
import { nudge } from './messages.ts';

export type LetterboxInput = {
  person: string;
  /** Real milliseconds without a new letter after which the mail goes out, and how long a mail may be held back altogether. */
  gatherMs: number;
  longestMs: number;
};

/** Mail is retried for days: 4xx, network faults and a relay that is down cost nothing but delay. A final refusal is an answer, not a failure. */
const { sendLetters } = proxyActivities<MailActivities>({
  taskQueue: 'mail',
  startToCloseTimeout: '10m',
  heartbeatTimeout: '20s',
  scheduleToCloseTimeout: '5 days',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '30m' },
});

const longHistory = 2_000;

/** One workflow per person while there is post: gathers what comes in a wave, and sends it as one mail. */
export async function letterbox(input: LetterboxInput): Promise<void> {
  let nudges = 0;
  let lastNudge = Date.now();
  let urgent = false;
  setHandler(nudge, (isUrgent) => {
    nudges += 1;
    lastNudge = Date.now();
    urgent ||= isUrgent === true;
  });
  let seen: number;
  do {
    await waveIsOver(
      input,
      () => lastNudge,
      () => urgent,
    );
    seen = nudges;
    urgent = false;
    while ((await sendLetters({ person: input.person, at: new Date().toISOString() })).more) await sleep(input.gatherMs);
    if (workflowInfo().historyLength > longHistory) await continueAsNew<typeof letterbox>(input);
  } while (nudges > seen);
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
