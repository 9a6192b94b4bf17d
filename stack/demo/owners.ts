import { z } from 'zod';
import { toInstant, toMs } from '../../domain/clock.ts';
import type { Settings } from '../../domain/records/settings.ts';
import { calendarOf } from '../../domain/sites.ts';
import { cast, delegated, fieldsFor, late, retained } from './cast.ts';
import { type Entry, hasHappened, idIn, openedAbout, runOf } from './facts.ts';
import { ask, must, openMail, type Person, type Place, send } from './person.ts';
import type { Page } from './visitor.ts';

export type Stage = Place & { people: ReadonlyMap<string, Person>; settings: Settings };

const dayMs = 86_400_000;
const Anything = z.unknown();

export function personIn({ people }: Stage, id: string): Person {
  const person = people.get(id);
  if (person === undefined) throw new Error(`The example has no person ${id}.`);
  return person;
}

/** The risks that a page asks about, but for some. */
const risksOn = ({ html }: Page, ...but: string[]): string[] =>
  [...new Set([...html.matchAll(/name="(RSK-\d+)\.likelihood"/g)].map(([, risk = '']) => risk))].filter((risk) => !but.includes(risk));

/** Types an answer to everything on the page, but for some risks, and sends it. */
async function answerAll({ watch }: Stage, who: Person, page: Page, ...but: string[]): Promise<void> {
  const risks = risksOn(page, ...but);
  if (risks.length > 0) await send({ watch }, `the answer of ${who.name}`, () => who.browser.send(page, fieldsFor(risks)));
}

const reviewOf = ({ watch }: Stage): Promise<Entry> => watch.until('the review to open', (facts) => runOf(facts, 'riskReview'));
const runId = async (stage: Stage): Promise<string> => idIn(await reviewOf(stage));

/** Follows the link of the first mail with a letter of these kinds, and answers all that is asked there. */
export const answersTheMail =
  (player: keyof typeof cast, ...kinds: string[]) =>
  async (stage: Stage): Promise<void> => {
    const who = personIn(stage, cast[player]);
    await answerAll(stage, who, await openMail(stage, who, kinds));
  };

export async function takesAWeek(stage: Stage): Promise<void> {
  const who = personIn(stage, cast.takesAWeek);
  const page = await openMail(stage, who, ['opened']);
  const { at } = await reviewOf(stage);
  await stage.watch.time(toInstant(toMs(at) + 6 * dayMs));
  await answerAll(stage, who, page);
}

/** Answers what is there at once, asks for more time for one risk, and answers that after the date that was promised first. */
export async function needsTime(stage: Stage): Promise<void> {
  const { watch } = stage;
  const who = personIn(stage, cast.needsTime);
  const run = await runId(stage);
  const page = await openMail(stage, who, ['opened']);
  const opened = await watch.until(`a question about ${late}`, (facts) => openedAbout(facts, run, late));
  const due = String(opened.data.due);
  const calendar = calendarOf(stage.settings, who);
  const until = calendar.addWorkingDays(calendar.dayOf(due), 5);
  const reason = 'The second laboratory answers next week.';
  const wish = { task: late, until, reason };
  await send(stage, `the wish of ${who.name} for more time`, () => who.browser.command(page, 'extend', wish));
  await answerAll(stage, who, page, late);
  await watch.until(`more time for ${late}`, (facts) => hasHappened(facts, opened.chain, 'extensionGranted'));
  await watch.time(toInstant(toMs(due) + dayMs));
  await answerAll(stage, who, await who.browser.visit(page.url));
}

export const answersWhatIsDelegated = async (stage: Stage): Promise<void> => {
  const who = personIn(stage, cast.needsTime);
  await answerAll(stage, who, await openMail(stage, who, ['delegated']), late);
};

/** Signs in at the invitation, and answers from "my tasks". */
export async function answersAfterSigningIn(stage: Stage): Promise<void> {
  const who = personIn(stage, cast.answersAfterSigningIn);
  const run = await runId(stage);
  await openMail(stage, who, ['opened']);
  await answerAll(stage, who, await myTasks(stage, who, run));
}

async function myTasks({ web }: Stage, who: Person, run: string): Promise<Page> {
  const mine = must(await who.browser.visit(`${web}/tasks`), `my tasks of ${who.name}`);
  const href = [...mine.html.matchAll(/href="(\/tasks\/[^"]+)"/g)].map(([, path = '']) => path).find((path) => path.includes(run));
  if (href === undefined) throw new Error(`My tasks of ${who.name} shows nothing of ${run}.`);
  return must(await who.browser.visit(`${web}${href}`), `the tasks of ${who.name}`);
}

/** Delegates one risk, answers the others, and asks to retain the one that stays above the acceptance rule. */
export async function delegatesAndRetains(stage: Stage): Promise<void> {
  const who = personIn(stage, cast.delegates);
  const run = await runId(stage);
  await openMail(stage, who, ['opened']);
  const to = personIn(stage, cast.needsTime).name;
  const passed = { task: delegated, to, reason: 'You have tried out the spares.' };
  const mine = await myTasks(stage, who, run);
  await send(stage, `the delegation of ${who.name}`, () => who.browser.command(mine, 'delegate', passed));
  await answerAll(stage, who, await myTasks(stage, who, run), delegated);
  const outcome = {
    decision: 'retain',
    justification: `${retained} comes down with the spring release; until then we live with it.`,
    measures: 'Restores are tried out every month, and job cards for two days are printed.',
  };
  await decide(stage, who, 'request', outcome);
}

/** Approves what an owner asks to retain. */
export const approves = (stage: Stage): Promise<void> =>
  decide(stage, personIn(stage, cast.standsIn), 'approve', { decision: 'approve', reason: 'Agreed until the spring release.' });

/** Waits for the mail that asks for this decision, and answers the task it is about. */
async function decide(stage: Stage, who: Person, task: string, outcome: object): Promise<void> {
  const asked = await stage.watch.until(`the question to ${who.name} (${task})`, ({ mails }) =>
    mails
      .filter(({ person }) => person === who.id)
      .flatMap(({ letters }) => letters)
      .find((id) => isAsking(id, task)),
  );
  const id = asked.split('/').slice(0, 4).join('/');
  await ask(stage, who, { method: 'POST', path: `/tasks/${encodeURIComponent(id)}/completion`, body: { outcome } }, Anything);
}

const isAsking = (letter: string, task: string): boolean => letter.startsWith('riskAcceptance-') && letter.includes(`/${task}/`);
