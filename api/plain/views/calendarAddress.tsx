import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import type { MyMailPage } from './types.ts';

type Props = { page: MyMailPage; speaker: Speaker };

/** The address for a calendar program: shown, made anew, or revoked. */
export const CalendarAddress = ({ page, speaker: { t } }: Props) => {
  const { url } = page.calendar;
  return (
    <section className="box" aria-labelledby="h-calendar">
      <h2 id="h-calendar">{t('page:myMail.calendar')}</h2>
      <p className="soft">{t('page:myMail.calendarLead')}</p>
      {url === undefined ? null : (
        <div>
          <label className="field" htmlFor="address">
            {t('page:myMail.address')}
          </label>
          <input id="address" type="text" readOnly value={url} aria-describedby="address-help" />
          <p className="help" id="address-help">
            {t('page:myMail.addressHelp')}
          </p>
        </div>
      )}
      <form className="pair" method="post" action={page.calendar.action}>
        <Hidden values={{ csrf: page.csrf }} />
        <button className="button big" type="submit" name="act" value="new">
          {url === undefined ? t('page:myMail.makeAddress') : t('page:myMail.makeAnother')}
        </button>
        {url === undefined ? null : (
          <button className="button big" type="submit" name="act" value="revoke">
            {t('page:myMail.revoke')}
          </button>
        )}
      </form>
    </section>
  );
};
