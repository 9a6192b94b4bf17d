import type { LadderName, Recipient, RungRule, Settings } from './records/settings.ts';

const reminder = (workingDays: -1 | -2 | -5 | -10): RungRule => ({
  key: `before${-workingDays}`,
  workingDays,
  letter: 'reminder',
  level: 0,
  to: ['assignee'],
});
const dueToday: RungRule = { key: 'dueToday', workingDays: 0, letter: 'dueToday', level: 0, to: ['assignee'] };

const late = (level: 1 | 2 | 3, workingDays: number, ...to: Recipient[]): RungRule => ({
  key: `late${level}`,
  workingDays,
  letter: 'escalation',
  level,
  to,
});
/** The last level proposes a nonconformity: to miss one's own deadline is one (G15). */
const last = (workingDays: number, ...to: Recipient[]): RungRule => ({ ...late(3, workingDays, ...to), nonconformity: true });

const again = (workingDays: number): RungRule => ({ ...late(2, workingDays, 'assignee'), key: `again${workingDays}` });

/** Where hours count, as after an incident: nights and holidays do not stop the clock. */
const onClock = (key: string, percent: number, rest: Omit<RungRule, 'key' | 'workingDays' | 'percent'>): RungRule => ({
  key,
  percent,
  ...rest,
});

const rungs: Record<LadderName, RungRule[]> = {
  standard: [
    { ...reminder(-2), key: 'reminder' },
    dueToday,
    late(1, 1, 'assignee', 'lineManager'),
    late(2, 3, 'assignee', 'ismsManager', 'accountable'),
    last(10, 'assignee', 'topManagement'),
  ],
  long: [
    reminder(-10),
    reminder(-5),
    reminder(-1),
    dueToday,
    late(1, 1, 'assignee', 'lineManager'),
    late(2, 5, 'assignee', 'ismsManager', 'accountable'),
    again(10),
    last(15, 'assignee', 'topManagement'),
  ],
  campaign: [
    reminder(-5),
    reminder(-1),
    dueToday,
    late(1, 5, 'assignee', 'lineManager'),
    late(2, 10, 'assignee', 'ismsManager'),
    last(15, 'assignee', 'lineManager', 'accountable'),
  ],
  approval: [
    reminder(-1),
    dueToday,
    late(1, 1, 'assignee', 'accountable'),
    late(2, 3, 'assignee', 'ismsManager'),
    last(5, 'assignee', 'topManagement'),
  ],
  urgent: [
    onClock('half', 50, { letter: 'reminder', level: 0, to: ['assignee'] }),
    onClock('mostly', 80, { letter: 'reminder', level: 0, to: ['assignee'] }),
    onClock('late1', 100, { letter: 'escalation', level: 1, to: ['assignee', 'incidentManager', 'ismsManager'] }),
    onClock('late2', 125, { letter: 'escalation', level: 2, to: ['assignee', 'topManagement'] }),
    onClock('late3', 150, { letter: 'escalation', level: 3, to: ['assignee', 'topManagement', 'legal'], nonconformity: true }),
  ],
};

/** The ladders an organization begins with; each is a setting of its own from then on. */
export const defaultLadders = (): Settings['ladders'] =>
  structuredClone((Object.keys(rungs) as LadderName[]).map((name) => ({ name, rungs: rungs[name] })));
