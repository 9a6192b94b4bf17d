import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { lastMails } from '../../data/mails.ts';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';
import { MailStateOf } from '../mails/MailStateOf.tsx';

/** The last few mails to somebody, and what came of each. */
export function LastMails({ person: { id } }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(lastMails(id));
  if (data.items.length === 0) return null;
  return (
    <>
      <h3 className={layout.heads}>{t('personMail.last')}</h3>
      <ul className={layout.lines}>
        {data.items.map((mail) => (
          <li key={mail.id} className={layout.split}>
            <span>
              {mail.subject === '-' ? t('mails.unnamed') : mail.subject} <span className="quiet small">{days.day(mail.at)}</span>
            </span>
            <MailStateOf mail={mail} />
          </li>
        ))}
      </ul>
    </>
  );
}
