import { WorkflowNotFoundError } from '@temporalio/common';
import { asks, type Letter } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { engineCommand } from '../../workflows/engine/messages.ts';
import type { MailDeps } from '../deps.ts';
import { createPost, type NewLetter } from '../post.ts';
import { giveInPerson } from '../steps/inPerson.ts';

/** An event of each task that these letters are about: deadlines do not depend on mail, and the manager sees who cannot be reached. */
export async function tellTasks(deps: MailDeps, person: string, letters: readonly Letter[], reason: string): Promise<void> {
  const command: Command = { do: 'undeliverable', by: { person: 'engine', roles: [], via: 'engine' }, person, reason };
  const tasks = [...new Set(letters.flatMap((letter) => letter.task ?? []))];
  const inPerson = new Set(
    (await deps.store.tasks.pick({ id: { $in: tasks } }, ['inPerson'])).flatMap((one) => (one.inPerson === true ? [one.id] : [])),
  );
  for (const task of tasks) {
    if (inPerson.has(task)) await giveInPerson(deps, createPost(deps), task, command, deps.clock.now());
    else await deps.client.workflow.getHandle(task).signal(engineCommand, command).catch(unlessClosed);
  }
}

function unlessClosed(failure: unknown): void {
  if (!(failure instanceof WorkflowNotFoundError)) throw failure;
}

/** Whoever stands in for somebody whom no mail reaches learns what is asked of them. The task stays where it is. */
export async function tellDeputy(deps: MailDeps, person: string, letters: readonly Letter[], at: string): Promise<void> {
  const { store } = deps;
  const deputy = (await store.people.get(person))?.deputy;
  if (deputy === undefined || (await store.people.get(deputy))?.status !== 'active') return;
  const ids = letters.flatMap(({ kind, task }) => (asks.has(kind) ? (task ?? []) : []));
  const open = (await store.tasks.find({ id: { $in: ids }, assignee: person })).filter(({ state }) => !isClosed(state));
  await createPost(deps).put(open.map((task) => toDeputy(task, deputy, at)));
}

const toDeputy = ({ id, run, assignee, assignment }: Task, deputy: string, at: string): NewLetter => ({
  ...{ id: `${id}/unreached/${assignment}/${deputy}`, person: deputy, kind: 'unreached', run, task: id, at, urgent: false },
  facts: { of: assignee, as: 'deputy', level: 1, rung: 'unreached', early: true },
});

const hasLeft = 'The person has left.';

/** Nothing is sent to somebody who has left: what waits is suppressed, and each task that still asks them learns once that they cannot be reached. */
export async function returnLetters(deps: MailDeps, person: string): Promise<void> {
  const { store, clock } = deps;
  const waiting = { person, state: { $in: ['pending', 'sending', 'deferred'] } };
  const asking = (await store.letters.find(waiting)).filter(({ kind }) => asks.has(kind));
  const tasks = await store.tasks.find({ id: { $in: asking.flatMap(({ task }) => task ?? []) }, assignee: person, undeliverable: false });
  const unheard = new Set(tasks.map(({ id }) => id));
  await tellTasks(
    deps,
    person,
    asking.filter(({ task }) => unheard.has(task ?? '')),
    hasLeft,
  );
  await store.letters.setMany(waiting, { state: 'suppressed' });
  await store.mails.setMany(
    { person, state: { $in: ['sending', 'deferred'] } },
    { state: 'rejected', answeredAt: clock.now(), response: hasLeft },
  );
}
