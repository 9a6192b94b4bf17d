import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { missingIn } from '../../models/campaigns.ts';
import type { Store } from '../../models/store.ts';
import type { Deps } from '../deps.ts';
import type { NewLetter, Post } from '../post.ts';
import { isReached, reachRungs, wasReached } from '../steps/reachRungs.ts';
import { eachOf, missingAfter, type Of, type Piece, type PieceOf, pieceOf, takeBack } from './piece.ts';

const hasLeft = 'The person has left.';

/**
 * Takes back what is asked of somebody who has left, and reaches the rungs of the others whose time has come. `reachedAt` is when that was, where there
 * was any.
 */
export const createRemindSome =
  (deps: Deps, post: Post) =>
  async ({ after, run, at: real }: PieceOf): Promise<Piece & { reachedAt?: Instant }> => {
    const at = deps.clock.toOrganization(real);
    const tasks = await missingAfter(deps.store, run, after);
    const left = await leftAmong(deps.store, tasks);
    const isDue = (task: Task) => task.rungs.some((rung) => isReached(rung, at)) || wasReached(task, at);
    const { now, last } = pieceOf(
      tasks,
      tasks.filter((task) => left.has(task.assignee) || isDue(task)),
    );
    const [gone, due] = [now.filter(({ assignee }) => left.has(assignee)), now.filter(({ assignee }) => !left.has(assignee))];
    await eachOf(gone, (task) => takeBack(deps, post, task, hasLeft, at));
    await reachRungs(deps, post, due, at);
    return { last, ...(due.length > 0 && { reachedAt: at }) };
  };

async function leftAmong(store: Store, tasks: readonly Task[]): Promise<Set<string>> {
  const people = await store.people.find({ id: { $in: tasks.map(({ assignee }) => assignee) }, status: 'left' });
  return new Set(people.map(({ id }) => id));
}

/** One letter to each who was told of anybody at the rungs since then; who is missing is read when it goes out. */
export const createTellOfMissing =
  ({ store }: Deps, post: Post) =>
  async ({ run, since }: Of<{ since: Instant }>): Promise<void> => {
    const tasks = await store.tasks.pick(missingIn(run), ['assignee', 'rungs']);
    const letters = new Map(tasks.flatMap((task) => lettersAbout(run, task, since)).map((letter) => [letter.id, letter]));
    await post.put([...letters.values()]);
  };

function lettersAbout(run: string, { assignee, rungs }: Pick<Task, 'assignee' | 'rungs'>, since: Instant): NewLetter[] {
  const reached = rungs.filter(({ state, level, sentAt = '' }) => state === 'sent' && level > 0 && sentAt >= since);
  return reached.flatMap(({ key, level, at, told, nonconformity = false, sentAt = at }) =>
    told
      .filter((person) => person !== assignee)
      .map((person) => ({
        ...{ id: `${run}/missing/${key}/${at}/${person}`, person, kind: 'missing', run, urgent: false, at: sentAt },
        facts: { rung: key, level, nonconformity },
      })),
  );
}
