import { useTranslation } from 'react-i18next';
import type { RiskCriteria } from '../../../../domain/records/riskCriteria.ts';
import { Facts } from '../../parts/Facts.tsx';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';
import css from './settings.module.css';

/** The criteria in force: table, what is acceptable, and what each band asks for. */
export function CriteriaShown({ criteria }: { criteria: RiskCriteria }) {
  const { t } = useTranslation();
  const days = useDays();
  const { id, createdAt, acceptableUpTo, bands } = criteria;
  return (
    <>
      <Facts
        facts={[
          {
            name: t('criteria.inForce'),
            said: t('criteria.since', { id, day: `${days.shortDay(createdAt)} ${createdAt.slice(0, 4)}` }),
          },
          { name: t('criteria.acceptableUpTo'), said: t(`band.${acceptableUpTo}`) },
        ]}
      />
      <Matrix criteria={criteria} />
      <ul className={layout.lines}>
        {bands.map(({ band, authority, validMonths, reviewMonths, implementDays }) => (
          <li key={band}>
            <span className={`band ${band}`}>{t(`band.${band}`)}</span>{' '}
            <span className="small">
              {t('criteria.rule', {
                authority: t(`roles.${authority}`),
                valid: t('criteria.months', { count: validMonths }),
                review: t('criteria.every', { count: reviewMonths }),
              })}
              {implementDays !== undefined && ` ${t('criteria.implement', { count: implementDays })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Likelihood upward, consequence to the right, as on the heat map. */
function Matrix({ criteria: { likelihood, consequence, matrix } }: { criteria: RiskCriteria }) {
  const { t } = useTranslation();
  const rows = matrix.map((bands, n) => ({ name: likelihood[n] ?? String(n + 1), bands })).reverse();
  return (
    <div className={css.matrix}>
      <table>
        <caption>{t('criteria.matrix')}</caption>
        <thead>
          <tr>
            <td />
            {consequence.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, bands }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {bands.map((band, n) => (
                <td key={consequence[n] ?? n} className={band}>
                  {t(`band.${band}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
