import { z } from 'zod';

/** UTC with milliseconds, e.g. `2026-10-01T06:00:00.000Z`. The only form in which an instant travels. */
export const Instant = z.iso.datetime({ precision: 3 }).meta({ id: 'Instant' });
export type Instant = z.infer<typeof Instant>;

/** A calendar day, e.g. `2026-10-15`. */
export const Day = z.iso.date().meta({ id: 'Day' });
export type Day = z.infer<typeof Day>;

/** A time of day on the clock of a site, e.g. `08:00`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00')
  .meta({ id: 'ClockTime' });

/** A year, half-year, quarter or month: `2026`, `2026-H2`, `2026-Q4`, `2026-11`. */
export const Period = z
  .string()
  .regex(/^20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/, 'a quarter such as 2026-Q4')
  .meta({
    id: 'Period',
    title: 'Period',
    description: 'A quarter such as 2026-Q4; where the cadence says so a month (2026-11), half-year (2026-H2) or year (2026).',
  });

/** Reference of a record that people write and say: `RSK-017`. It is part of task ids, so no slash and no blank, and of addresses, so not `export`. */
export const Reference = z
  .string()
  .regex(
    /^(?!export$)[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'letters, digits, dot, dash and underscore, at most 40, beginning with a letter or digit; not the word export',
  )
  .meta({ id: 'Reference' });

// Control and bidirectional characters let a title fake another line or another reading direction in a mail.
const unsafe = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const oneLine = (text: string) => text.replace(unsafe, ' ').replace(/ +/g, ' ').trim();

/** One line of text for people, 1 to 200 characters, without control or bidirectional characters. */
export const Title = z.string().max(1000).transform(oneLine).pipe(z.string().min(1, 'must not be empty').max(200)).meta({ id: 'Title' });

/** One sentence, 3 to 500 characters. */
export const Sentence = z
  .string()
  .max(2000)
  .transform(oneLine)
  .pipe(z.string().min(3, 'a sentence of at least 3 characters').max(500, 'at most 500 characters'))
  .meta({ id: 'Sentence' });

/** Text of several lines, up to 5,000 characters. */
export const Prose = z
  .string()
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .trim(),
  )
  .pipe(z.string().max(5000, 'at most 5,000 characters'))
  .meta({ id: 'Prose' });

export const Email = z.email('a mail address').max(254).toLowerCase().meta({ id: 'Email' });

/** A step of a scale, counted from 1. The criteria in force say how far it goes (3, 4 or 5) and what a step is called. */
export const Level = z.int().min(1).max(5).meta({ id: 'Level' });

/** Somebody, by the id of their record. On forms it is typed as a name or a mail address. */
export const PersonId = z.string().min(1).max(60).meta({ id: 'PersonId', names: 'people' });

/** Likelihood and consequence, each a step of its scale. */
export const Levels = z.strictObject({ likelihood: Level, consequence: Level }).meta({ id: 'Levels' });
export type Levels = z.infer<typeof Levels>;

export const Role = z
  .enum([
    'topManagement',
    'ismsManager',
    'processOwner',
    'riskOwner',
    'controlOwner',
    'assetOwner',
    'documentOwner',
    'auditProgrammeManager',
    'auditor',
    'supplierManager',
    'incidentManager',
    'continuityManager',
    'itOperations',
    'humanResources',
    'legal',
    'everyone',
  ])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

export const Language = z.enum(['en', 'de']).meta({ id: 'Language' });
export type Language = z.infer<typeof Language>;

/** The criteria in force order these four: low, medium, high, veryHigh. */
export const Band = z.enum(['low', 'medium', 'high', 'veryHigh']).meta({ id: 'Band' });
export type Band = z.infer<typeof Band>;

/** How somebody acted: by the link in a mail, after signing in, by a program with a token, or the engine by itself. */
export const Via = z.enum(['link', 'login', 'token', 'engine', 'import']).meta({ id: 'Via' });
export type Via = z.infer<typeof Via>;

/** Who acted and how: a person's id, or `engine`. By link it is the address that was proven, not the person. */
export const Actor = z.strictObject({ person: z.string(), via: Via, link: z.string().optional() }).meta({ id: 'Actor' });
export type Actor = z.infer<typeof Actor>;

export const engine: Actor = { person: 'engine', via: 'engine' };
