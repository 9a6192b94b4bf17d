import type { Client } from '@temporalio/client';
import type { OutgoingMail, Relay } from '../../activities/deps.ts';
import type { Store } from '../../models/store.ts';

/** Where a worker dies: around each write of the step that closes a task, between letter and nudge, and on the way of the mail that tells it. */
export const points = [
  'before the texts of the entry',
  'before the entry of the trail',
  'after the entry of the trail',
  'before the document of the task',
  'after the document of the task',
  'before the letters',
  'between the letters and the nudge',
  'after the nudge',
  'before the relay is spoken to',
  'between the acceptance of the mail and its entry',
  'between the entry of the mail and its mark',
] as const;
/** And where it dies while somebody leaves: when a few of many have moved. */
export const leaving = ['over the records of a leaver', 'over the tasks of a leaver'] as const;
export type Point = (typeof points)[number] | (typeof leaving)[number];

type World = { store: Store; client: Client; relay: Relay };
type Call = { of: string; args: readonly unknown[] };

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('dead');
};

const has = (value: unknown, part: object): boolean =>
  Object.entries(part).every(([key, expected]) => (value as Record<string, unknown> | undefined)?.[key] === expected);
const closing = ({ of, args }: Call) => of === 'trail.insert' && has(args[0], { event: 'completed' });
const telling = ({ of, args }: Call) =>
  of === 'letters.insertMissing' && (args[0] as object[]).some((letter) => has(letter, { kind: 'outcome' }));
const delivered = ({ of, args }: Call) => of === 'trail.insert' && String((args[0] as { chain?: string }).chain).startsWith('mail/');

/** The fifth call of this kind. */
function fifth(isOne: (call: Call) => boolean): (call: Call) => boolean {
  let seen = 0;
  return (call) => {
    if (isOne(call)) seen += 1;
    return seen === 5;
  };
}
const handsOver =
  (chains: string) =>
  ({ of, args }: Call): boolean =>
    of === 'trail.insert' && has(args[0], { event: 'handedOver' }) && String((args[0] as { chain?: string }).chain).startsWith(chains);

const traps: Record<Point, { before?: (call: Call) => boolean; after?: (call: Call) => boolean; told?: true }> = {
  'before the texts of the entry': { before: ({ of }) => of === 'trailTexts.insert' },
  'before the entry of the trail': { before: closing },
  'after the entry of the trail': { after: closing },
  'before the document of the task': { before: ({ of, args }) => of === 'tasks.set' && has(args[1], { state: 'done' }) },
  'after the document of the task': { after: ({ of, args }) => of === 'tasks.set' && has(args[1], { state: 'done' }) },
  'before the letters': { before: telling },
  'between the letters and the nudge': { after: telling },
  'after the nudge': { after: ({ of }) => of === 'signalWithStart', told: true },
  'before the relay is spoken to': { before: ({ of }) => of === 'relay.send', told: true },
  'between the acceptance of the mail and its entry': { after: ({ of }) => of === 'relay.send', told: true },
  'between the entry of the mail and its mark': { after: delivered, told: true },
  'over the records of a leaver': { before: fifth(handsOver('risks/')) },
  'over the tasks of a leaver': { before: fifth(handsOver('task/')) },
};

/** The same world, in which this process dies at the point. `told`: only once the letters of the closed task are there. */
export function diesAt(point: Point, { store, client, relay }: World): World {
  const trap = traps[point];
  let armed = trap.told !== true;
  const act = async (call: Call, real: () => Promise<unknown>): Promise<unknown> => {
    if (armed && trap.before?.(call) === true) die();
    const answer = await real();
    if (armed && trap.after?.(call) === true) die();
    if (telling(call)) armed = true;
    return answer;
  };
  const watched = (of: string, target: object): never =>
    new Proxy(target, {
      get(real, name) {
        const part: unknown = Reflect.get(real, name);
        return typeof part !== 'function'
          ? part
          : (...args: unknown[]) => watch({ of: `${of}.${String(name)}`, args }, () => part.apply(real, args));
      },
    }) as never;
  const watch = (call: Call, real: () => unknown): unknown => {
    const isWatched = /\.(insert|insertMissing|set|setMany|send)$/.test(call.of);
    return isWatched ? act(call, async () => real()) : real();
  };
  const names = ['trail', 'trailTexts', 'tasks', 'letters', 'mails'] as const;
  const parts = Object.fromEntries(names.map((name) => [name, watched(name, store[name])]));
  const workflow = new Proxy(client.workflow, {
    get(real, name) {
      const part: unknown = Reflect.get(real, name);
      if (typeof part !== 'function') return part;
      const call = (...args: unknown[]) => part.apply(real, args) as Promise<unknown>;
      return name === 'signalWithStart' ? (...args: unknown[]) => act({ of: 'signalWithStart', args }, () => call(...args)) : call;
    },
  });
  const sending: Relay = {
    send: (mail: OutgoingMail) => act({ of: 'relay.send', args: [mail] }, () => relay.send(mail)) as Promise<string>,
  };
  return {
    store: { ...store, ...parts } as Store,
    client: new Proxy(client, { get: (real, name) => (name === 'workflow' ? workflow : Reflect.get(real, name)) }),
    relay: sending,
  };
}
