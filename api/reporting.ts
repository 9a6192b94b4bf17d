import { z } from 'zod';
import { openOrFind } from '../activities/openRun.ts';
import { Nonconformity, NonconformitySource } from '../domain/records/nonconformity.ts';
import { createNumbered } from '../models/numbered.ts';
import { accountableFor } from '../models/people.ts';
import { definitionOf } from '../workflows/definitions.ts';
import type { Api } from './deps.ts';
import { invalid } from './mount.ts';
import { actorOf, type Caller } from './policy.ts';
import { reportProblems } from './registerRules.ts';

/** What people see and hear; the other kinds are written by the processes that find them. */
export const Noticed = NonconformitySource.extract(['observation', 'incident', 'complaint', 'supplier', 'exercise', 'certificationBody']);

export type Noticed = z.infer<typeof Noticed>;

/** Something that is not as it should be, as anybody says it (10.2). */
export const Report = z
  .strictObject({
    title: Nonconformity.shape.title.meta({ description: 'What is not as it should be, in one line.' }),
    description: Nonconformity.shape.description,
    kind: Noticed.default('observation').meta({ description: 'Where it came from.' }),
    owner: Nonconformity.shape.owner
      .optional()
      .meta({ description: 'Who answers for the area; whoever is accountable for corrections unless said.' }),
    hardDate: Nonconformity.shape.hardDate.meta({
      description: 'By when somebody outside, such as the certification body, wants it closed.',
    }),
  })
  .meta({ id: 'NonconformityReport' });

const process = 'correctiveAction';

/**
 * Puts a report into the register as a candidate, and opens the run that asks for a decision on it. The same key again finds what it made.
 * @throws Refusal 422 `invalid` when nobody active is the owner it names
 */
export async function reportNonconformity(api: Api, caller: Caller, report: z.output<typeof Report>, key: string): Promise<Nonconformity> {
  const { store, clock, openRun } = api;
  const { kind, owner, ...said } = report;
  const wrong = await reportProblems(store, { owner });
  if (wrong.length > 0) throw invalid(422, wrong);
  const [at, actor, origin] = [clock.now(), actorOf(caller), `report/${key}`];
  const answers = owner ?? (await accountable(api));
  const found = { ...said, source: { kind }, owner: answers, reportedBy: caller.id, proposedAt: at, status: 'candidate' as const, origin };
  const id = await createNumbered(store, { register: 'nonconformities', set: found, at, actor, event: 'reported', key: origin });
  await openOrFind(openRun, { process, subject: { nonconformity: id }, actor });
  const made = await store.nonconformities.get(id);
  if (made === undefined) throw new Error(`${id} was written and is not there`);
  return made;
}

async function accountable({ store }: Api): Promise<string> {
  const definition = definitionOf(process);
  if (definition === undefined) throw new Error(`there is no process ${process}`);
  return (await accountableFor(store, definition)).id;
}
