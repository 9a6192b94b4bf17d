import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../../domain/records/measurement.ts';
import type { Seen } from './chart.ts';

const longestUnit = 2;

/** Values of a measure in words, with its unit. */
export function useValues({ unit, direction }: Pick<Measure, 'unit' | 'direction'>) {
  const { t, i18n } = useTranslation();
  const { format } = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const compact = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 2 });
  const said = (value: number): string => (unit === '' ? format(value) : `${format(value)} ${unit}`);
  const targetSaid = (target: number): string => t(`registers.measure.target.${direction}`, { target: said(target) });
  return {
    /** As short as can be, beside a picture. */
    short: (value: number): string => (unit.length > longestUnit ? compact.format(value) : `${compact.format(value)} ${unit}`.trim()),
    ...{ said, targetSaid },
    /** `2026-Q3: 91 %, at least 90 %, met`. */
    figure: ({ period, value, target, onTarget }: Seen): string =>
      value === undefined
        ? t('registers.measure.figureNone', { period })
        : t('registers.measure.figure', {
            ...{ period, value: said(value), target: targetSaid(target) },
            met: t(onTarget === true ? 'registers.measure.met' : 'registers.measure.notMet'),
          }),
  };
}
