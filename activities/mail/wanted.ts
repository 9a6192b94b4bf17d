import type { Letter } from '../../domain/records/letter.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { Store } from '../../models/store.ts';
import { isOvertaken, isQuestion } from './overtaken.ts';
import { isPointless } from './pointless.ts';

/** What the letters of one person are judged by: their tasks and runs as they are now, and what else this person is or was told about them. */
type Known = { tasks: Map<string, Task>; runs: Map<string, Run>; others: Letter[]; answeredAt: Map<string, string> };

/** Suppresses what has become pointless and returns the rest. */
export async function wantedOf({ store }: { store: Store }, letters: readonly Letter[]): Promise<Letter[]> {
  if (letters.length === 0) return [];
  const known = await knownAbout(store, letters);
  const pointless = letters.filter((letter) => isUnwanted(letter, known)).map(({ id }) => id);
  if (pointless.length > 0) await store.letters.setMany({ id: { $in: pointless } }, { state: 'suppressed' });
  return letters.filter(({ id }) => !pointless.includes(id));
}

async function knownAbout(store: Store, letters: readonly Letter[]): Promise<Known> {
  const tasks = [...new Set(letters.flatMap(({ task }) => task ?? []))];
  const runs = [...new Set(letters.flatMap(({ kind, run }) => (ofRuns.has(kind) && run !== undefined ? [run] : [])))];
  const others = await othersAbout(store, letters[0]?.person, { tasks, runs });
  const mails = others.flatMap((other) => (isQuestion(other) && other.state === 'accepted' ? (other.mail ?? []) : []));
  const [foundTasks, foundRuns, foundMails] = await Promise.all([
    store.tasks.find({ id: { $in: tasks } }),
    store.runs.find({ id: { $in: runs } }),
    store.mails.find({ id: { $in: [...new Set(mails)] } }),
  ]);
  const answeredAt = new Map(foundMails.map((mail) => [mail.id, mail.answeredAt ?? mail.at]));
  return { tasks: byId(foundTasks), runs: byId(foundRuns), others, answeredAt };
}

/** All letters to this person about these tasks, and all about these runs. */
async function othersAbout(
  store: Store,
  person: string | undefined,
  { tasks, runs }: { tasks: string[]; runs: string[] },
): Promise<Letter[]> {
  const [ofTasks, ofRuns] = await Promise.all([
    tasks.length === 0 ? [] : store.letters.find({ task: { $in: tasks }, person }),
    runs.length === 0 ? [] : store.letters.find({ run: { $in: runs }, person }),
  ]);
  return [...byId([...ofTasks, ...ofRuns]).values()];
}

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((record) => [record.id, record]));

const ofRuns = new Set<Letter['kind']>(['runOpened', 'runCancelled', 'missing']);

function isUnwanted(letter: Letter, known: Known): boolean {
  const { kind, run = '', task: id = '' } = letter;
  if (kind === 'runOpened' || kind === 'missing') return known.runs.get(run)?.status !== 'open';
  if (kind === 'runCancelled') return !known.others.some((other) => other.run === run && hasReached(other));
  const task = known.tasks.get(id);
  const about = known.others.filter((other) => other.task === id && other.id !== letter.id);
  if (kind === 'taken')
    return isBack(letter, task) || !(isTheirs(letter, task) || about.some((other) => isQuestion(other) && hasReached(other)));
  return isPointless(letter, task) || (isQuestion(letter) && isOvertaken(letter, about, known.answeredAt));
}

/** Nobody is told that something is no longer asked of them who was never asked by mail; but an owner, what became of what another did in their stead. */
const hasReached = ({ state }: Letter): boolean => state === 'accepted' || state === 'sending';
const isTheirs = ({ person, facts }: Letter, task: Task | undefined): boolean => facts.theirs === true || task?.onBehalfOf === person;

const isBack = ({ person }: Letter, task: Task | undefined): boolean =>
  task !== undefined && !isClosed(task.state) && task.assignee === person;
