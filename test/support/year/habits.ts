import { type Clock, toInstant, toMs } from '../../../domain/clock.ts';
import type { Instant } from '../../../domain/records/common.ts';
import type { Task } from '../../../domain/records/task.ts';
import { sha256 } from '../../../models/trail.ts';

/** What somebody does about a task that is asked of them. */
type Act = 'answer' | 'askForTime' | 'waive';

const dayMs = 86_400_000;
const after = (instant: Instant, days: number): Instant => toInstant(toMs(instant) + days * dayMs);

/** What is decided by a program's dice is the same in every year: by the name of the task. */
const drawn = ({ id }: Task, sides: number): number => Number.parseInt(sha256(id).slice(0, 8), 16) % sides;

const isJudgement = ({ process, task }: Task): boolean => process === 'riskReview' && task === 'reassess';
const isOfTheCycle = ({ process }: Task): boolean => process === 'pdcaCycle';

/** On the last days before the holidays everybody clears their desk; then nobody works until the new year. */
const monthAndDay = (now: Instant): string => now.slice(5, 10);
const clearsTheDesk = (now: Instant): boolean => monthAndDay(now) >= '12-16' && monthAndDay(now) < '12-23';
export const areHolidays = (now: Instant): boolean => monthAndDay(now) >= '12-23' || monthAndDay(now) < '01-05';

/**
 * What is to be done about this task now. Most answer within some days; of twenty two are late, one asks for more time, and of the judgements of the
 * quarter one is waived and four wait until top management has heard of them.
 */
export function actOn(task: Task, clock: Clock): Act | undefined {
  const now = clock.now();
  const draw = isOfTheCycle(task) ? -1 : drawn(task, 20);
  if (clearsTheDesk(now)) return 'answer';
  if (draw === 13 && isJudgement(task)) return now > after(task.openedAt, 3) ? 'waive' : undefined;
  if (draw === 2 && task.extensions === undefined && now < after(task.due, -2))
    return now > after(task.openedAt, 1) ? 'askForTime' : undefined;
  return now > after(...answersFrom(task, draw)) ? 'answer' : undefined;
}

function answersFrom(task: Task, draw: number): [from: Instant, days: number] {
  if (draw === 0) return [task.due, 2];
  if (draw === 1) return [task.due, 5];
  if (draw === 2) return [task.baselineDue, 3];
  if (draw >= 4 && draw <= 7 && isJudgement(task)) return [task.due, 18];
  return [task.openedAt, 1 + drawn(task, 7) / 2];
}
