import { groupedBy } from '../../domain/groupedBy.ts';
import type { Day, Instant } from '../../domain/records/common.ts';
import type { Unreached } from '../../domain/records/dashboard.ts';
import type { Person } from '../../domain/records/person.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { Asked, Looking } from './asking.ts';
import { absentUntil, waitsFor } from './late.ts';

type Hindrance = Pick<Unreached, 'because' | 'since' | 'until' | 'due'>;

/**
 * People who are asked something and are not reached: their address is refused, they are away and nobody stands in for them, or what they are asked is
 * answered only signed in, and they have never set a password.
 */
export async function unreachedOf(looking: Looking, people: Iterable<Person>): Promise<Unreached[]> {
  const open = looking.tasks.filter(({ state }) => !isClosed(state));
  const asked = groupedBy(open, waitsFor);
  const atLogin = open.filter(({ answer }) => answer === 'login');
  const neverSignedIn = await withoutPassword(looking, atLogin);
  return [...people].flatMap((person): Unreached[] => {
    const tasks = asked.get(person.id) ?? [];
    if (person.status !== 'active' || tasks.length === 0) return [];
    const hindrance = hindranceOf(person, looking.today, neverSignedIn.get(person.id));
    return hindrance === undefined ? [] : [{ id: person.id, name: person.name, ...hindrance, tasks: tasks.length }];
  });
}

function hindranceOf({ unreachable, absences, deputy }: Person, today: Day, due: Day | undefined): Hindrance | undefined {
  if (unreachable !== undefined) return { because: 'refused', since: unreachable.since };
  const until = absentUntil({ absences }, today);
  if (until !== undefined && deputy === undefined) return { because: 'absent', until };
  return due === undefined ? undefined : { because: 'neverSignedIn', due };
}

/** Who never set the password that these tasks need, and the day by which the first of them is due. */
async function withoutPassword({ store, calendar }: Looking, tasks: readonly Asked[]): Promise<Map<string, Day>> {
  const asked = groupedBy(tasks, waitsFor);
  const known = new Set(await store.credentials.ids({ _id: { $in: [...asked.keys()] } }));
  const firstDue = (of: readonly Asked[]) => calendar.dayOf(of.map(({ due }) => due).sort()[0] as Instant);
  return new Map([...asked].filter(([person]) => !known.has(person)).map(([person, of]) => [person, firstDue(of)]));
}
