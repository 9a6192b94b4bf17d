import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import type { AcceptanceRow, AcceptancesPage } from './acceptanceTypes.ts';
import { Band } from './band.tsx';
import { pageOf } from './document.tsx';
import { PageLinks } from './pageLinks.tsx';

type Props = { page: AcceptancesPage; speaker: Speaker };

/** Which risks are retained and until when, for whoever may see it. */
export function acceptancesPage(page: AcceptancesPage): string {
  const speaker = speakerOf(page);
  const title = speaker.t('page:acceptance.title', { count: page.inForce });
  const navigation = { current: 'acceptances' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('page:acceptance.lead')}</p>
      <section className="box" aria-labelledby="h-list">
        <h2 id="h-list">{t('page:acceptance.list')}</h2>
        {page.rows.length === 0 ? <p className="soft">{t('page:acceptance.none')}</p> : null}
        <ul className="rows">
          {page.rows.map((row) => (
            <Row key={row.href} row={row} speaker={speaker} />
          ))}
        </ul>
        <PageLinks pages={page} speaker={speaker} />
      </section>
    </>
  );
};

const Row = ({ row, speaker }: { row: AcceptanceRow; speaker: Speaker }) => (
  <li className="decided">
    <h3>
      <a href={row.href}>
        <span className="id">{row.reference}</span> {row.title}
      </a>
    </h3>
    <p className="soft">
      <Band band={row.band} speaker={speaker} /> {standingOf(row, speaker)}
    </p>
  </li>
);

/** "Accepted, until Wed 26 May 2027". */
function standingOf({ state, until, askedAt, endedAt }: AcceptanceRow, { t, dates }: Speaker): string {
  const said = t(`page:acceptance.states.${state}`);
  if (state === 'accepted' && until !== undefined) return `${said}, ${t('page:acceptance.until', { day: dates.day(until) })}`;
  if (endedAt !== undefined) return `${said}, ${t('page:acceptance.endedOn', { day: dates.day(endedAt) })}`;
  return `${said}, ${t('page:acceptance.askedOn', { day: dates.day(askedAt) })}`;
}
