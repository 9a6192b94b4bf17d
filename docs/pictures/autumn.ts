import { makeClock } from '../../domain/clock.ts';
import { idOf, type PersonKey } from '../../domain/example/people.ts';
import type { Instant } from '../../domain/records/common.ts';
import { paceOfThisMachine } from '../../stack/demo/pace.ts';
import { type Soaked, startSoaked } from '../../test/support/soak/soaked.ts';
import { Desks } from '../../test/support/year/desks.ts';
import { Staff } from '../../test/support/year/staff.ts';
import { does, post, type Scene, schedule, until, type World } from '../../test/support/year/story.ts';

const begin: Instant = '2026-12-01T07:00:00.000Z';

/** The Wednesday on which the pictures are taken, at ten in Freiburg. */
export const today: Instant = '2027-10-20T08:00:00.000Z';

const silent: PersonKey = 'jonas';
const refused: PersonKey = 'petra';
const away: PersonKey = 'beatriz';

/** What makes that autumn worth a picture: somebody is silent, somebody's mailbox refuses mail, somebody is away without a deputy, and something did not open. */
const scenes: readonly Scene[] = [
  {
    ...{ on: '2026-12-02T09:00:00.000Z', what: 'the cycle of the coming year begins' },
    async happens(world) {
      await does(world, 'hanna', post('/processes/pdcaCycle/runs', { subject: { period: '2027' } }));
    },
  },
  {
    ...{ on: '2027-03-15T09:00:00.000Z', what: 'an incident' },
    async happens(world) {
      const report = { title: 'Measurements of a customer could not be restored', kind: 'incident', owner: idOf('tiago') };
      await does(world, 'rui', post('/registers/nonconformities', report));
    },
  },
  {
    ...{ on: '2027-09-20T09:00:00.000Z', what: 'measuring pauses' },
    async happens(world) {
      world.staff.neglected.add('pdcaCycle/account');
      await schedule(world, 'pause', { note: 'New instruments.' });
    },
  },
  {
    ...{ on: '2027-09-27T09:00:00.000Z', what: 'autumn' },
    async happens({ soaked: { mail, store }, staff }) {
      await mail.setRules([{ action: 'refuse', to: (await store.people.get(idOf(refused)))?.email }]);
      await store.people.set(idOf(away), { absences: [{ from: '2027-10-11', to: '2027-10-22' }] });
      for (const one of [silent, refused, away]) staff.idle.add(idOf(one));
    },
  },
];

/** The example organization in the autumn of a year that its people have lived through: about a quarter of an hour. */
export async function inAutumn(tell: (line: string) => void): Promise<Soaked> {
  const speed = paceOfThisMachine();
  const soaked = await startSoaked({ speed, start: begin });
  const { store } = soaked;
  const organization = await store.organization.get('organization');
  const clock = makeClock({ speed, origin: organization?.createdAt ?? '', start: begin });
  const staff = new Staff({ store, clock, desks: await Desks.for(() => soaked.running.api, store), manager: idOf('hanna') });
  const working = staff.work();
  const world: World = { soaked, clock, staff };
  for (const { on, what, happens } of scenes) {
    await until(world, on);
    tell(`${on.slice(0, 10)} ${what}`);
    await happens(world);
  }
  await until(world, today);
  staff.goHome();
  await working;
  // From here on nothing happens: whatever is looked at is of this day.
  const { worker } = (await soaked.stack.file()).pids;
  process.kill(worker, 'SIGSTOP');
  return {
    ...soaked,
    async stop() {
      process.kill(worker, 'SIGCONT');
      await soaked.stop();
    },
  };
}
