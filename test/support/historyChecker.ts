import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { checkChain } from '../../models/chain.ts';
import type { Store } from '../../models/store.ts';
import type { Engine } from './engine.ts';

/** What somebody asked for and what they were told. A client that was not answered knows nothing: it is neither done nor undone. */
export type Operation = { task: string; key: string; result: 'ok' | 'refused' | 'unknown' };

/** All that is left of a story: what was asked, what the trail, the documents, the outbox, the mail server and Temporal say. */
export type History = {
  operations: readonly Operation[];
  entries: readonly TrailEntry[];
  tasks: readonly Task[];
  letters: readonly Letter[];
  mails: readonly Mail[];
  sunk: readonly { MessageID: string; To: readonly unknown[] }[];
  /** Tasks whose workflow is running. */
  running: ReadonlySet<string>;
  /** Processes and connections that were cut off while mail was on its way: each may have cost one copy. */
  cuts: number;
};

const terminal = new Set(['completed', 'confirmed', 'cancelled', 'superseded', 'waived']);
const asking = new Set<Letter['kind']>(['opened', 'reminder', 'dueToday', 'escalation', 'reassigned']);

/** What contradicts the promises, as sentences; none when the history keeps all of them. */
export function findingsIn(history: History): string[] {
  return [
    ...history.operations.flatMap((operation) => ofOperation(history, operation)),
    ...history.tasks.flatMap((task) => ofTask(history, task)),
    ...history.mails.flatMap((mail) => ofMail(history, mail)),
    ...history.letters.flatMap((letter) => ofLetter(history, letter)),
    ...history.sunk.filter(({ To }) => To.length !== 1).map(({ MessageID }) => `${MessageID} has not one recipient`),
  ];
}

function ofOperation({ entries }: History, { task, key, result }: Operation): string[] {
  const effects = entries.filter(({ chain, data }) => chain === `task/${task}` && data.request === key).length;
  const allowed = { ok: [1], refused: [0], unknown: [0, 1] }[result];
  return allowed.includes(effects) ? [] : [`${key} was answered "${result}" and has ${effects} entries`];
}

function ofTask({ entries, running }: History, task: Task): string[] {
  const chain = `task/${task.id}`;
  const own = entries.filter((entry) => entry.chain === chain).toSorted((a, b) => a.seq - b.seq);
  const last = own.at(-1);
  const after = last?.event === 'opened' ? { state: 'open' } : (last?.data as { state?: string } | undefined);
  const ends = own.filter(({ event }) => terminal.has(event));
  const reached = Math.max(0, ...task.rungs.filter(({ state }) => state === 'sent' || state === 'missed').map(({ level }) => level));
  return [
    ...checkChain(chain, own, new Map(), task.seq).map(({ seq, problem }) => `${chain} ${seq}: ${problem}`),
    ...(ends.length > 1 ? [`${task.id} was decided ${ends.length} times`] : []),
    ...(ends[0] !== undefined && ends[0] !== last ? [`${task.id} went on after it was closed`] : []),
    ...(last?.seq === task.seq ? [] : [`${task.id} stands at step ${task.seq}, its trail at ${last?.seq ?? 0}`]),
    ...(after?.state === task.state ? [] : [`${task.id} is ${task.state}, its trail says ${after?.state ?? 'nothing'}`]),
    ...(isClosed(task.state) === running.has(task.id)
      ? [`${task.id} is ${task.state} and its workflow ${running.has(task.id) ? 'runs' : 'does not'}`]
      : []),
    ...(task.level === reached ? [] : [`${task.id} is at level ${task.level}, its rungs at ${reached}`]),
  ];
}

function ofMail({ sunk, cuts }: History, { id, state, messageId, maybeDuplicate }: Mail): string[] {
  const copies = sunk.filter(({ MessageID }) => `<${MessageID.replace(/^<|>$/g, '')}>` === messageId).length;
  const most = maybeDuplicate ? 1 + cuts : 1;
  if (state === 'accepted' && copies === 0) return [`mail ${id} is accepted and nobody has it`];
  return copies > most ? [`mail ${id} was delivered ${copies} times, and ${maybeDuplicate ? cuts : 0} cuts explain ${most}`] : [];
}

function ofLetter({ tasks, mails }: History, { id, kind, state, task: about, mail, at }: Letter): string[] {
  const task = tasks.find((one) => one.id === about);
  const sent = mails.find((one) => one.id === mail);
  const forgotten = state === 'pending' || state === 'sending' ? [`letter ${id} is still ${state}`] : [];
  if (state !== 'accepted' || !asking.has(kind) || task?.closedAt === undefined) return forgotten;
  const late = sent?.answeredAt !== undefined && at > task.closedAt;
  return late ? [...forgotten, `letter ${id} asked for what was answered already`] : forgotten;
}

type Left = Pick<Engine, 'store' | 'client'> & { mail: { messages(): Promise<History['sunk']> } };

/** Everything that a story has left behind in its organization. */
export async function historyOf(engine: Left, operations: readonly Operation[], cuts: number): Promise<History> {
  const { store, client } = engine;
  const tasks = await store.tasks.find({});
  // What is marked as delivered before the mailbox is looked into must be in it: others go on meanwhile.
  const mails = await store.mails.find({});
  const running = new Set<string>();
  for (const { id } of tasks) {
    const { status } = await client.workflow.getHandle(id).describe();
    if (status.name === 'RUNNING') running.add(id);
  }
  return {
    ...{ operations, tasks, running, cuts, mails, sunk: await engine.mail.messages() },
    ...{ entries: await withTexts(store), letters: await store.letters.find({}) },
  };
}

const withTexts = (store: Store): Promise<TrailEntry[]> => store.trail.find({}, { sort: { chain: 1, seq: 1 } });
