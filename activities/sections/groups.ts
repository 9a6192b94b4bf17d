import type { Letter } from '../../domain/records/letter.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Store } from '../../models/store.ts';

/**
 * Letters that make one section of a mail: of one kind, one run, and the same in all that the section says. Decisions of several runs stand together;
 * `run` is then the first of them.
 */
export type Group = { kind: Letter['kind']; letters: [Letter, ...Letter[]]; tasks: Task[]; run: Run };

export async function groupsOf(store: Store, letters: readonly Letter[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const tasks = byId(await store.tasks.find({ id: { $in: letters.flatMap((letter) => letter.task ?? []) } }));
  const runs = byId(await store.runs.find({ id: { $in: [...new Set(letters.flatMap((letter) => letter.run ?? []))] } }));
  for (const letter of letters) {
    const task = tasks.get(letter.task ?? '');
    const run = runs.get(letter.run ?? '');
    if (run !== undefined) addTo(groups, { letter, task, run });
  }
  for (const group of groups.values()) group.tasks.sort(byReference);
  return [...groups.values()];
}

function addTo(groups: Map<string, Group>, { letter, task, run }: { letter: Letter; task: Task | undefined; run: Run }): void {
  const key = keyOf(letter, task, run);
  const tasks = task === undefined ? [] : [task];
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { kind: letter.kind, letters: [letter], tasks, run });
  else {
    group.letters.push(letter);
    group.tasks.push(...tasks);
  }
}

/** What a section says once for all its tasks must be the same for them. */
function keyOf({ kind, facts }: Letter, task: Task | undefined, run: Run): string {
  const { level, as, from, to, by, how, until, granted, proposed, early, confirming, said: became, what, again } = facts;
  const said = [level, as, from, to, by, how, until, granted, proposed, early, confirming, became, what, again];
  const place = isDecision(kind, facts, task) ? run.process : run.id;
  return [kind, place, task?.task, ...said.map((one) => String(one ?? '')), task === undefined ? '' : whose(kind, facts, task)].join('|');
}

/** Decisions are runs of their own, and one person has them on one page; so do those who learn what came of them. */
const isDecision = (kind: Letter['kind'], { proposed }: Letter['facts'], task: Task | undefined): boolean =>
  kind === 'acceptance' || (task === undefined ? proposed === 'riskTreatment' : task.approval === true && task.attempt === 1);

/** Of whom or in whose stead something is asked; what somebody says about one answer is about that one only. */
function whose(kind: Letter['kind'], { confirming }: Letter['facts'], { id, assignee, onBehalfOf, confirmer, answeredBy }: Task): string {
  if (kind === 'returned') return id;
  if (confirming === true) return `${confirmer} ${answeredBy?.person}`;
  return kind === 'escalation' || kind === 'unreached' || kind === 'proposal' ? `${assignee} ${onBehalfOf}` : `${onBehalfOf}`;
}

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((record) => [record.id, record]));

const byReference = (a: Task, b: Task): number => (a.about ?? '').localeCompare(b.about ?? '', 'en', { numeric: true });
