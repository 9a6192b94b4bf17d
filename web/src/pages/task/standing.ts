import type { TFunction } from 'i18next';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { dueShape } from '../../parts/dueShape.ts';
import type { Shape } from '../../parts/Icon.tsx';
import type { Days } from '../../words/useDays.ts';

type Dated = Pick<TaskLine, 'workingDaysLeft' | 'level'>;
type Standing = Dated & Pick<TaskLine, 'state' | 'closedAt' | 'zone'>;

/** "7 working days left", "3 working days late. Escalated, level 2". */
export function dateSaid({ workingDaysLeft: left, level }: Dated, t: TFunction): string {
  const said = left < 0 ? t('tasks.state.late', { count: -left }) : t('tasks.state.left', { count: left });
  return level >= 2 ? `${said}. ${t('tasks.state.escalated', { level })}` : said;
}

/** The state of a task as shape and words. Done late is quiet on purpose: it is measured, not held against anybody. */
export function standingOf(task: Standing, t: TFunction, days: Days): { shape: Shape; said: string } {
  const { state, closedAt, zone, workingDaysLeft: left } = task;
  switch (state) {
    case 'done': {
      const day = closedAt === undefined ? '' : days.day(closedAt, zone);
      return { shape: 'done', said: left < 0 ? t('tasks.state.doneLate', { count: -left, day }) : t('tasks.state.done', { day }) };
    }
    case 'superseded':
    case 'cancelled':
    case 'waived':
      return { shape: 'superseded', said: t(`tasks.state.${state}`) };
    default:
      return { shape: dueShape(task), said: dateSaid(task, t) };
  }
}

export const isClosed = ({ state }: Pick<TaskLine, 'state'>): boolean =>
  state === 'done' || state === 'superseded' || state === 'cancelled' || state === 'waived';
