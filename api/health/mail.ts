import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import { TaskState } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { countWaiting, oldestWaiting } from '../../models/census.ts';
import { pauseOf } from '../../models/mailSwitch.ts';
import type { Api } from '../deps.ts';
import { type Check, counted, type Look, lasting, ok, warning, wrong } from './finding.ts';

export const mailChecks: readonly Check[] = [
  {
    check: 'mailServer',
    title: 'Mail server',
    todo: 'Look at SMTP_URL: host, port, user and password. Deadlines and escalations go on; mail is sent when it is back.',
    look: async ({ operations }) => {
      if (operations === undefined) return ok('Not looked at.');
      await operations.relay.verify();
      return ok('It greets us and takes our sign-in. No mail was sent.');
    },
  },
  {
    check: 'letters',
    title: 'Letters',
    todo: 'If the mail server is well, look for workflows "letterbox" in the Temporal UI; upkeep nudges them each hour.',
    look: stuck,
  },
  {
    check: 'unreachable',
    title: 'Unreachable people',
    todo: 'Correct the address, or give the task to somebody else: fourstroke tasks shows "mail refused".',
    look: unreachable,
  },
];

const patienceMs = 15 * 60_000;

async function stuck({ store, clock }: Api): Promise<Look> {
  if ((await pauseOf(store)) !== undefined)
    return warning('Mail is paused for everybody.', 'Resume it on the page "All mails" when it is time.');
  const oldest = await oldestWaiting(store, clock.now());
  const waitsMs = oldest === undefined ? 0 : toMs(systemNow()) - toMs(clock.toReal(oldest));
  if (waitsMs < patienceMs) return ok(oldest === undefined ? 'None waits.' : `The oldest waits for ${lasting(waitsMs)}.`);
  const before = clock.toOrganization(toInstant(toMs(systemNow()) - patienceMs));
  const n = await countWaiting(store, before);
  return wrong(`${counted(n, 'letter waits', 'letters wait')} for more than a quarter of an hour, the oldest for ${lasting(waitsMs)}.`);
}

async function unreachable({ store }: Api): Promise<Look> {
  const open = TaskState.options.filter((state) => !isClosed(state));
  const counts = await Promise.all(open.map((state) => store.tasks.count({ undeliverable: true, state })));
  const n = counts.reduce((sum, one) => sum + one, 0);
  return n === 0
    ? ok('Everybody who is asked something can be reached.')
    : warning(`${counted(n, 'open task is', 'open tasks are')} asked of somebody whom no mail reaches.`);
}
