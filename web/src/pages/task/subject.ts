import type { TFunction } from 'i18next';
import type { TaskReading, WordsOfTask } from '../../../../domain/records/reading.ts';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import type { Who } from '../../data/queries.ts';
import { questionOf, subjectOf } from '../../words/asking.ts';
import type { Days } from '../../words/useDays.ts';

/** All that a page of one task is made of. */
export type Shown = { task: TaskDetail; reading: TaskReading; words: WordsOfTask; who: Who };

/** What a task asks of this reader: an answer, a decision, nothing while it waits for somebody else, or only to be read. */
export type What = 'answer' | 'confirm' | 'extension' | 'handOver' | 'waits' | 'read';

export const may = ({ allowed, waivable }: Pick<TaskDetail, 'allowed' | 'waivable'>, what: string): boolean =>
  allowed.includes(what) || waivable.includes(what);

export const isMine = ({ task, who }: Pick<Shown, 'task' | 'who'>): boolean =>
  task.assignee === who.person || task.onBehalfOf === who.person;

export function whatOf(shown: Pick<Shown, 'task' | 'who'>): What {
  const { task } = shown;
  if (may(task, 'complete') && isMine(shown)) return 'answer';
  if (task.state === 'submitted' && may(task, 'confirm')) return 'confirm';
  if (may(task, 'decideExtension')) return 'extension';
  if (task.handOver !== undefined && may(task, 'reassign')) return 'handOver';
  if (may(task, 'complete')) return 'answer';
  return task.state === 'submitted' ? 'waits' : 'read';
}

export const askedExtension = ({ extensions }: Pick<TaskDetail, 'extensions'>) => extensions?.find(({ state }) => state === 'asked');

export const nameIn = ({ people }: Pick<TaskReading, 'people'>, id: string | undefined): string =>
  id === undefined ? '' : (people[id] ?? id);

type Speaking = { t: TFunction; language: string; days: Days };

/** The question to whoever is asked, the news to whoever decides, and to everybody else what is to be done. */
export function titleOf(shown: Shown, { t, language, days }: Speaking): string {
  const { task, reading, words } = shown;
  const name = (id: string | undefined) => nameIn(reading, id);
  const asked = askedExtension(task);
  switch (whatOf(shown)) {
    case 'confirm':
      return t('tasks.decide.confirmTitle', { name: name(task.answeredBy?.person) });
    case 'extension':
      return t('tasks.decide.extensionTitle', { name: name(asked?.askedBy), day: days.longDay(asked?.until ?? '') });
    case 'handOver':
      return t('tasks.decide.handOverTitle', { name: name(task.handOver?.askedBy) });
    case 'waits':
      return t('tasks.decide.waitsTitle', { name: task.confirmerName ?? '' });
    case 'answer':
      return isMine(shown) ? questionOf(words, countingOf(shown, days), language) : subjectOf(words, countingOf(shown, days), language);
    case 'read':
      return subjectOf(words, countingOf(shown, days), language);
  }
}

function countingOf({ task, reading }: Shown, days: Days) {
  const last = reading.risk?.last?.day;
  return { count: 1, reference: task.about, since: last === undefined ? undefined : days.month(last) };
}
