import { z } from 'zod';
import { pageAnswer } from '../../cli/answers.ts';
import type { Client } from '../../cli/client.ts';
import { Settings } from '../../domain/records/settings.ts';
import { idIn, isClosed, Name, runOf } from './facts.ts';
import { receivedBy } from './mailbox.ts';
import { checks, grantsTime, pausesTheSchedules, prepares, triages } from './manager.ts';
import { AskedTask, type Found } from './numbers.ts';
import {
  answersAfterSigningIn,
  answersTheMail,
  answersWhatIsDelegated,
  approves,
  delegatesAndRetains,
  needsTime,
  type Stage,
  takesAWeek,
} from './owners.ts';
import { newPerson, type Place } from './person.ts';
import type { Quarter } from './quarter.ts';

/** Everybody in their own time; each waits for a mail of theirs, for a decision of somebody else, or for a day. */
const scenes: readonly ((stage: Stage) => Promise<void>)[] = [
  answersTheMail('answersAtOnce', 'opened'),
  answersAfterSigningIn,
  needsTime,
  answersWhatIsDelegated,
  grantsTime,
  takesAWeek,
  answersTheMail('waitsForTheReminder', 'reminder'),
  answersTheMail('staysSilent', 'late3'),
  answersTheMail('standsIn', 'opened'),
  delegatesAndRetains,
  approves,
  checks,
];

type Setting = { client: Client; quarter: Quarter; password: string };

/** People of the organization by their ids, and its settings. */
export async function stageFor({ client, ...place }: Place & { client: Client }): Promise<Stage> {
  const [{ items }, settings] = await Promise.all([client.get('/registers/people', pageAnswer(Name)), client.get('/settings', Settings)]);
  return { ...place, settings, people: new Map((items as Name[]).map((name) => [name.id, newPerson(name)])) };
}

/** The quarter from the days before it until its review has closed. Returns the id of that run. */
export async function play(stage: Stage, { client, quarter, password }: Setting): Promise<string> {
  await prepares(stage, quarter.opening, password);
  const isOther = ({ id }: Schedule) => !id.startsWith('riskReview');
  await pausesTheSchedules(stage, (await schedulesOf(client)).filter(isOther), 'This quarter is about the risk review.');
  await Promise.all(scenes.map((scene) => scene(stage)));
  const run = idIn(await stage.watch.until('the review', (facts) => runOf(facts, 'riskReview')));
  await stage.watch.until('the review to close', (facts) => isClosed(facts, run));
  const open = await client.get('/tasks', pageAnswer(Listed), { process: 'correctiveAction', status: 'open', limit: '100' });
  await triages(
    stage,
    (open.items as { id: string }[]).map(({ id }) => id),
  );
  await pausesTheSchedules(stage, await schedulesOf(client), 'The demonstration is over.');
  return run;
}

const Schedule = z.object({ id: z.string(), version: z.int(), paused: z.boolean() });
type Schedule = z.infer<typeof Schedule>;

/** What would open by itself. */
const schedulesOf = async (client: Client): Promise<Schedule[]> =>
  (await client.get('/schedules', z.object({ items: z.array(Schedule) }))).items.filter(({ paused }) => !paused);

const Listed = z.object({ id: z.string() });
const Accepted = z.object({ state: z.string() });

/** What the API and the mailbox say at the end. */
export async function found(client: Client, mail: string): Promise<Found> {
  const all = { limit: '500' };
  const [tasks, acceptances, nonconformities, mails] = await Promise.all([
    client.get('/tasks', pageAnswer(Listed), all),
    client.get('/registers/acceptances', pageAnswer(Accepted), all),
    client.get('/registers/nonconformities', pageAnswer(Listed), all),
    receivedBy(mail),
  ]);
  const details = await Promise.all(
    (tasks.items as { id: string }[]).map(({ id }) => client.get(`/tasks/${encodeURIComponent(id)}`, AskedTask)),
  );
  return {
    tasks: details,
    acceptances: acceptances.items as { state: string }[],
    nonconformities: nonconformities.items as unknown[],
    mails,
  };
}
