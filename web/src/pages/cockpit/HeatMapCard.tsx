import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import css from './cockpit.module.css';

const kinds = ['inherent', 'current', 'target'] as const;
type Kind = (typeof kinds)[number];

/** Likelihood upward, consequence to the right, and how many risks lie where. It is a table. */
export function HeatMapCard({ map }: { map: HeatMap }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('current');
  const counts = map[kind];
  const isEmpty = counts.every((row) => row.every((count) => count === 0));
  const rows = map.likelihood.map((name, l) => ({ name, level: l + 1, counts: counts[l] ?? [], bands: map.bands[l] ?? [] })).reverse();
  return (
    <Card
      title={t('heat.heading', { count: map.risks })}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('heat.kind')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={kinds.map((value) => ({ value, label: t(`heat.${value}`) }))}
        />
      }
    >
      <table className={css.heat}>
        <caption className="hidden">{t('heat.caption', { kind: t(`heat.${kind}`) })}</caption>
        <colgroup>
          <col />
          <col span={map.consequence.length} />
        </colgroup>
        <tbody>
          {rows.map(({ name, level, counts: row, bands }) => (
            <tr key={name}>
              <th scope="row">
                <span>{name}</span> {level}
              </th>
              {row.map((count, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={c} className={bands[c]}>
                  {count === 0 ? '' : count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {map.consequence.map((name, c) => (
              <th key={name} scope="col">
                {c + 1}
                <span>{c === 0 || c === map.consequence.length - 1 ? name : ''}</span>
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      {isEmpty && <p className="small soft">{t('heat.none')}</p>}
      <ul className={css.sums}>
        {map.byBand.map(({ band, risks }) => (
          <li key={band}>
            <span className={`band ${band}`}>{t(`band.${band}`)}</span> {risks}
          </li>
        ))}
      </ul>
    </Card>
  );
}
