import { engine } from '../domain/records/common.ts';
import { accountableFor, holdersOf } from '../models/people.ts';
import { changeRecord } from '../models/registers.ts';
import type { Activities } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { processOf } from './knowledge.ts';
import { createOpenRun, openOrFind } from './openRun.ts';
import { shortId } from './shortId.ts';

/** What is proposed is a record of its own and a run that asks for a decision on it: nothing waits for somebody to look into a list. */
export const createPropose =
  (deps: Deps): Activities['propose'] =>
  async ({ proposed, about, reason, starting, to, run, process, at, key }) => {
    const { store, clock } = deps;
    const id = shortId(about, key);
    const proposedAt = clock.toOrganization(at);
    const decider = to ?? ((await holdersOf(store, 'ismsManager'))[0] ?? (await accountableFor(store, processOf(process)))).id;
    await changeRecord(store, {
      ...{ register: 'proposals', id, at: proposedAt, actor: engine, event: 'proposed', key },
      set: { process: proposed, about, run, to: decider, reason, ...(starting && { subject: starting }), proposedAt, status: 'open' },
    });
    await openOrFind(createOpenRun(deps), { process: 'proposal', subject: { proposal: id }, actor: engine, startedBy: run });
  };
