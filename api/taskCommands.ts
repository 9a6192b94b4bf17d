import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { Clock } from '../domain/clock.ts';
import type { Task } from '../domain/records/task.ts';
import type { TrailEntry } from '../domain/records/trail.ts';
import { notFound, Refusal } from '../domain/refusal.ts';
import { isClosed, refusal } from '../domain/rules/task.ts';
import { right } from '../domain/rules/taskRights.ts';
import type { By, PersonCommand, RefusalCode } from '../domain/rules/taskShape.ts';
import { factsOf } from '../domain/taskFacts.ts';
import type { Store } from '../models/store.ts';
import { commandTask } from '../workflows/engine/messages.ts';
import { commandProblems } from './commandProblems.ts';
import { createInPerson } from './inPerson.ts';
import { detailsOf, invalid } from './mount.ts';
import { oneAtATimeBy } from './oneAtATime.ts';
import { outcomeProblems, outcomeSchemaOf } from './outcomes.ts';
import { within } from './temporal.ts';

/** `task` as it was read a moment ago. Same key, same command: sent again it gives the first answer. */
type Sent = { task: Task; by: By; key: string; repeated?: boolean };
type Given = PersonCommand extends infer C ? (C extends PersonCommand ? Omit<C, 'by' | 'key'> : never) : never;
type Kind<K extends PersonCommand['do']> = Omit<Extract<PersonCommand, { do: K }>, 'do' | 'by' | 'key'>;

export type TaskCommands = {
  /** @throws Refusal 422 `invalid` with paths into the outcome, and what the engine refuses */
  complete(command: Sent & Omit<Kind<'complete'>, 'outcome'> & { outcome: unknown }): Promise<Task>;
  /** Throws what can be refused without the task's workflow, before a body is read that may be large; of one sent again only who may. */
  refuse(sent: Sent, command: Exclude<Given, { do: 'complete' }>): void;
  /** Any other command. @throws Refusal 422 `invalid` for a day or a person that cannot be, and what the engine refuses */
  give(sent: Sent, command: Exclude<Given, { do: 'complete' }>): Promise<Task>;
};

const statusOf: Record<RefusalCode | 'notOpenYet', number> = {
  closed: 409,
  stale: 409,
  formerAssignment: 409,
  notOpenYet: 409,
  notYours: 403,
  needsLogin: 403,
  samePerson: 422,
  duties: 403,
  notNow: 409,
  overdue: 409,
};

const isKnown = (code: string): code is keyof typeof statusOf => code in statusOf;
const refused = (code: keyof typeof statusOf, sentence: string) => new Refusal(statusOf[code], code, sentence);

const patienceMs = 10_000;

/** Commands to tasks: checked here as far as registers are needed, decided and recorded by the task's own workflow. */
export function createTaskCommands({ store, client, clock }: { store: Store; client: Client; clock: Clock }): TaskCommands {
  const inTurn = oneAtATimeBy();
  const inPerson = createInPerson({ store, client, clock });

  /** One after the other for each task: of forty clicks in a moment, those behind the first need not wake its workflow to hear that it is closed. */
  const send = (sent: Sent, command: PersonCommand): Promise<Task> =>
    inTurn(sent.task.id, async (waited) => {
      if (waited) refuseAtOnce(await existing(sent.task.id), command);
      return sent.task.inPerson === true ? record(sent, command) : ask(sent, command);
    });

  /** Where no workflow waits for the answer, it is judged by what is recorded. */
  async function record({ task, key }: Sent, command: PersonCommand): Promise<Task> {
    const { task: now, refused: no } = await within(client, patienceMs, () => inPerson(task, { ...command, key }));
    if (no !== undefined) throw refused(no.code, no.sentence);
    return now;
  }

  async function ask({ task: { id }, key }: Sent, command: PersonCommand): Promise<Task> {
    try {
      const handle = client.workflow.getHandle(id);
      await within(client, patienceMs, () => handle.executeUpdate(commandTask, { args: [{ ...command, key }], updateId: key }));
    } catch (thrown) {
      if ((await recordOf(id, key)) !== undefined) return existing(id);
      return await answeredOtherwise(id, command, thrown);
    }
    return existing(id);
  }

  async function existing(id: string): Promise<Task> {
    const task = await store.tasks.get(id);
    if (task === undefined) throw notFound();
    return task;
  }

  /** What this very request did, where it is in the trail: its answer was lost between the workflow and us. */
  const recordOf = async (id: string, key: string): Promise<TrailEntry | undefined> =>
    (await store.trail.find({ chain: `task/${id}` })).find(({ data }) => data.request === key);

  /** The task as this very request has left it; undefined while it has done nothing, or is being carried out just now. */
  async function doneBefore(id: string, key: string): Promise<Task | undefined> {
    const entry = await recordOf(id, key);
    const task = entry && (await existing(id));
    return task !== undefined && entry !== undefined && task.seq >= entry.seq ? task : undefined;
  }

  /**
   * The same request sent again may be impossible by now, because of what it did, or be taken once more by a workflow that began anew and has not heard of
   * it: it is answered with what it did.
   */
  async function orRecorded({ task: { id }, key, repeated }: Sent, work: () => Promise<Task>): Promise<Task> {
    const done = repeated === true ? await doneBefore(id, key) : undefined;
    if (done !== undefined) return done;
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.status < 500 && (await recordOf(id, key)) !== undefined) return existing(id);
      throw thrown;
    }
  }

  async function answeredOtherwise(id: string, command: PersonCommand, thrown: unknown): Promise<never> {
    const { cause } = thrown as { cause?: unknown };
    if (thrown instanceof WorkflowUpdateFailedError && cause instanceof ApplicationFailure && isKnown(cause.type ?? '')) {
      throw refused(cause.type as keyof typeof statusOf, cause.message);
    }
    if (!hasEnded(thrown)) throw thrown;
    const no = refusal(factsOf(await existing(id)), command);
    if (no !== undefined) throw refused(no.code, no.sentence);
    throw new Refusal(
      503,
      'notRunning',
      'This task cannot be reached just now; it is repaired within the hour. What you sent was not recorded.',
    );
  }

  /** What needs no workflow: who may, and whether it is closed. Said before a body is judged, so that nobody learns of a task that is not theirs. */
  function refuseAtOnce(task: Task, command: PersonCommand): void {
    const no = refusal(factsOf(task), command);
    if (no !== undefined && no.code !== 'stale' && no.code !== 'formerAssignment') throw refused(no.code, no.sentence);
  }

  return {
    complete({ task, by, key, repeated, outcome, ...rest }) {
      const sent: Sent = { task, by, key, ...(repeated !== undefined && { repeated }) };
      return orRecorded(sent, async () => {
        const command = (value: Record<string, unknown>): PersonCommand => ({ do: 'complete', by, outcome: value, ...rest });
        const parsed = outcomeSchemaOf(task).safeParse(outcome, { reportInput: true });
        refuseAtOnce(task, command(parsed.data ?? {}));
        if (!parsed.success) throw invalid(422, detailsOf(parsed.error, 'outcome'));
        const problems = isClosed(task.state) ? [] : await outcomeProblems(store, task, parsed.data, clock.now());
        if (problems.length > 0) throw invalid(422, problems);
        return send(sent, command(parsed.data));
      });
    },
    refuse({ task, by, repeated }, given) {
      const [facts, command] = [factsOf(task), { ...given, by } as PersonCommand];
      const no = repeated === true ? right(facts, command) : refusal(facts, command);
      if (no !== undefined) throw refused(no.code, no.sentence);
    },
    give: (sent, given) =>
      orRecorded(sent, async () => {
        const command = { ...given, by: sent.by } as PersonCommand;
        refuseAtOnce(sent.task, command);
        const problems = sent.repeated === true ? [] : await commandProblems({ store, clock }, sent.task, command);
        if (problems.length > 0) throw invalid(422, problems);
        return send(sent, command);
      }),
  };
}

/** The workflow is not there any more, or closed while it was asked. */
const hasEnded = (thrown: unknown): boolean => {
  if (thrown instanceof WorkflowNotFoundError) return true;
  const type = (thrown as { cause?: { type?: unknown } }).cause?.type;
  return thrown instanceof WorkflowUpdateFailedError && type === 'AcceptedUpdateCompletedWorkflow';
};
