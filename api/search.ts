import type { Language } from '../domain/records/common.ts';
import { Searched, type SearchResult, type SearchResults } from '../domain/records/search.ts';
import type { Task } from '../domain/records/task.ts';
import { isClosed, unansweredStates } from '../domain/rules/task.ts';
import { findAny } from '../models/anyOf.ts';
import type { Collection, Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';
import { definitionOf, definitions, nameOfRun } from '../workflows/definitions.ts';
import type { Api } from './deps.ts';
import { type Caller, scope } from './policy.ts';
import { peopleById } from './taskLines.ts';
import { beginning, wordsIn, wordsOf } from './typedWords.ts';

type Asked = { api: Api; caller: Caller; typed: string; limit: number };

/** A result that names its person by id. */
type Line = Omit<SearchResult, 'who'> & { person?: string | undefined };
type Register = Exclude<Searched, 'runs' | 'tasks'>;

/** Records of all kinds that the caller may read, by what their id begins with and by words of what they are called. */
export async function search(asked: Asked, kinds: readonly Searched[] = Searched.options): Promise<SearchResults> {
  const { limit } = asked;
  const found = await Promise.all(kinds.map(async (kind) => ({ kind, lines: await linesOf(kind, asked) })));
  return {
    items: await withNames(
      asked.api,
      found.flatMap(({ lines }) => lines.slice(0, limit)),
    ),
    more: found.filter(({ lines }) => lines.length > limit).map(({ kind }) => kind),
  };
}

const linesOf = (kind: Searched, asked: Asked): Promise<Line[]> =>
  kind === 'runs' ? runLines(asked) : kind === 'tasks' ? taskLinesOf(asked) : registerLines(kind, asked);

async function withNames(api: Api, lines: readonly Line[]): Promise<SearchResult[]> {
  const people = await peopleById(
    api,
    lines.flatMap(({ person }) => person ?? []),
  );
  return lines.map(({ person, ...line }) => {
    const who = person === undefined ? undefined : people.get(person)?.name;
    return { ...line, ...(who !== undefined && { who }) };
  });
}

type Question = { where: Filter; sort?: Record<string, 1 | -1> };

/** One question after the other, so that each is answered by its index; what the first finds stands first. One more than the limit says that there is more. */
async function inTurn<T extends { id: string }>(
  collection: Collection<T>,
  { own, limit }: { own: Filter; limit: number },
  questions: readonly Question[],
): Promise<T[]> {
  const found = new Map<string, T>();
  for (const { where, ...sorted } of questions)
    if (found.size <= limit)
      for (const record of await findAny(collection, allOf(own, where), { ...sorted, limit: limit + 1 })) found.set(record.id, record);
  return [...found.values()].slice(0, limit + 1);
}

/** References are written as they are and mostly in capitals, whatever somebody types. */
const idsBeginning = (typed: string): Question[] =>
  [...new Set([typed, typed.toUpperCase()])].map((text) => ({ where: beginning('_id', text) }));

type Named = { id: string; status: string; name?: string; title?: string; owner?: string; responsible?: string };

const calledBy = {
  ...{ people: 'name', risks: 'name', controls: 'name', documents: 'title', nonconformities: 'title', objectives: 'name' },
} as const satisfies Record<Register, string>;

async function registerLines(kind: Register, { api: { store }, caller, typed, limit }: Asked): Promise<Line[]> {
  const byAddress = kind === 'people' ? [{ where: beginning('email', typed.toLowerCase()) }] : [];
  const questions = [...idsBeginning(typed), ...byAddress, { where: wordsIn(calledBy[kind], wordsOf(typed)) }];
  const own = await scope(caller, kind, store);
  const found = await inTurn(store[kind] as unknown as Collection<Named>, { own, limit }, questions);
  return found.map(({ id, status, name, title, owner, responsible }) => ({
    ...{ kind, id, title: title ?? name ?? id, status, person: owner ?? responsible },
  }));
}

/** Words that a title does not have; undefined when it has none of them. */
function wordsLeft(title: string, words: readonly string[]): string[] | undefined {
  const has = (word: string) => ` ${title.toLowerCase()}`.includes(` ${word.toLowerCase()}`);
  const left = words.filter((word) => !has(word));
  return left.length === words.length ? undefined : left;
}

/** The key of a process is written in small and capital letters, and what somebody types mostly is not. */
const runsBeginning = (typed: string): Question[] => {
  const asWritten = definitions
    .filter(({ key }) => typed.toLowerCase().startsWith(key.toLowerCase()))
    .map(({ key }) => `${key}${typed.slice(key.length).toUpperCase()}`);
  return [...new Set([typed, ...asWritten])].map((text) => ({ where: beginning('_id', text) }));
};

async function runLines({ api: { store }, caller, typed, limit }: Asked): Promise<Line[]> {
  const { language } = caller.person;
  const called = definitions.flatMap(({ key, title }) => {
    const left = wordsLeft(title[language], wordsOf(typed));
    return left === undefined ? [] : [{ where: { process: key, ...wordsIn('key', left) }, sort: { openedAt: -1, _id: -1 } as const }];
  });
  const own = await scope(caller, 'runs', store);
  const found = await inTurn(store.runs, { own, limit }, [...runsBeginning(typed), ...called]);
  return found.map(({ id, process, key, status }) => ({
    ...{ kind: 'runs' as const, id, status, title: nameOfRun({ process, key }, language) },
  }));
}

const openStates: Filter = { $in: [...unansweredStates, 'submitted'] };

/** By id whatever became of them; by their title, and by what they are about beside it, only those that are open. */
async function taskLinesOf({ api: { store }, caller, typed, limit }: Asked): Promise<Line[]> {
  const { language } = caller.person;
  const called = definitions.flatMap(({ key, tasks }) =>
    Object.entries(tasks).flatMap(([task, { title }]) => {
      const left = wordsLeft(title[language], wordsOf(typed));
      const where = { process: key, state: openStates, task, ...wordsIn('about', left ?? []) };
      return left === undefined ? [] : [{ where, sort: { due: 1, _id: 1 } as const }];
    }),
  );
  const own = await scope(caller, 'tasks', store);
  const found = await inTurn(store.tasks, { own, limit }, [...runsBeginning(typed), ...called]);
  return found.map((task) => taskLine(task, language, caller));
}

function taskLine({ id, run, process, task, about, state, assignee }: Task, language: Language, caller: Caller): Line {
  const mine = assignee === caller.id && !isClosed(state);
  return {
    ...{ kind: 'tasks', id, run, status: state, person: assignee },
    title: definitionOf(process)?.tasks[task]?.title[language] ?? task,
    ...(about !== undefined && { about }),
    ...(mine && { mine }),
  };
}
