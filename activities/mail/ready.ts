import type { Calendar } from '../../domain/calendar.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import { digestsAround, type MailTimes, mailTimesOf, quietUntil } from '../../domain/mailTimes.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { MailDeps } from '../deps.ts';
import { ladderNameOf } from '../knowledge.ts';

/** Which of the letters may go out now, whether they are somebody's daily mail, and when one of the others may, in the organization's time. */
export type Ready = { letters: Letter[]; digest: boolean; next?: Instant };

type Reader = { person: Person; times: MailTimes; calendar: Calendar; at: Instant };

export async function readyOf(deps: MailDeps, person: Person, waiting: readonly Letter[], at: Instant): Promise<Ready> {
  const settings = await settingsNow(deps.store);
  const reader = { person, times: mailTimesOf(settings, person), calendar: calendarOf(settings, person), at };
  const quiet = quietUntil(reader.calendar, reader.times.quiet, at);
  if (quiet !== undefined) return only(waiting, ({ urgent }) => urgent, quiet);
  if (reader.times.digest === 'atOnce') return { letters: [...waiting], digest: false };
  return ofTheDay(deps, reader, waiting);
}

function only(waiting: readonly Letter[], isReady: (letter: Letter) => boolean, next: Instant): Ready {
  const letters = waiting.filter(isReady);
  return { letters, digest: false, ...(letters.length < waiting.length && { next }) };
}

const minuteMs = 60_000;
/** What comes within half an hour of the hour still belongs to its mail: the rungs of a day are reached at the same hour. */
const graceMs = 30 * minuteMs;
/** With a fast clock half an hour is nothing; a rung takes a moment of real time to become a letter. */
const leastRealGraceMs = 3_000;

async function ofTheDay(deps: MailDeps, { person, times, calendar, at }: Reader, waiting: readonly Letter[]): Promise<Ready> {
  const { store, clock } = deps;
  const { last, next } = digestsAround(calendar, times.hour, at);
  const until = toInstant(toMs(last) + Math.max(graceMs, leastRealGraceMs * clock.speed));
  const isDue = waiting.some((letter) => letter.at <= until) && !(await hadOneSince(store, person, last));
  if (isDue) return { letters: [...waiting], digest: true };
  const tasks = await store.tasks.find({ id: { $in: waiting.flatMap(({ task }) => task ?? []) } });
  const isPromptNow = (letter: Letter) =>
    isPrompt(
      letter,
      tasks.find(({ id }) => id === letter.task),
      at,
      next,
    );
  return only(waiting, isPromptNow, next);
}

const hadOneSince = async (store: MailDeps['store'], { id: person }: Person, last: Instant): Promise<boolean> =>
  (await store.mails.first({ person, at: { $gte: last }, digest: true })) !== undefined;

/** Receipts, because an answer by link may not have been the person's; invitations, because somebody waits; whom no mail reaches. */
const promptKinds = new Set<Letter['kind']>(['outcome', 'invitation', 'unreached']);

/** Waits for no daily mail: it is urgent or an approval, or would come after the date it is about. */
function isPrompt({ kind, urgent, facts }: Letter, task: Task | undefined, now: Instant, next: Instant): boolean {
  if (urgent || promptKinds.has(kind) || facts.early === true) return true;
  if (task === undefined) return false;
  const ladder = ladderNameOf(task);
  return task.approval === true || ladder === 'approval' || ladder === 'urgent' || (task.due > now && task.due <= next);
}
