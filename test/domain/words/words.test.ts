import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { cleanForMail } from '../../../domain/words/clean.ts';
import { datesIn } from '../../../domain/words/dates.ts';
import { mail as germanMail } from '../../../domain/words/de/mail.ts';
import { page as germanPage } from '../../../domain/words/de/page.ts';
import { shared as germanShared } from '../../../domain/words/de/shared.ts';
import { mail } from '../../../domain/words/en/mail.ts';
import { page } from '../../../domain/words/en/page.ts';
import { shared } from '../../../domain/words/en/shared.ts';
import { fieldsOf } from '../../../domain/words/fields.ts';
import { daysLeft, toneOf } from '../../../domain/words/lateness.ts';
import { asRanges } from '../../../domain/words/ranges.ts';
import { speakerOf } from '../../../domain/words/speaker.ts';
import { whoIsTold } from '../../../domain/words/told.ts';
import fc from '../../support/properties.ts';

const now = '2026-10-01T06:00:00.000Z';
const english = speakerOf({ language: 'en', zone: 'Europe/Berlin', now });
const german = speakerOf({ language: 'de', zone: 'Europe/Berlin', now });

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const names = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1] ?? ''))].sort();

describe('Both languages', () => {
  it.each([
    ['shared', shared, germanShared],
    ['mail', mail, germanMail],
    ['page', page, germanPage],
  ])('%s: have the same keys and no value that the other does not know', (_, en, de) => {
    const translated = new Map(leaves(de as Tree));
    for (const [key, text] of leaves(en as Tree)) {
      const other = translated.get(key);
      expect([key, typeof other]).toEqual([key, 'string']);
      // A number or a date may be said by other words in one language; a name that only one of them uses is a mistake.
      const unknown = names(other ?? '').filter((name) => !names(text).includes(name));
      expect([key, unknown]).toEqual([key, []]);
    }
  });

  it('raise their voice nowhere and say nobody is to blame', () => {
    for (const [key, text] of [shared, mail, page, germanShared, germanMail, germanPage].flatMap((words) => leaves(words as Tree)))
      expect([key, /!|successfully|please note|ignored|erfolgreich/i.test(text)]).toEqual([key, false]);
  });
});

describe('Days and times', () => {
  const { dates } = english;
  it('When the year is this one, it is left out; else it is said', () => {
    expect(dates.day('2026-10-15')).toBe('Thu 15 Oct');
    expect(dates.day('2027-01-04')).toBe('Mon 4 Jan 2027');
    expect(german.dates.day('2026-10-15')).toBe('Do 15. Okt.');
    expect(german.dates.fullDay('2026-10-15')).toBe('Donnerstag, 15. Oktober 2026');
  });

  it('When an instant is near midnight, the day is the one of the zone; a plain day stays itself', () => {
    expect(dates.day('2026-10-15T22:30:00.000Z')).toBe('Fri 16 Oct');
    expect(datesIn({ language: 'en', zone: 'America/Los_Angeles', now }).day('2026-10-15')).toBe('Thu 15 Oct');
  });

  it('When summer time ends, the clock time is the one on the wall', () => {
    expect(dates.dayTime('2026-10-24T06:00:00.000Z')).toBe('24 Oct 08:00');
    expect(dates.dayTime('2026-10-26T07:00:00.000Z')).toBe('26 Oct 08:00');
  });
});

describe('How a date stands', () => {
  it.each([
    [10, 'onTime', '10 working days left'],
    [3, 'onTime', '3 working days left'],
    [2, 'soon', '2 working days left'],
    [1, 'soon', '1 working day left'],
    [0, 'soon', 'Due today'],
    [-1, 'late', '1 working day late'],
    [-3, 'late', '3 working days late'],
  ])('%i working days are %s: %s', (left, tone, word) => {
    expect([toneOf(left), daysLeft(left, english)]).toEqual([tone, word]);
  });
});

describe('References as ranges', () => {
  it('Three in a row become a range, two stay two, and numbers count as numbers', () => {
    expect(asRanges(['RSK-103', 'RSK-102', 'RSK-106', 'RSK-107', 'RSK-108', 'A.9', 'A.10', 'A.11'], english)).toBe(
      'A.9 to 11, RSK-102, RSK-103, RSK-106 to 108',
    );
    expect(asRanges(['R-1', 'R-2', 'R-3'], german)).toBe('R-1 bis 3');
  });

  it('When a reference has no number, it stands for itself', () => {
    expect(asRanges(['laptops', 'cars'], english)).toBe('cars, laptops');
  });
});

describe('Who is told', () => {
  it('When one person has two parts in it, they are said once', () => {
    const to = [
      { as: 'assignee' as const, you: true },
      { as: 'accountable' as const, name: 'Hanna Vogt' },
      { as: 'ismsManager' as const, name: 'Hanna Vogt' },
    ];
    expect(whoIsTold(to, english, true)).toBe('you and Hanna Vogt (ISMS manager)');
  });

  it('When the reader is somebody else, the assignee is named and the manager is not theirs', () => {
    const to = [
      { as: 'assignee' as const, name: 'Jonas Albrecht' },
      { as: 'lineManager' as const, name: 'Martin Seidel' },
    ];
    expect(whoIsTold(to, english, false)).toBe('Jonas Albrecht and Martin Seidel as manager');
  });

  it('When a single role is told, it is said with its name, top management without', () => {
    expect(whoIsTold([{ as: 'ismsManager', name: 'Hanna Vogt' }], english, true)).toBe('Hanna Vogt, ISMS manager');
    expect(whoIsTold([{ as: 'topManagement', name: 'Martin Seidel' }], german, true)).toBe('die Geschäftsleitung');
  });
});

describe('Text that people typed, in a mail', () => {
  it('is one line of at most 120 characters without control or bidirectional characters, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (typed) => {
        const clean = cleanForMail(typed);
        expect([...clean].length).toBeLessThanOrEqual(120);
        expect(clean).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it.each(['see https://evil.example/x?y=1 now', 'see www.evil.example now', 'see evil.com/login now', 'see javascript:alert(1) now'])(
    '%s: has no address left',
    (typed) => {
      expect(cleanForMail(typed)).toBe('see [link] now');
    },
  );

  it('When a name only has a dot or a colon in it, it stays as it is', () => {
    expect(cleanForMail('Dr. Lukas Wendt, Head: Service')).toBe('Dr. Lukas Wendt, Head: Service');
    expect(cleanForMail('tessel.io', 'keep')).toBe('tessel.io');
  });
});

describe('Fields of an outcome', () => {
  const schema = z.toJSONSchema(
    z.strictObject({
      likelihood: z.int().min(1).max(5).meta({ id: 'TestLevel' }),
      verdict: z.enum(['keep', 'change']),
      tested: z.boolean().meta({ title: 'Tested', order: 1, de: { title: 'Geprüft' } }),
      copies: z.int().min(0).max(1000),
      on: z.iso.date().optional(),
      short: z.string().max(80),
      long: z.string().max(2000),
      colour: z.enum(['red', 'darkBlue']).meta({ title: 'Colour', options: { darkBlue: 'Dark blue' }, de: { options: { red: 'Rot' } } }),
    }),
  ) as Record<string, unknown>;

  it('become the right kind of control each, in the order of the definition', () => {
    expect(fieldsOf(schema, english).map(({ name, as, required }) => [name, as, required])).toEqual([
      ['tested', 'check', true],
      ['likelihood', 'level', true],
      ['verdict', 'choice', true],
      ['copies', 'number', true],
      ['on', 'day', false],
      ['short', 'line', true],
      ['long', 'text', true],
      ['colour', 'choice', true],
    ]);
  });

  it('speak the language of the reader as far as the definition does', () => {
    const byName = new Map(fieldsOf(schema, german).map((field) => [field.name, field]));
    expect(byName.get('likelihood')?.title).toBe('Wie wahrscheinlich ist es mit diesen Maßnahmen?');
    expect(byName.get('tested')?.title).toBe('Geprüft');
    const colour = byName.get('colour');
    expect(colour?.as === 'choice' && colour.options.map(({ label }) => label)).toEqual(['Rot', 'Dark blue']);
    expect(byName.get('copies')?.title).toBe('Copies');
  });
});
