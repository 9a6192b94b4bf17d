import { useTranslation } from 'react-i18next';
import type { Control } from '../../../domain/records/control.ts';
import { Mark } from './Mark.tsx';
import { State } from './State.tsx';

const marks = { effective: 'good', partly: 'partly', ineffective: 'bad', untested: 'unknown' } as const;

type Props = Pick<Control, 'status' | 'effectiveness'> & { isExpired?: boolean };

/** How a control stands: once it is in place its effect counts, until then its progress. */
export function ControlState({ status, effectiveness, isExpired = false }: Props) {
  const { t } = useTranslation();
  if (status !== 'implemented') return <Mark of={status === 'retired' ? 'over' : 'ahead'}>{t(`registers.controlStatus.${status}`)}</Mark>;
  if (isExpired) return <State of="late">{t('registers.checkExpired')}</State>;
  return <Mark of={marks[effectiveness]}>{t(`registers.effect.${effectiveness}`)}</Mark>;
}
