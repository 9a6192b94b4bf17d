import { useTranslation } from 'react-i18next';
import type { NonconformityDetail } from '../../../../domain/records/correctiveLoop.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Due } from '../../parts/Due.tsx';
import css from './nonconformities.module.css';

/** Whose answer it waits for, by when. */
export function AskedCard({ detail: { asked, record } }: { detail: NonconformityDetail }) {
  const { t } = useTranslation();
  const isOpen = record.status === 'candidate' || record.status === 'accepted';
  return (
    <Card title={t('checks.nonconformities.one.asked')}>
      {asked.length === 0 && (
        <>
          <p className="strong">{t('checks.nonconformities.one.askedNone')}</p>
          {isOpen && record.result !== undefined && <p className="soft">{t('checks.nonconformities.one.askedWait')}</p>}
        </>
      )}
      <ul className={css.asked}>
        {asked.map((task) => (
          <li key={task.id}>
            <div>
              <div className="strong">{task.title}</div>
              <div className="small soft">{task.assigneeName}</div>
              <Due task={task} />
            </div>
            <ButtonLink to="/task/$" params={{ _splat: task.id }} variant="default" size="xs">
              {t('checks.nonconformities.one.open')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
