import { definitionId } from '../../domain/process.ts';
import type { Campaign } from '../../domain/records/campaign.ts';
import { engine, type Instant } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import type { RungRule, Settings } from '../../domain/records/settings.ts';
import { isInAudience } from '../../domain/rules/audience.ts';
import { calendarOf } from '../../domain/sites.ts';
import { makeTimetable, type Timetable } from '../../domain/timetable.ts';
import { questionOf, taskFor } from '../../models/campaigns.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { accountableFor } from '../../models/people.ts';
import { remembering } from '../../models/remembering.ts';
import type { Store } from '../../models/store.ts';
import { appendFirst, type NewEntry } from '../../models/trail.ts';
import type { Deps } from '../deps.ts';
import { processOf, taskOf } from '../knowledge.ts';
import { taskBy } from '../openTask.ts';
import type { Post } from '../post.ts';
import { chainOfTask } from '../steps/carryOut.ts';
import { lettersBy } from '../steps/letters.ts';
import { briefOf, ladderOf, type Promised } from '../steps/promised.ts';
import { promisedRungs } from '../steps/rungs.ts';
import { type Piece, type PieceOf, pageSize, pieceOf, theCampaign } from './piece.ts';

type Dates = { zone: string; timetable: Timetable };

type Asking = {
  store: Store;
  settings: Settings;
  campaign: Campaign;
  brief: string;
  run: string;
  at: Instant;
  accountable: string;
  /** By site. */
  dates: Map<string, Dates>;
};

/**
 * Asks the next of those who are in the audience: the first entry of each one's chain, the task, one letter. Whoever was asked before is left alone, and
 * after the date of the campaign nobody new is asked.
 */
export const createAskSome =
  ({ store, clock }: Deps, post: Post) =>
  async ({ campaign: id, brief, after, run, at: real }: PieceOf<{ brief: string }>): Promise<Piece> => {
    const [campaign, settings, { id: accountable }] = await Promise.all([
      theCampaign(store, id),
      settingsNow(store),
      accountableFor(store, processOf('campaign')),
    ]);
    const at = clock.toOrganization(real);
    const people = await store.people.find({ id: { $gt: after }, status: 'active' }, { sort: { _id: 1 }, limit: pageSize });
    const isLate = calendarOf(settings, undefined).dayOf(at) > (campaign.due ?? '');
    const asking = { store: remembering(store, ['people', 'briefs']), settings, campaign, brief, run, at, accountable, dates: new Map() };
    const wanted = isLate ? [] : people.filter((person) => isInAudience(campaign.audience, person));
    const { now, last } = pieceOf(people, await notAskedBefore(asking, wanted));
    await askEach(asking, post, now);
    return { last };
  };

/** Whom a try of this very call may have asked already is asked again, without harm: its letters may be missing. */
async function notAskedBefore({ store, campaign, run, at }: Asking, people: readonly Person[]): Promise<Person[]> {
  const idOf = ({ id }: Person) => questionOf(run, campaign.kind, id);
  const there = await store.tasks.pick({ id: { $in: people.map(idOf) } }, ['openedAt']);
  const before = new Set(there.flatMap(({ id, openedAt }) => (openedAt === at ? [] : [id])));
  return people.filter((person) => !before.has(idOf(person)));
}

async function askEach(asking: Asking, post: Post, people: readonly Person[]): Promise<void> {
  const { store } = asking;
  const entries = await appendFirst(store, await Promise.all(people.map((person) => promisedTo(asking, person))));
  const opened = entries.map((entry) => ({ entry, task: taskBy(entry, { id: idIn(entry.chain), process: 'campaign', attempt: 1 }) }));
  await store.tasks.insertMissing(opened.map(({ task }) => task));
  await post.put(opened.flatMap(({ task, entry }) => lettersBy(task, entry)));
}

const idIn = (chain: string): string => chain.slice(chainOfTask('').length);

/** What each is promised: the same number of working days on the calendar of their own site, and who is told if they are late. */
async function promisedTo(asking: Asking, person: Person): Promise<Omit<NewEntry, 'seq'>> {
  const { store, settings, campaign, brief, run, at, accountable } = asking;
  const definition = processOf('campaign');
  const task = taskFor[campaign.kind];
  const { answer, ladder } = taskOf(definition, task);
  const { zone, timetable } = datesAt(asking, person, ladderOf(settings, ladder));
  const chain = chainOfTask(questionOf(run, campaign.kind, person.id));
  const data: Promised = {
    ...{ run, task, about: campaign.id, assignee: person.id, accountable, answer, inPerson: true },
    ...{ brief: await briefOf(store, brief), due: timetable.due, zone, definition: definitionId(definition) },
    rungs: await promisedRungs(store, timetable, { assignee: person.id, accountable }),
    ...{ settings: settings.version, ladder, key: `${chain}/1` },
  };
  return { chain, at, actor: engine, event: 'opened', data };
}

/** The same for everybody of one site, so it is worked out once. */
function datesAt({ settings, campaign, at, dates }: Asking, person: Person, ladder: RungRule[]): Dates {
  const known = dates.get(person.site);
  if (known !== undefined) return known;
  const calendar = calendarOf(settings, person);
  const due = { from: 'opening', workingDays: campaign.workingDays } as const;
  const found = { zone: calendar.zone, timetable: makeTimetable({ due, ladder, runOpenedAt: at, openedAt: at, calendar }) };
  dates.set(person.site, found);
  return found;
}
