import { definitionId } from '../../domain/process.ts';
import { engine } from '../../domain/records/common.ts';
import type { Settings } from '../../domain/records/settings.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { makeTimetable, type Timetable } from '../../domain/timetable.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { accountableFor, presentOrDeputy, recipientsOf, responsibleFor } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import type { NewEntry } from '../../models/trail.ts';
import type { Activities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { processOf, taskOf, unrecoverable } from '../knowledge.ts';

export type OpenTaskInput = Parameters<Activities['openTask']>[0];

type PromisedRung = Omit<Rung, 'state' | 'sentAt'>;

/** What a task promises when it opens, as the first entry of its chain keeps it. */
export type Promised = Pick<
  Task,
  'run' | 'task' | 'about' | 'assignee' | 'onBehalfOf' | 'accountable' | 'answer' | 'due' | 'zone' | 'definition'
> & { rungs: PromisedRung[]; settings: number; ladder: string; key: string };

/** Works out who is asked and by when, from the registers and settings of this moment. */
export async function promise({ store, clock }: Deps, input: OpenTaskInput): Promise<Pick<NewEntry, 'at' | 'actor' | 'data'>> {
  const definition = processOf(input.process);
  const rule = taskOf(definition, input.task);
  const settings = await settingsNow(store);
  const at = clock.toOrganization(input.at);
  const owner = await responsibleFor(store, definition, rule, input.about);
  const { id: accountable } = await accountableFor(store, definition);
  const calendar = calendarOf(settings, owner);
  const ladder = ladderOf(settings, rule.ladder);
  const timetable = makeTimetable({ due: rule.due, ladder, runOpenedAt: input.runOpenedAt, openedAt: at, calendar });
  const { id: assignee } = await presentOrDeputy(store, owner, calendar.dayOf(at), calendar.dayOf(timetable.due));
  const promised: Promised = {
    ...{ run: input.run, task: input.task, about: input.about, assignee, accountable, answer: rule.answer },
    ...(assignee !== owner.id && { onBehalfOf: owner.id }),
    ...{ due: timetable.due, zone: calendar.zone, definition: definitionId(definition) },
    rungs: await rungsOf(store, timetable, { assignee, accountable }),
    ...{ settings: settings.version, ladder: rule.ladder, key: `${input.execution}/1` },
  };
  return { at, actor: engine, data: promised };
}

function ladderOf({ ladders }: Settings, name: string) {
  const ladder = ladders.find((one) => one.name === name);
  if (ladder === undefined) throw unrecoverable(`the settings have no ladder ${name}`);
  return ladder.rungs;
}

/** Past the due date nobody is written to, but the trail says that it passed. */
const duePassed = (at: string): PromisedRung => ({ key: 'duePassed', at, letter: 'none', level: 0, to: [], told: [] });

async function rungsOf(store: Store, { due, rungs }: Timetable, people: { assignee: string; accountable: string }) {
  const promised: PromisedRung[] = [duePassed(due)];
  for (const { rule, at } of rungs) {
    const { key, letter, level, to, nonconformity } = rule;
    const told = (await recipientsOf(store, to, people)).map(({ person }) => person);
    promised.push({ key, at, letter, level, to, told, ...(nonconformity !== undefined && { nonconformity }) });
  }
  return promised.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
