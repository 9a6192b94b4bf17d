import { type Actor, type Day, engine } from '../../domain/records/common.ts';
import type { Control, ControlCheck } from '../../domain/records/control.ts';
import type { Task } from '../../domain/records/task.ts';
import { countsForLess, holdsUntil, resultOf } from '../../domain/rules/control.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { createNumbered } from '../../models/numbered.ts';
import { holdersOf } from '../../models/people.ts';
import { firstEndOf } from '../../models/rollouts.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { changeOnce } from './byFlow.ts';

type Of<A> = Call<A & { control: string; task: string; by: By | undefined }>;
type Implemented = Pick<Control, 'documented' | 'shownBy' | 'checkEvery'>;
type Looked = Pick<ControlCheck, 'design' | 'operation' | 'sample' | 'finding'>;

export type Checked = {
  check: string;
  result: ControlCheck['result'];
  /** It counts for less than before: the risks it belongs to are not what they were judged by. */
  isWorse: boolean;
  /** Active risks that rely on it. */
  risks: string[];
};

/** What flows write about controls beyond single fields. */
export const createControlWrites = (deps: Deps) => ({
  /** Work on it has begun. One that is in place already stays so, and counts, while it is changed. */
  async beginControl({ control: id, ...call }: Call<{ control: string }>): Promise<void> {
    const { status } = await controlOf(deps, id);
    const set = status === 'implemented' ? {} : ({ status: 'implementing' } as const);
    await changeControl(deps, id, { set, event: 'begun', actor: engine }, call);
  },

  /** Nobody put it in place: it is planned as before. */
  async leaveControl({ control: id, reason, ...call }: Call<{ control: string; reason: string }>): Promise<void> {
    const { status } = await controlOf(deps, id);
    const set = status === 'implementing' ? ({ status: 'planned' } as const) : {};
    await changeControl(deps, id, { set, event: 'left', actor: engine, why: reason }, call);
  },

  /** Somebody says that it is in place, and what shows it; another person looks at that. */
  async submitControl({ control: id, outcome, by, ...call }: Of<{ outcome: Implemented }>): Promise<void> {
    const { checkEvery: before } = await controlOf(deps, id);
    const { documented, shownBy, checkEvery = before ?? 'year' } = outcome;
    const set: Partial<Control> = { documented, shownBy, checkEvery, ...(by !== undefined && { implementedBy: by.person }) };
    await changeControl(deps, id, { set, event: 'submitted', actor: actorBy(by) }, call);
  },

  /** Another person has seen that it is in place (G4); whether it works is seen when it has been in use for a while. */
  async verifyControl({ control: id, reason, by, ...call }: Of<{ reason: string }>): Promise<void> {
    const control = await controlOf(deps, id);
    const today = await dayOf(deps, call.at, by?.person);
    const set: Partial<Control> = {
      ...{ status: 'implemented', implementedOn: today, effectiveness: 'untested', checkedOn: undefined },
      ...(by !== undefined && { verifiedBy: by.person }),
      nextCheck: await nextOf(deps, id, today, holdsUntil(today, control)),
    };
    await changeControl(deps, id, { set, event: 'verified', actor: actorBy(by), why: reason }, call);
  },

  /** A snapshot of what was found, and how the control stands by it. */
  async recordCheck({ control: id, task: taskId, outcome, by, ...call }: Of<{ outcome: Looked }>): Promise<Checked> {
    const { store } = deps;
    const check = (await store.controlChecks.get(taskId)) ?? (await checkBy(deps, id, await taskOf(deps, taskId), outcome, by, call));
    const { result, before, validUntil } = check;
    const set: Partial<Control> = {
      effectiveness: result,
      checkedOn: await dayOf(deps, call.at, by?.person),
      nextCheck: validUntil,
      lastCheck: check.id,
    };
    await changeControl(deps, id, { set, event: 'checked', actor: check.by }, call);
    const risks = await store.risks.ids({ 'controls.control': id, status: { $nin: ['draft', 'closed', 'avoided'] } });
    return { check: check.id, result, isWorse: countsForLess(result, before), risks };
  },

  /** What was found, as a nonconformity that somebody decides on; answers its id. */
  async reportFailedCheck({ check: id, by, ...call }: Call<{ check: string; by: By | undefined }>): Promise<string> {
    const { store, clock } = deps;
    const check = await store.controlChecks.get(id);
    if (check === undefined) throw unrecoverable(`there is no check ${id}`);
    const owner = check.owner ?? (await holdersOf(store, 'ismsManager'))[0]?.id ?? check.by.person;
    const proposedAt = clock.toOrganization(call.at);
    return createNumbered(store, {
      register: 'nonconformities',
      set: {
        ...{ title: `${check.control} ${check.name}: ${check.result}`.slice(0, 200), description: check.finding ?? check.sample },
        source: { kind: 'failedCheck', run: call.run, task: check.task, subject: check.control },
        ...{ owner, reportedBy: check.by.person, proposedAt, status: 'candidate', origin: call.key },
      },
      ...{ at: proposedAt, actor: actorBy(by), event: 'proposed', key: call.key },
    });
  },
});

async function controlOf({ store }: Deps, id: string): Promise<Control> {
  const control = await store.controls.get(id);
  if (control === undefined) throw unrecoverable(`there is no control ${id}`);
  return control;
}

async function taskOf({ store }: Deps, id: string): Promise<Task> {
  const task = await store.tasks.get(id);
  if (task === undefined) throw unrecoverable(`there is no task ${id}`);
  return task;
}

async function dayOf({ store, clock }: Deps, at: string, person: string | undefined): Promise<Day> {
  const there = person === undefined ? undefined : await store.people.get(person);
  return calendarOf(await settingsNow(store), there).dayOf(clock.toOrganization(at));
}

type Changing = { set: Partial<Control>; event: string; actor: Actor; why?: string };

const changeControl = ({ store, clock }: Deps, id: string, change: Changing, { at, key }: Pick<Call<unknown>, 'at' | 'key'>) =>
  changeOnce(store, { register: 'controls', id, ...change, at: clock.toOrganization(at), key });

/** An exception that ends before the check does brings it forward: somebody has to look at what is left. */
async function nextOf({ store }: Deps, control: string, today: Day, until: Day): Promise<Day> {
  const end = await firstEndOf(store, control, today);
  return end !== undefined && end < until ? end : until;
}

async function checkBy(
  deps: Deps,
  id: string,
  { id: task, dutiesWaived }: Task,
  { design, operation, sample, finding }: Looked,
  by: By | undefined,
  { at, run }: Pick<Call<unknown>, 'at' | 'run'>,
): Promise<ControlCheck> {
  const control = await controlOf(deps, id);
  const result = resultOf({ design, operation });
  const today = await dayOf(deps, at, by?.person);
  const check: ControlCheck = {
    ...{ id: task, task, run, control: id, controlVersion: control.version, name: control.name, at: deps.clock.toOrganization(at) },
    ...(control.owner !== undefined && { owner: control.owner }),
    ...{ by: actorBy(by), design, operation, result, before: control.effectiveness, sample },
    ...(finding !== undefined && { finding }),
    ...{ validUntil: await nextOf(deps, id, today, holdsUntil(today, control, result)) },
    ...(dutiesWaived !== undefined && { dutiesWaived }),
  };
  await deps.store.controlChecks.insert(check);
  return check;
}
