import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Settings, Site } from '../../../../domain/records/settings.ts';
import { Facts } from '../../parts/Facts.tsx';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';
import { RungList } from '../processes/RungList.tsx';
import { weekdayNames } from './weekdays.ts';

type Props = { settings: Settings };

export function OrganizationShown({ settings: { organization, language } }: Props) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { name: t('settings.name'), said: organization },
        { name: t('settings.language'), said: t(`person.languages.${language}`) },
      ]}
    />
  );
}

export function WorkingTimeShown({ settings: { workingDay, workingWeek } }: Props) {
  const { t, i18n } = useTranslation();
  const names = weekdayNames(i18n.language);
  return (
    <Facts
      facts={[
        { name: t('settings.workingDay'), said: t('settings.fromTo', { from: workingDay.start, to: workingDay.end }) },
        {
          name: t('settings.workingWeek'),
          said: new Intl.ListFormat(i18n.language).format(workingWeek.map((day) => names[day - 1] ?? '')),
        },
      ]}
    />
  );
}

export function SitesShown({ settings: { sites, defaultSite } }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={layout.lines}>
      {sites.map((site) => (
        <li key={site.id}>
          <span className="strong">{site.name}</span> {site.id === defaultSite && <span className="quiet">{t('settings.isDefault')}</span>}
          <div className="small soft">{site.zone}</div>
          <div className="small soft">{site.country === undefined ? t('settings.noCountry') : placeOf(site)}</div>
          <Holidays site={site} />
        </li>
      ))}
    </ul>
  );
}

const placeOf = ({ country = '', region }: Site): string => (region === undefined ? country : `${country}, ${region}`);

function Holidays({ site: { holidays } }: { site: Site }) {
  const { t } = useTranslation();
  const days = useDays();
  if (holidays.length === 0) return null;
  return (
    <details className={layout.details}>
      <summary>{t('settings.holidays', { count: holidays.length })}</summary>
      <ul className={layout.bullets}>
        {holidays.map(({ day, name }) => (
          <li key={day}>{`${days.shortDay(day)} ${day.slice(0, 4)}: ${name}`}</li>
        ))}
      </ul>
    </details>
  );
}

export function MailShown({ settings: { mail, workingDay } }: Props) {
  const { t } = useTranslation();
  const { gatherSeconds, digest = 'atOnce', hour = workingDay.start, quiet } = mail;
  return (
    <>
      <Facts
        facts={[
          { name: t('personMail.digest'), said: digest === 'daily' ? t('personMail.daily', { hour }) : t('personMail.atOnce') },
          { name: t('settings.gather'), said: t('settings.seconds', { count: gatherSeconds }) },
          {
            name: t('personMail.quiet'),
            said: quiet === undefined || quiet.from === quiet.to ? t('settings.noQuiet') : t('personMail.quietFrom', quiet),
          },
        ]}
      />
      <p className={layout.more}>
        <Link to="/mails">{t('settings.mails')}</Link>
      </p>
    </>
  );
}

export function LaddersShown({ settings: { ladders } }: Props) {
  const { t } = useTranslation();
  return ladders.map(({ name, rungs }) => (
    <section key={name} aria-labelledby={`ladder-${name}`}>
      <h3 id={`ladder-${name}`} className={layout.heads}>
        {t(`process.ladder.${name}`)}
      </h3>
      <RungList rungs={rungs} />
    </section>
  ));
}
