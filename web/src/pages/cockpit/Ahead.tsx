import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Coming } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import { State } from '../../parts/State.tsx';
import { daysFrom } from '../../wheel/days.ts';
import { useDays } from '../../words/useDays.ts';
import css from './cockpit.module.css';

/** What is due and what opens in the next ten working days. */
export function Ahead({ coming, today }: { coming: readonly Coming[]; today: string }) {
  const { t } = useTranslation();
  const { day } = useDays();
  return (
    <Card
      title={t('coming.heading')}
      aside={
        <Link to="/calendar" className="small">
          {t('nav.calendar')}
        </Link>
      }
    >
      {coming.length === 0 ? (
        <p className="soft">{t('coming.none')}</p>
      ) : (
        <table className={css.ahead}>
          <thead className="hidden">
            <tr>
              {(['day', 'run', 'what', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`coming.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coming.map((line) => (
              <tr key={`${line.day} ${line.key} ${line.title} ${line.task ?? ''} ${line.who ?? ''}`}>
                <td className="quiet nowrap">{day(line.day)}</td>
                <td>
                  {line.run === undefined ? (
                    <span className="strong">{`${line.title} ${line.key}`}</span>
                  ) : (
                    <Link to="/runs/$run" params={{ run: line.run }} className="strong">
                      {`${line.title} ${line.key}`}
                    </Link>
                  )}
                </td>
                <td>{whatOf(t, line)}</td>
                <td>
                  <StateOf line={line} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function whatOf(t: TFunction, { kind, who, task }: Coming): string {
  if (kind === 'opens') return t('coming.opens');
  return t('coming.asked', { who, task });
}

function StateOf({ line: { day, kind, movedFrom }, today }: { line: Coming; today: string }) {
  const { t } = useTranslation();
  const days = useDays();
  if (kind === 'opens') return <State of="onTime">{t('coming.planned')}</State>;
  if (movedFrom !== undefined) return <State of="soon">{t('coming.moved', { day: days.day(movedFrom) })}</State>;
  const left = daysFrom(today, day);
  if (left > 1) return <State of="onTime">{t('coming.due')}</State>;
  return <State of="soon">{t(left === 0 ? 'coming.today' : 'coming.tomorrow')}</State>;
}
