import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { CalendarAddress } from './calendarAddress.tsx';
import { pageOf } from './document.tsx';
import { MailTimes } from './mailTimes.tsx';
import type { MyMailPage } from './types.ts';

type Props = { page: MyMailPage; speaker: Speaker };

/** When mail comes to the reader, and where their calendar program reads what is asked of them. */
export function myMailPage(page: MyMailPage): string {
  const speaker = speakerOf(page);
  const title = titleOf(page, speaker);
  const navigation = { current: 'mail' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation }, <Body page={page} speaker={speaker} title={title} />);
}

/** The news: when the next daily mail comes, or that mail comes when there is something. */
function titleOf({ next, paused }: MyMailPage, { t, dates }: Speaker): string {
  if (paused) return t('page:myMail.titlePaused');
  return next === undefined
    ? t('page:myMail.titleAtOnce')
    : t('page:myMail.titleDaily', { day: dates.weekday(next), time: dates.time(next) });
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t, dates } = speaker;
  const { notice, unreachable } = page;
  return (
    <>
      {notice === undefined ? null : (
        <p className="alert good" role="status">
          {t(`page:myMail.${notice}`)}
        </p>
      )}
      {unreachable === undefined ? null : (
        <p className="alert bad">{t('page:myMail.unreachable', { email: unreachable.email, day: dates.since(unreachable.since) })}</p>
      )}
      <h1>{title}</h1>
      <p className="lead">{page.paused ? t('page:myMail.leadPaused') : t('page:myMail.lead')}</p>
      <MailTimes page={page} speaker={speaker} />
      <CalendarAddress page={page} speaker={speaker} />
    </>
  );
};
