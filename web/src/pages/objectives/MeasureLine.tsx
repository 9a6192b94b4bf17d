import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Measure, Measurement } from '../../../../domain/records/measurement.ts';
import { Mark } from '../../parts/Mark.tsx';
import { useValues } from './useValues.ts';

/** The values of a measure, the oldest first. */
export const inOrder = (values: readonly Measurement[]): Measurement[] =>
  [...values].sort((a, b) => (a.period === b.period ? 0 : a.collectedAt < b.collectedAt ? -1 : 1));

/** A measure by its name, which leads to it. */
export const MeasureLink = ({ measure: { id, name } }: { measure: Measure }) => (
  <Link to="/measures/$measure" params={{ measure: id }}>
    <span className="id">{id}</span> {name}
  </Link>
);

/** Its last value, and whether that meets the target. */
export function LastValue({ measure, values }: { measure: Measure; values: readonly Measurement[] }) {
  const { t } = useTranslation();
  const { said } = useValues(measure);
  const last = inOrder(values).at(-1);
  if (last === undefined) return <span className="quiet">{t('registers.measure.noValue')}</span>;
  if (last.value === undefined) return <Mark of="unknown">{t('registers.measure.gap', { period: last.period })}</Mark>;
  return (
    <Mark of={last.onTarget === true ? 'good' : 'bad'}>
      {said(last.value)}, {last.period}, {t(last.onTarget === true ? 'registers.measure.met' : 'registers.measure.notMet')}
    </Mark>
  );
}
