import { WorkflowNotFoundError } from '@temporalio/common';
import { asks, type Letter } from '../../domain/records/letter.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { engineCommand } from '../../workflows/engine/messages.ts';
import type { MailDeps } from '../deps.ts';

/** An event of each task that these letters are about: deadlines do not depend on mail, and the manager sees who cannot be reached. */
export async function tellTasks({ client }: MailDeps, person: string, letters: readonly Letter[], reason: string): Promise<void> {
  const command: Command = { do: 'undeliverable', by: { person: 'engine', roles: [], via: 'engine' }, person, reason };
  for (const task of new Set(letters.flatMap((letter) => letter.task ?? [])))
    await client.workflow.getHandle(task).signal(engineCommand, command).catch(unlessClosed);
}

function unlessClosed(failure: unknown): void {
  if (!(failure instanceof WorkflowNotFoundError)) throw failure;
}

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
