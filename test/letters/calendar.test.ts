import { describe, expect, it } from '@jest/globals';
import { type CalendarPart, calendarPart } from '../../activities/letters/calendar.ts';

const entry: CalendarPart = {
  uid: 'riskReview-2026-Q4/reassess/per-0123456789@isms.tessel.example',
  sequence: 0,
  due: '2026-10-15T16:00:00.000Z',
  zone: 'Europe/Berlin',
  summary: 'Vier Risiken neu bewerten; Größe, Maß und noch viel mehr Wörter, damit die Zeile sicher gefaltet werden muss',
  url: 'https://isms.tessel.example/tasks',
  method: 'PUBLISH',
  now: '2026-10-01T06:00:00.000Z',
};
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
    const late = { ...entry, due: '2026-10-15T22:30:00.000Z' };
    expect(calendarPart(late)).toContain('DTSTART;VALUE=DATE:20261016');
    expect(calendarPart({ ...late, zone: 'Europe/Lisbon' })).toContain('DTSTART;VALUE=DATE:20261015');
  });

  it('When the date moves, the entry is the same with a higher number', () => {
    const moved = unfolded(calendarPart({ ...entry, sequence: 1, due: '2026-10-22T16:00:00.000Z' }));
    expect(moved).toEqual(expect.arrayContaining([`UID:${entry.uid}`, 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20261022']));
  });

  it('When it is cancelled, the entry says so and rings no more', () => {
    const cancelled = unfolded(calendarPart({ ...entry, sequence: 2, method: 'CANCEL' }));
    expect(cancelled).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${entry.uid}`]));
    expect(cancelled).not.toContain('BEGIN:VALARM');
  });

  it('When there is no due date, nothing is written', () => {
    expect(() => calendarPart({ ...entry, due: 'soon' })).toThrow(RangeError);
  });
});
