import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import { MailSwitch } from './mailSwitch.tsx';
import { PageLinks } from './pageLinks.tsx';
import { State } from './state.tsx';
import type { MailRow, MailsPage } from './types.ts';

type Props = { page: MailsPage; speaker: Speaker };

/** All mails and what became of them, whom no mail reaches, and whether mail goes out at all. */
export function mailsPage(page: MailsPage): string {
  const speaker = speakerOf(page);
  const title = titleOf(page, speaker);
  const navigation = { current: 'mails' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={page} speaker={speaker} title={title} />);
}

function titleOf({ paused, relay, waiting }: MailsPage, { t }: Speaker): string {
  if (paused !== undefined) return t('page:mails.titlePaused', { count: waiting });
  if (relay !== undefined) return t('page:mails.titleTrouble', { count: waiting });
  return t('page:mails.title', { count: waiting });
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t, dates } = speaker;
  const { relay, notice } = page;
  return (
    <>
      {notice === undefined ? null : (
        <p className="alert good" role="status">
          {t(`page:mails.notice.${notice}`)}
        </p>
      )}
      {relay === undefined ? null : (
        <div className="alert bad" role="status">
          <p>{t(`page:mails.relay.${relay.kind}`, { since: dates.dayTime(relay.since) })}</p>
          <p className="said">{relay.why}</p>
        </div>
      )}
      <h1>{title}</h1>
      {page.paused === undefined ? null : <MailSwitch page={page} speaker={speaker} />}
      <Unreachable page={page} speaker={speaker} />
      <List page={page} speaker={speaker} />
      {page.paused === undefined ? <MailSwitch page={page} speaker={speaker} /> : null}
    </>
  );
};

const Unreachable = ({ page: { unreachable }, speaker: { t, dates } }: Props) =>
  unreachable.length === 0 ? null : (
    <section className="box attention" aria-labelledby="h-unreachable">
      <h2 id="h-unreachable">{t('page:mails.unreachable', { count: unreachable.length })}</h2>
      <p className="soft">{t('page:mails.unreachableLead')}</p>
      <ul className="rows">
        {unreachable.map(({ name, email, since, code }) => (
          <li key={email}>
            <b>{name}</b> {email}
            <br />
            <span className="quiet">{t('page:mails.refusedSince', { day: dates.day(since), code })}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const List = ({ page, speaker }: Props) => {
  const { t } = speaker;
  return (
    <section className="box" aria-labelledby="h-mails">
      <h2 id="h-mails">{t(`page:mails.shown.${page.shown === '' ? 'all' : page.shown}`)}</h2>
      <nav aria-label={t('page:mails.filter')}>
        <ul className="filters">
          {page.filters.map(({ shown, href }) => (
            <li key={shown}>
              <a href={href} aria-current={shown === page.shown ? 'page' : undefined}>
                {t(`page:mails.filters.${shown === '' ? 'all' : shown}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page.rows.length === 0 ? <p className="soft">{t('page:mails.none')}</p> : null}
      <ul className="rows runs mails">
        {page.rows.map((row) => (
          <Row key={row.id} row={row} speaker={speaker} />
        ))}
      </ul>
      <PageLinks pages={page} speaker={speaker} />
    </section>
  );
};

const tones = { accepted: 'done', rejected: 'late', deferred: 'soon', sending: 'soon' } as const;

const Row = ({ row, speaker }: { row: MailRow; speaker: Speaker }) => {
  const { t, dates } = speaker;
  const { state, to, subject, response, attempts, maybeDuplicate } = row;
  return (
    <li>
      <div>
        <h3>{subject === '-' ? t('page:mails.unnamed') : subject}</h3>
        <p>
          {to}, {dates.dayTime(row.at)}
          {attempts > 1 ? `, ${t('page:mails.attempts', { count: attempts })}` : ''}
          {maybeDuplicate ? `, ${t('page:mails.maybeDuplicate')}` : ''}
        </p>
        {response === undefined ? null : <p className="said">{response}</p>}
      </div>
      <State tone={tones[state]} word={t(`page:mails.state.${state}`)} />
    </li>
  );
};
