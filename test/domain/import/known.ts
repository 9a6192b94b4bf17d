import type { ImportContext } from '../../../api/import/context.ts';
import { criteriaPreset } from '../../../domain/criteria.ts';
import { Refusal } from '../../../domain/refusal.ts';

/** What exists when the files of these tests are read. */
export const known: ImportContext = {
  people: [
    { id: 'per-anna000001', name: 'Anna Berg', email: 'anna.berg@kontor.example', status: 'active' },
    { id: 'per-rui0000001', name: 'Rui Sá', email: 'rui.sa@kontor.example', status: 'active' },
    { id: 'per-maxa000001', name: 'Max Weber', email: 'max.weber@kontor.example', status: 'active' },
    { id: 'per-maxb000001', name: 'Max Weber', email: 'm.weber@kontor.example', status: 'active' },
  ],
  sites: [
    { id: 'head-office', name: 'Head office' },
    { id: 'lisbon', name: 'Lisbon' },
  ],
  defaultSite: 'head-office',
  zone: 'Europe/Berlin',
  language: 'de',
  controls: [
    { id: 'CTL-001', name: 'Disk encryption' },
    { id: 'CTL-007', name: 'Training' },
    { id: 'CTL-008', name: 'Training' },
  ],
  parties: [
    { id: 'PTY-001', name: 'Customers' },
    { id: 'PTY-002', name: 'Authority' },
    { id: 'PTY-003', name: 'Authority' },
  ],
  objectives: [
    { id: 'OBJ-001', name: 'Back in a day' },
    { id: 'OBJ-002', name: 'Reported' },
    { id: 'OBJ-003', name: 'Reported' },
  ],
  criteria: criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: '2026-01-01T00:00:00.000Z' }),
  existingIds: new Set(['RSK-900']),
  emails: new Set(['anna.berg@kontor.example', 'rui.sa@kontor.example']),
  today: '2026-10-01',
};

export const file = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'), 'utf8');

/** The refusal that reading a file ends with; a fault or success fails the test. */
export function refusalOf(read: () => unknown): Refusal {
  try {
    read();
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
  throw new Error('it was not refused');
}
