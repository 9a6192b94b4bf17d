import type { MailData } from '../../../activities/letters/types.ts';
import {
  dueToday,
  escalation,
  fourRisks,
  invitation,
  mailOf,
  manyRisks,
  opened,
  outcome,
  proposal,
  reassigned,
  reminder,
  runClosed,
  runOpened,
  taken,
} from './letters.ts';

const hanna: Partial<MailData> = {
  to: { name: 'Hanna Vogt', first: 'Hanna' },
  ismsManager: 'Hanna Vogt',
  now: '2026-10-20T06:00:00.000Z',
  calendar: false,
};
const late = { now: '2026-10-20T06:00:00.000Z' };

/** One mail of each kind, by file name, for looking at and for checks that hold for all of them. */
export const sampleMails: Record<string, MailData> = {
  opened: mailOf([opened()]),
  openedGerman: mailOf([opened()], { language: 'de' }),
  openedOne: mailOf([opened({ tasks: fourRisks.slice(1, 2) })]),
  openedForty: mailOf([opened({ tasks: manyRisks(40, 12) })]),
  openedFiveHundred: mailOf([opened({ tasks: manyRisks(500, 30) })]),
  reminder: mailOf([reminder()], { now: '2026-10-13T06:00:00.000Z' }),
  reminderGerman: mailOf([reminder()], { language: 'de', now: '2026-10-13T06:00:00.000Z' }),
  dueToday: mailOf([dueToday()], { now: '2026-10-15T06:00:00.000Z' }),
  escalationMine: mailOf([escalation({ mine: true, level: 1, left: -1, also: ['Martin Seidel'] })], late),
  escalation: mailOf([escalation()], hanna),
  escalationGerman: mailOf([escalation()], { ...hanna, language: 'de' }),
  escalationManager: mailOf([escalation({ as: 'lineManager', level: 1, left: -1, mayDecide: false })], {
    ...hanna,
    to: { name: 'Martin Seidel', first: 'Martin' },
  }),
  escalationTop: mailOf(
    [escalation({ as: 'topManagement', level: 3, left: -10, mayDecide: false, nonconformity: true, steps: [], also: [] })],
    {
      ...hanna,
      to: { name: 'Martin Seidel', first: 'Martin' },
    },
  ),
  escalationThirty: mailOf(
    Array.from({ length: 30 }, (_, i) => escalation({ assignee: `Person Number ${i + 1}`, run: `riskReview-2026-Q${1 + (i % 4)}` })),
    hanna,
  ),
  reassigned: mailOf([reassigned()]),
  taken: mailOf([taken()]),
  outcome: mailOf([outcome()], { now: '2026-10-06T08:12:00.000Z', calendar: false }),
  outcomeGerman: mailOf([outcome({ open: 0 })], { language: 'de', now: '2026-10-06T08:12:00.000Z', calendar: false }),
  runOpened: mailOf([runOpened()], hanna),
  runClosed: mailOf([runClosed()], { ...hanna, now: '2027-01-04T07:00:00.000Z' }),
  acceptance: mailOf([proposal()], hanna),
  nonconformity: mailOf([proposal({ what: 'nonconformity', assignee: 'Jonas Albrecht', references: ['RSK-001', 'RSK-003'] })], hanna),
  invitation: mailOf([invitation()]),
  several: mailOf([taken(), opened({ due: '2026-10-22T16:00:00.000Z', left: 15 }), reminder({ tasks: fourRisks.slice(0, 1) })], {
    now: '2026-10-13T06:00:00.000Z',
  }),
};
