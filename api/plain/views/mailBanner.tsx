import { places } from '../../../domain/words/places.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import type { MailNotice } from './types.ts';

/** Above every page of those who oversee, while no mail goes out. */
export const MailBanner = ({ notice: { kind, since, by }, speaker: { t, dates } }: { notice: MailNotice; speaker: Speaker }) => (
  <p className="alert bad" role="status">
    {t(`page:mails.banner.${kind}`, { since: dates.dayTime(since), by: by ?? '' })} <a href={places.mails}>{t('page:mails.more')}</a>
  </p>
);
