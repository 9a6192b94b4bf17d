import { describe, expect, it } from '@jest/globals';
import { type CalendarItem, dayIn, icalendarOf } from '../../domain/icalendar.ts';

const entry: CalendarItem = {
  uid: 'riskReview-2026-Q4/reassess/per-0123456789@isms.tessel.example',
  sequence: 0,
  first: '2026-10-15',
  summary: 'Vier Risiken neu bewerten; Größe, Maß und noch viel mehr Wörter, damit die Zeile sicher gefaltet werden muss',
  url: 'https://isms.tessel.example/tasks',
  rings: true,
};
const calendarPart = (item: CalendarItem, method: 'PUBLISH' | 'CANCEL' = 'PUBLISH') =>
  icalendarOf({ method, now: '2026-10-01T06:00:00.000Z', items: [item] });
const linesOf = (part: string): string[] => part.split('\r\n');
const unfolded = (part: string): string[] => part.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('The calendar part of a mail', () => {
  it('ends its lines with CRLF and folds them at 75 octets, within no character', () => {
    const part = calendarPart(entry);
    expect(part.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of linesOf(part)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(part).not.toContain('\ufffd');
    expect(unfolded(part)).toContain(
      'SUMMARY:Vier Risiken neu bewerten\\; Größe\\, Maß und noch viel mehr Wörter\\, damit die Zeile sicher gefaltet werden muss',
    );
  });

  it('is an all-day entry on the due day that blocks no time and rings the day before', () => {
    expect(unfolded(calendarPart(entry))).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${entry.uid}`,
        'SEQUENCE:0',
        'DTSTAMP:20261001T060000Z',
        'DTSTART;VALUE=DATE:20261015',
        'DTEND;VALUE=DATE:20261016',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'URL;VALUE=URI:https://isms.tessel.example/tasks',
      ]),
    );
  });

  it('When midnight lies between the zones, the day is the one of the person', () => {
    expect(dayIn('Europe/Berlin', '2026-10-15T22:30:00.000Z')).toBe('2026-10-16');
    expect(dayIn('Europe/Lisbon', '2026-10-15T22:30:00.000Z')).toBe('2026-10-15');
  });

  it('When the date moves, the entry is the same with a higher number', () => {
    const moved = unfolded(calendarPart({ ...entry, sequence: 1, first: '2026-10-22' }));
    expect(moved).toEqual(expect.arrayContaining([`UID:${entry.uid}`, 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20261022']));
  });

  it('When it is cancelled, the entry says so and rings no more', () => {
    const cancelled = unfolded(calendarPart({ ...entry, sequence: 2 }, 'CANCEL'));
    expect(cancelled).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${entry.uid}`]));
    expect(cancelled).not.toContain('BEGIN:VALARM');
  });

  it('When a run takes several days, so does its entry', () => {
    expect(unfolded(calendarPart({ ...entry, last: '2026-10-23' }))).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261015', 'DTEND;VALUE=DATE:20261024']),
    );
  });

  it('When there is no date, nothing is written', () => {
    expect(() => dayIn('Europe/Berlin', 'soon')).toThrow(RangeError);
  });
});
