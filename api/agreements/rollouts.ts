import type { Words } from '../../domain/process.ts';
import type { Day } from '../../domain/records/common.ts';
import type { RolloutItem } from '../../domain/records/rollout.ts';
import type { Detail } from '../../domain/refusal.ts';
import { calendarOf } from '../../domain/sites.ts';
import { progressOfCampaign } from '../../models/campaigns.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { endedExceptions, itemProblem, progressOf } from '../../models/rollouts.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

type Exception = Pick<RolloutItem, 'item' | 'reason' | 'until'>;

const todayIn = async (store: Store, now: string): Promise<Day> => calendarOf(await settingsNow(store), undefined).dayOf(now);

/** Nobody says that a control is in place that has not reached all that it is for. */
export const isRolledOut: Check = async (store, { about = '' }, _outcome, now) => {
  const { of, open } = await progressOf(store, { control: about }, await todayIn(store, now));
  return [
    ...(open === 0
      ? []
      : [
          problem(
            'result',
            `${open} of ${of} are neither done nor excepted yet: see the rollout of ${about}.`,
            `${open} von ${of} sind noch weder erledigt noch ausgenommen: Das steht im Rollout von ${about}.`,
          ),
        ]),
    ...(await stillAsked(store, about)),
  ];
};

/** A campaign that has ended holds nobody up: whoever was missing then is taken up as a nonconformity. */
async function stillAsked(store: Store, control: string): Promise<Detail[]> {
  const open = await store.campaigns.find({ control, status: { $in: ['draft', 'running'] } });
  const counted = await Promise.all(open.map(async (one) => ({ id: one.id, ...(await progressOfCampaign(store, one)) })));
  return counted
    .filter(({ asked, missing }) => missing > 0 || asked === 0)
    .map(({ id, asked, missing }) =>
      asked === 0
        ? problem('result', `The campaign ${id} has not begun.`, `Die Kampagne ${id} hat noch nicht begonnen.`)
        : problem(
            'result',
            `${missing} of ${asked} have not answered ${id} yet.`,
            `${missing} von ${asked} haben auf ${id} noch nicht geantwortet.`,
          ),
    );
}

/** What is said of a rollout names items that it has, each once; an exception ends (G14). */
export const rolloutAgrees: Check = async (store, { run }, outcome, now) => {
  const { done, exceptions } = outcome as { done: string[]; exceptions: Exception[] };
  const rollout = String((await store.runs.get(run))?.subject.rollout);
  const known = await store.rolloutItems.find({ rollout, state: { $ne: 'removed' } });
  const named = [...doneAt(done), ...eachAt('exceptions', exceptions)];
  const unknown = namedBeside(named, known, (item) => ({
    en: `${item} is no part of ${rollout}.`,
    de: `${item} gehört nicht zu ${rollout}.`,
  }));
  return [...unknown, ...namedTwice(named), ...wrongEnds('exceptions', exceptions, await todayIn(store, now))];
};

/** What is said of exceptions that have ended names those that ended, each once; what is left out for longer ends again (G14). */
export const endedExceptionsAgree: Check = async (store, { run }, outcome, now) => {
  const { done, extended, removed } = outcome as { done: string[]; extended: Exception[]; removed: Pick<Exception, 'item'>[] };
  const { rollout, until } = (await store.runs.get(run))?.subject ?? {};
  const ended = await endedExceptions(store, String(rollout), String(until));
  const named = [...doneAt(done), ...eachAt('extended', extended), ...eachAt('removed', removed)];
  const others = namedBeside(named, ended, (item) => ({
    en: `The exception of ${item} did not end on ${until}.`,
    de: `Die Ausnahme von ${item} endete nicht am ${until}.`,
  }));
  return [...others, ...namedTwice(named), ...wrongEnds('extended', extended, await todayIn(store, now))];
};

type Named = { path: string; item: string };

const doneAt = (items: readonly string[]): Named[] => items.map((item) => ({ path: 'done', item }));
const eachAt = (field: string, all: readonly Pick<Exception, 'item'>[]): Named[] =>
  all.map(({ item }, n) => ({ path: `${field}.${n}.item`, item }));

function namedBeside(named: readonly Named[], known: readonly Pick<RolloutItem, 'item'>[], sentence: (item: string) => Words): Detail[] {
  const ids = new Set(known.map(({ item }) => item));
  return named
    .filter(({ item }) => !ids.has(item))
    .map(({ path, item }) => {
      const { en, de } = sentence(item);
      return problem(path, en, de);
    });
}

const namedTwice = (named: readonly Named[]): Detail[] =>
  named
    .filter(({ item }, n) => named.findIndex((one) => one.item === item) < n)
    .map(({ path, item }) => problem(path, `${item} is named twice.`, `${item} ist doppelt genannt.`));

const wrongEnds = (field: string, exceptions: readonly Exception[], today: Day): Detail[] =>
  exceptions.flatMap((exception, n) => {
    const found = itemProblem({ ...exception, state: 'excepted' }, today);
    return found === undefined ? [] : [problem(`${field}.${n}.${found.field}`, found.message, found.de)];
  });
