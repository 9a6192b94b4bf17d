import { z } from 'zod';
import { Day, Instant } from './common.ts';
import { Departure } from './departure.ts';
import { PersonName } from './names.ts';
import { Person } from './person.ts';

/** A person with what stands around them, as their page shows it. */
export const PersonDetail = z
  .strictObject({
    ...Person.shape,
    names: z.record(z.string(), z.string()).meta({ description: 'Names of manager and deputy, by id.' }),
    manages: z.int().meta({ description: 'How many people they manage.' }),
    deputizesFor: z.array(PersonName),
    waiting: z.int().meta({ description: 'Letters to them that are not sent yet.' }),
    departure: z
      .strictObject({ state: Departure.shape.state, at: Instant })
      .optional()
      .meta({ description: 'How far the latest departure is, where there was one.' }),
    today: Day.meta({ description: 'Where they work, by the clock of the organization.' }),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof PersonDetail>;
