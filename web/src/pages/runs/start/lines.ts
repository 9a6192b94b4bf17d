import type { PreviewTask } from '../../../../../domain/records/preview.ts';

/** What one person would be asked of one kind by one date, with what their ladder would do. */
export type AskedLine = {
  key: string;
  who: string;
  onBehalfOf?: string;
  title: string;
  count: number;
  about: string[];
  opensAt: string;
  due: string;
  reminded: string[];
  told: { at: string; level: number; to: string[] }[];
};

/** Like tasks of one person together, as they are one mail; in the order of their dates. */
export function linesOf(tasks: readonly PreviewTask[]): AskedLine[] {
  const lines = new Map<string, AskedLine>();
  for (const task of tasks) {
    const key = [task.assignee.id, task.task, task.opensAt, task.due].join(' ');
    const line = lines.get(key) ?? lineOf(key, task);
    lines.set(key, { ...line, count: line.count + 1, about: task.about === undefined ? line.about : [...line.about, task.about] });
  }
  return [...lines.values()].sort((a, b) => (a.due === b.due ? a.who.localeCompare(b.who) : a.due < b.due ? -1 : 1));
}

function lineOf(key: string, { assignee, onBehalfOf, title, opensAt, due, rungs }: PreviewTask): AskedLine {
  return {
    ...{ key, who: assignee.name, title, count: 0, about: [], opensAt, due },
    ...(onBehalfOf !== undefined && { onBehalfOf: onBehalfOf.name }),
    reminded: rungs.filter(({ level, letter }) => level === 0 && letter !== 'none').map(({ at }) => at),
    told: rungs
      .filter(({ level }) => level > 0)
      .map(({ at, level, to }) => ({ at, level, to: to.filter(({ id }) => id !== assignee.id).map(({ name }) => name) })),
  };
}
