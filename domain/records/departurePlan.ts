import { z } from 'zod';
import { Instant } from './common.ts';
import { Departure, OwnedRecord } from './departure.ts';
import { RoleAssignment } from './person.ts';
import { TaskState } from './task.ts';

/** `extension`: the person decides whether there is more time. */
const TaskPart = z.enum(['assignee', 'onBehalfOf', 'confirmer', 'accountable', 'deputy', 'extension']);

/** A task in which somebody who leaves has a part. */
export const LeavingTask = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    about: z.string().optional(),
    state: TaskState,
    due: Instant,
    zone: z.string(),
    parts: z.array(TaskPart),
    to: z.record(z.string(), z.string()).meta({ description: 'Part to person: who takes over what.' }),
    barred: z.boolean().meta({ description: 'Duties are separated: the successor may not take it, somebody else does.' }),
    stays: z.array(TaskPart).meta({ description: 'What nobody may take: the ISMS manager has to see to it.' }),
  })
  .meta({ id: 'LeavingTask' });
export type LeavingTask = z.infer<typeof LeavingTask>;

/** Everything that is a person's, and whose it will be. */
export const DeparturePlan = z
  .strictObject({
    person: z.string(),
    name: z.string(),
    to: z.string().optional(),
    roles: z.array(RoleAssignment),
    given: z.array(RoleAssignment).meta({ description: 'Roles that the successor gets and does not hold yet.' }),
    records: z.array(OwnedRecord),
    people: z
      .array(z.strictObject({ id: z.string(), name: z.string(), as: z.enum(['manager', 'deputy']), to: z.string().optional() }))
      .meta({ description: 'Whose manager or deputy the person is, and who is that instead.' }),
    tasks: z.array(LeavingTask),
    names: z.record(z.string(), z.string()).meta({ description: 'Names of all who take something over, by id.' }),
    problems: z.array(z.strictObject({ path: z.string(), message: z.string() })).meta({ description: 'Why it cannot be carried out so.' }),
    departure: Departure.optional().meta({ description: 'Its record, once it is carried out.' }),
  })
  .meta({ id: 'DeparturePlan' });
export type DeparturePlan = z.infer<typeof DeparturePlan>;
