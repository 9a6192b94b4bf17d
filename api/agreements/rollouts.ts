import type { Day } from '../../domain/records/common.ts';
import type { RolloutItem } from '../../domain/records/rollout.ts';
import type { Detail } from '../../domain/refusal.ts';
import { calendarOf } from '../../domain/sites.ts';
import { progressOfCampaign } from '../../models/campaigns.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { itemProblem, progressOf } from '../../models/rollouts.ts';
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
  const known = new Set((await store.rolloutItems.find({ rollout, state: { $ne: 'removed' } })).map(({ item }) => item));
  const today = await todayIn(store, now);
  const said = [
    ...done.map((item) => ({ path: 'done', item })),
    ...exceptions.map(({ item }, n) => ({ path: `exceptions.${n}.item`, item })),
  ];
  const unknown = said
    .filter(({ item }) => !known.has(item))
    .map(({ path, item }) => problem(path, `${item} is no part of ${rollout}.`, `${item} gehört nicht zu ${rollout}.`));
  const twice = said.filter(({ item }, n) => said.findIndex((one) => one.item === item) < n);
  const wrong = exceptions.flatMap((exception, n) => {
    const found = itemProblem({ ...exception, state: 'excepted' }, today);
    return found === undefined ? [] : [problem(`exceptions.${n}.${found.field}`, found.message, found.de)];
  });
  return [...unknown, ...twice.map(({ path, item }) => problem(path, `${item} is named twice.`, `${item} ist doppelt genannt.`)), ...wrong];
};
