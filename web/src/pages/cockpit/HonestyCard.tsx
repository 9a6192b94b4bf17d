import { useTranslation } from 'react-i18next';
import type { Honesty } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import css from './cockpit.module.css';

/** What could be hidden, in numbers. */
export function HonestyCard({ honesty }: { honesty: Honesty }) {
  const { t } = useTranslation();
  const { superseded, waived, extended, asked, runsOpenTooLong, mailsWaiting } = honesty;
  const facts = [
    [t('honesty.superseded'), t('honesty.tasks', { count: superseded })],
    [t('honesty.waived'), t('honesty.tasks', { count: waived })],
    [t('honesty.extended'), t('honesty.of', { extended, asked })],
    [t('honesty.runs'), t('honesty.runs', { count: runsOpenTooLong })],
    [t('honesty.mails'), t('honesty.mails', { count: mailsWaiting })],
  ];
  return (
    <Card title={t('honesty.heading')}>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
