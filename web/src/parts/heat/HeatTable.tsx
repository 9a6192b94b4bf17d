import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '../../../../domain/records/dashboard.ts';
import type { RiskSearch } from '../../routes/registers.ts';
import css from './heat.module.css';

export const levelKinds = ['inherent', 'current', 'target'] as const;
export type LevelKind = (typeof levelKinds)[number];

/** `also`: what else the list is narrowed by that a cell leads to. */
type Props = { map: HeatMap; kind: LevelKind; also?: Omit<RiskSearch, 'cell'>; chosen?: string | undefined };

/** Likelihood upward, consequence to the right, and how many risks lie where; each count leads to them. It is a table. */
export function HeatTable({ map, kind, also = {}, chosen }: Props) {
  const { t } = useTranslation();
  const counts = map[kind];
  const rows = map.likelihood.map((name, l) => ({ name, level: l + 1, counts: counts[l] ?? [], bands: map.bands[l] ?? [] })).reverse();
  const lastColumn = map.consequence.length - 1;
  return (
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
            {row.map((count, c) => {
              const cell = `${kind}-${level}-${c + 1}`;
              const said = { count, kind: t(`heat.${kind}`), likelihood: name, consequence: map.consequence[c] ?? '' };
              return (
                <td key={cell} className={bands[c]} data-chosen={cell === chosen}>
                  {count > 0 && (
                    <Link to="/risks" search={{ ...also, cell }} aria-label={t('heat.cell', said)}>
                      {count}
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          {map.consequence.map((name, c) => (
            <th key={name} scope="col">
              {c + 1}
              <span>{c === 0 || c === lastColumn ? name : ''}</span>
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
