import { useTranslation } from 'react-i18next';
import type { Objective } from '../../../../domain/records/measurement.ts';
import { Mark } from '../../parts/Mark.tsx';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';

const marks = { draft: 'ahead', achieved: 'good', notAchieved: 'bad', withdrawn: 'over' } as const;

/** How an objective stands; one that is pursued past its day is late. */
export function ObjectiveState({ objective: { status, due } }: { objective: Pick<Objective, 'status' | 'due'> }) {
  const { t } = useTranslation();
  const { today, date } = useDays();
  if (status !== 'active') return <Mark of={marks[status]}>{t(`registers.objectiveStatus.${status}`)}</Mark>;
  return due < today ? (
    <State of="late">{t('registers.lateSince', { day: date(due) })}</State>
  ) : (
    <State of="onTime">{t('registers.objectiveStatus.active')}</State>
  );
}
