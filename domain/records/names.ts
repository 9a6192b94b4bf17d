import { z } from 'zod';

/** Somebody, by id and name. */
export const PersonName = z
  .strictObject({ id: z.string(), name: z.string(), left: z.boolean().optional().meta({ description: 'Is not here any more.' }) })
  .meta({ id: 'PersonName' });
export type PersonName = z.infer<typeof PersonName>;

/** Somebody who is here and may be chosen. */
export const Colleague = z
  .strictObject({
    ...{ id: z.string(), name: z.string() },
    email: z.string().optional().meta({ description: 'Where others among them are called the same.' }),
  })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof Colleague>;

/** Whom a name means that somebody has typed. */
export const Named = z
  .strictObject({
    person: z.strictObject({ id: z.string(), name: z.string() }).optional(),
    why: z.enum(['nobodyNamed', 'severalNamed']).optional().meta({ description: 'Why it names nobody in particular.' }),
  })
  .meta({ id: 'Named' });
export type Named = z.infer<typeof Named>;
