import { z } from 'zod';
import { cast } from './cast.ts';
import { invitationTo, letterKey } from './facts.ts';
import { personIn, type Stage } from './owners.ts';
import { acceptInvitation, ask, type Person, signIn } from './person.ts';
import { addDays } from './quarter.ts';

const Versioned = z.object({ version: z.int() });
const Anything = z.unknown();

/** Before the quarter: who is away is noted, and those who decide or want it get an account. */
export async function prepares(stage: Stage, opening: string, password: string): Promise<void> {
  const manager = personIn(stage, cast.manager);
  await signIn(stage, manager, password);
  await notesLeave(stage, manager, opening);
  const invited = [cast.answersAfterSigningIn, cast.delegates, cast.standsIn].map((id) => personIn(stage, id));
  await Promise.all(invited.map((person) => invites(stage, manager, person)));
}

async function notesLeave(stage: Stage, manager: Person, opening: string): Promise<void> {
  const { id, version } = personIn(stage, cast.isAway);
  const absences = [{ from: addDays(opening, -3), to: addDays(opening, 40) }];
  await ask(stage, manager, { method: 'PATCH', path: `/registers/people/${id}`, body: { version, absences } }, Anything);
}

async function invites(stage: Stage, manager: Person, person: Person): Promise<void> {
  await ask(stage, manager, { method: 'POST', path: `/people/${person.id}/invitation`, body: {} }, Anything);
  await acceptInvitation(stage, person, (facts) => invitationTo(facts, person.id));
}

/** Grants the first wish for more time as soon as the mail is there. */
export const grantsTime = (stage: Stage): Promise<void> =>
  answers(stage, 'extensionAsked', 'extensionDecision', { granted: true, reason: 'A second laboratory is worth a week.' });

/** Looks at all answers together when that is asked. */
export const checks = (stage: Stage): Promise<void> =>
  answers(stage, 'opened', 'completion', {
    outcome: { consistent: true, newRisks: 0, note: 'Read side by side; what is still open is with its owner.' },
  });

/** Waits for a letter of this kind, and gives this command to the task it is about. */
async function answers(stage: Stage, kind: string, command: string, body: object): Promise<void> {
  const who = personIn(stage, cast.manager);
  const task = await stage.watch.until(`a mail to ${who.name} (${kind})`, ({ mails }) =>
    mails
      .filter(({ person }) => person === who.id)
      .flatMap(({ letters }) => letters.map(letterKey))
      .find((key) => key?.kind === kind && key.run.startsWith('riskReview-')),
  );
  await ask(stage, who, { method: 'POST', path: `/tasks/${encodeURIComponent(task.task)}/${command}`, body }, Anything);
}

/** What was unanswered up to its last level is dealt with as well, so that nobody is asked any more when the story ends. */
export async function triages(stage: Stage, tasks: readonly string[]): Promise<void> {
  const outcome = { decision: 'reject', reason: 'It was answered in the end, and the reasons were talked over.' };
  for (const task of tasks)
    await ask(
      stage,
      personIn(stage, cast.manager),
      { method: 'POST', path: `/tasks/${encodeURIComponent(task)}/completion`, body: { outcome } },
      Anything,
    );
}

type Opening = { id: string; version: number };

/** So that nothing else opens, while the story is about one process or somebody looks around; the organization's time runs on. */
export async function pausesTheSchedules(stage: Stage, schedules: readonly Opening[], note: string): Promise<void> {
  for (const { id, version } of schedules)
    await ask(stage, personIn(stage, cast.manager), { method: 'POST', path: `/schedules/${id}/pause`, body: { note, version } }, Versioned);
}
