import { describe, expect, it } from '@jest/globals';
import { defaultSettings } from '../../domain/defaults.ts';
import { LadderName, Settings } from '../../domain/records/settings.ts';

const settings = defaultSettings({ at: '2026-01-01T00:00:00.000Z', organization: 'Kontor', zone: 'Europe/Berlin' });

describe('Settings to begin with', () => {
  it('When an organization is new, its settings are a valid record with one site and no guessed holidays', () => {
    expect(Settings.parse(settings)).toEqual(settings);
    expect(settings.sites).toEqual([{ id: 'head-office', name: 'Head office', zone: 'Europe/Berlin', holidays: [] }]);
  });

  it('When a task names a ladder, there is one, its levels rise with time and the last proposes a nonconformity', () => {
    expect(settings.ladders.map(({ name }) => name)).toEqual(LadderName.options);
    for (const { rungs } of settings.ladders) {
      const days = rungs.map(({ workingDays = 0, percent = 0 }) => workingDays + percent);
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
      const levels = rungs.map(({ level }) => level);
      expect(levels).toEqual([...levels].sort());
      expect(new Set(rungs.map(({ key }) => key)).size).toBe(rungs.length);
      expect(rungs.map(({ nonconformity }) => nonconformity ?? false)).toEqual(rungs.map((_, i) => i === rungs.length - 1));
    }
  });

  it('When somebody is silent on a standard task, their manager, the ISMS manager and top management are told in this order', () => {
    const standard = settings.ladders.find(({ name }) => name === 'standard')?.rungs ?? [];
    expect(standard.map(({ workingDays, level, to }) => [workingDays, level, ...to])).toEqual([
      [-2, 0, 'assignee'],
      [0, 0, 'assignee'],
      [1, 1, 'assignee', 'lineManager'],
      [3, 2, 'assignee', 'ismsManager', 'accountable'],
      [10, 3, 'assignee', 'topManagement'],
    ]);
  });
});
