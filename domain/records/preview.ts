import { z } from 'zod';
import { Day, Instant, Period } from './common.ts';

const Named = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'NamedPerson' });

/** What somebody would be asked, with every rung, date and recipient. */
export const PreviewTask = z
  .strictObject({
    task: z.string(),
    title: z.string(),
    about: z.string().optional(),
    assignee: Named,
    onBehalfOf: Named.optional(),
    opensAt: Instant,
    due: Instant,
    rungs: z.array(z.strictObject({ key: z.string(), at: Instant, letter: z.string(), level: z.int(), to: z.array(Named) })),
  })
  .meta({ id: 'PreviewTask' });
export type PreviewTask = z.infer<typeof PreviewTask>;

/** What a run would ask if it opened now. */
export const Preview = z
  .strictObject({
    exists: z.string().optional().meta({ description: 'The run that this key has already: opening another one is refused.' }),
    opensAt: Instant,
    total: z.int(),
    people: z.array(Named.extend({ asked: z.int(), due: Instant })).meta({ description: 'Who is asked how much, most first.' }),
    tasks: z.array(PreviewTask).meta({ description: 'At most 2,000.' }),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

/** A year as it would go if everybody answered on the last day. */
export const Simulation = z
  .strictObject({
    year: z.int(),
    runs: z.array(z.strictObject({ process: z.string(), schedule: z.string(), period: Period, day: Day, tasks: z.int(), people: z.int() })),
    people: z.array(
      z.strictObject({ person: z.string(), name: z.string(), tasks: z.int(), mails: z.int(), months: z.array(z.int()).length(12) }),
    ),
    busy: z.array(z.strictObject({ day: Day, person: z.string(), name: z.string(), open: z.int() })),
  })
  .meta({ id: 'Simulation' });
export type Simulation = z.infer<typeof Simulation>;
