import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, toInstant, toMs } from '../../../domain/clock.ts';
import { idOf, type PersonKey } from '../../../domain/example/people.ts';
import type { Instant } from '../../../domain/records/common.ts';
import { sha256 } from '../../../models/trail.ts';
import type { Soaked } from '../soak/soaked.ts';
import { eventually } from '../time.ts';
import { failing } from './checking.ts';
import type { Request } from './desks.ts';
import { leftOut } from './planning.ts';
import type { Staff } from './staff.ts';

export type World = { soaked: Soaked; clock: Clock; staff: Staff };
export type Scene = { on: Instant; what: string; happens(world: World): Promise<void> };

const at = (day: string): Instant => `${day}T09:00:00.000Z`;

/** When what goes wrong in this year begins, and when it is over. */
export const gone = {
  relay: { from: at('2027-04-26'), to: at('2027-05-24') },
  /** From when the review of the quarter has begun. */
  worker: { from: at('2027-07-02'), to: at('2027-07-23') },
};
export const leaver: { who: PersonKey; to: PersonKey } = { who: 'oliver', to: 'jonas' };

export async function until({ clock }: Pick<World, 'clock'>, instant: Instant): Promise<void> {
  while (clock.now() < instant) await sleep(50);
}

/** Somebody asks for something until it is done. */
export async function does({ staff }: World, who: PersonKey, request: Request): Promise<Record<string, unknown>> {
  const key = sha256(`${request.path} ${JSON.stringify(request.body)}`);
  const { status, body } = await staff.insist(idOf(who), { ...request, ...(request.method === 'POST' && { key }) });
  if (status >= 300) throw new Error(`${request.path} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

const get = (path: string): Request => ({ method: 'GET', path });
export const post = (path: string, body: object): Request => ({ method: 'POST', path, body });

/** Hanna changes the schedule of the measurement as she has just read it. */
export async function schedule(world: World, noun: string, body: object): Promise<void> {
  const path = `/schedules/${leftOut.process}`;
  const { version } = await does(world, 'hanna', get(path));
  await does(world, 'hanna', post(`${path}/${noun}`, { ...body, version }));
}

/** A year with what goes wrong in it, in order. */
export const story: readonly Scene[] = [
  {
    ...{ on: at('2026-12-01'), what: 'the cycle of the coming year begins' },
    async happens(world) {
      await does(world, 'hanna', post('/processes/pdcaCycle/runs', { subject: { period: '2027' } }));
    },
  },
  {
    ...{ on: at('2026-12-02'), what: 'a control is to be looked at in each quarter' },
    async happens(world) {
      const path = `/registers/controls/${failing}`;
      const { version } = await does(world, 'hanna', get(path));
      const body = { version, checkEvery: 'quarter', nextCheck: '2027-03-31', tester: idOf('rui') };
      await does(world, 'hanna', { method: 'PATCH', path, body });
    },
  },
  {
    ...{ on: at('2027-01-18'), what: 'an incident' },
    async happens(world) {
      const report = { title: 'Measurements of a customer could not be restored', kind: 'incident', owner: idOf('tiago') };
      await does(world, 'rui', post('/registers/nonconformities', report));
    },
  },
  {
    ...{ on: at('2027-03-08'), what: 'nothing is measured for a while' },
    happens: (world) => schedule(world, 'pause', { note: leftOut.reason }),
  },
  {
    ...{ on: gone.relay.from, what: 'the relay is gone' },
    async happens({ soaked }) {
      await soaked.mail.setRules([{ action: 'drop' }]);
    },
  },
  {
    ...{ on: gone.relay.to, what: 'the relay is back' },
    async happens({ soaked }) {
      await soaked.mail.setRules([]);
    },
  },
  { ...{ on: at('2027-07-01'), what: 'it is measured again' }, happens: (world) => schedule(world, 'resumption', {}) },
  {
    ...{ on: gone.worker.from, what: 'the worker stands still in the middle of a review, and is killed when somebody notices' },
    async happens(world) {
      const { clock, staff, soaked } = world;
      const { stack, store } = soaked;
      // What is asked now is unanswered when the worker stands still, however fast people are.
      staff.isResting = true;
      await eventually('the review has begun', () => store.tasks.first({ run: 'riskReview-2027-Q3', state: 'open' }), 120_000);
      const { worker } = (await stack.file()).pids;
      process.kill(worker, 'SIGSTOP');
      staff.isResting = false;
      gone.worker = { from: clock.now(), to: toInstant(toMs(clock.now()) + 21 * 86_400_000) };
      await until(world, gone.worker.to);
      process.kill(worker, 'SIGKILL');
      await eventually('the worker is back', async () => (await stack.file()).pids.worker !== worker, 120_000);
    },
  },
  {
    ...{ on: at('2027-09-16'), what: 'risks of somebody who is going to leave are to be judged in autumn' },
    async happens(world) {
      for (const { id } of await world.soaked.store.risks.find({ owner: idOf(leaver.who) })) {
        const path = `/registers/risks/${id}`;
        const { version } = await does(world, 'hanna', get(path));
        await does(world, 'hanna', { method: 'PATCH', path, body: { version, nextReview: '2027-11-15' } });
      }
    },
  },
  {
    ...{ on: at('2027-10-01'), what: 'somebody packs their things' },
    async happens({ staff }) {
      staff.idle.add(idOf(leaver.who));
    },
  },
  {
    ...{ on: at('2027-10-08'), what: 'and has left' },
    async happens(world) {
      await does(world, 'hanna', post(`/people/${idOf(leaver.who)}/departure`, { to: idOf(leaver.to), reason: 'A new place elsewhere.' }));
    },
  },
];

/** Nothing goes on while somebody looks. */
export async function whileItStandsStill<T>({ stack }: Soaked, look: () => Promise<T>): Promise<T> {
  const { worker } = (await stack.file()).pids;
  process.kill(worker, 'SIGSTOP');
  try {
    return await look();
  } finally {
    process.kill(worker, 'SIGCONT');
  }
}

/** Plays it, each scene on its day. */
export async function play(world: World, tell: (what: string) => void): Promise<void> {
  for (const { on, what, happens } of story) {
    await until(world, on);
    tell(what);
    await happens(world);
  }
}
