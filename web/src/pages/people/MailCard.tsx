import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import { settings } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import { type Fact, Facts } from '../../parts/Facts.tsx';
import layout from '../../parts/page.module.css';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';
import { Invitation } from './Invitation.tsx';
import { LastMails } from './LastMails.tsx';

/** Whether mail reaches somebody, when it is sent, and what came of the last ones. */
export function MailCard({ person, invites }: { person: PersonDetail; invites: boolean }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const times = useTimes(person);
  const { unreachable, waiting, invitedAt } = person;
  const { day } = useDays();
  return (
    <Card
      title={t('personMail.heading')}
      aside={
        oversees(who) && (
          <Link to="/mails" search={{ person: person.id }} className="small">
            {t('personMail.all')}
          </Link>
        )
      }
    >
      {unreachable === undefined ? (
        <State of="onTime">{t('personMail.reached')}</State>
      ) : (
        <>
          <State of="missing">{t('personMail.refused', { day: day(unreachable.since), code: unreachable.code })}</State>
          <p className="soft">{t('personMail.refusedMore')}</p>
        </>
      )}
      <div className={layout.more}>
        <Facts
          facts={[
            ...times,
            { name: t('personMail.waiting'), said: t('personMail.letters', { count: waiting }) },
            { name: t('personMail.invited'), said: invitedAt === undefined ? t('personMail.never') : day(invitedAt) },
          ]}
        />
      </div>
      <LastMails person={person} />
      {invites && <Invitation id={person.id} />}
    </Card>
  );
}

/** When mail comes: as the person has said, else as the organization has it. */
function useTimes({ mail }: PersonDetail): Fact[] {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(settings);
  const { digest = 'atOnce', hour = data.workingDay.start, quiet } = { ...data.mail, ...mail };
  return [
    { name: t('personMail.digest'), said: digest === 'daily' ? t('personMail.daily', { hour }) : t('personMail.atOnce') },
    { name: t('personMail.quiet'), said: quiet && quiet.from !== quiet.to && t('personMail.quietFrom', quiet) },
  ];
}
