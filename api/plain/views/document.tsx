import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { favicon, Icon, Shapes } from './icons.tsx';
import { MailBanner } from './mailBanner.tsx';
import type { Frame, MailNotice, NotTaken } from './types.ts';

/** Whoever is signed in sees where else to go, and a way out. */
type Navigation = {
  current?: 'tasks' | 'report' | 'acceptances' | 'processes' | 'runs' | 'schedules' | 'mail' | 'mails' | undefined;
  seesRuns: boolean;
  csrf: string;
};

type DocumentProps = {
  frame: Frame & { mail?: MailNotice | undefined };
  title: string;
  children: ReactNode;
  navigation?: Navigation | undefined;
  /** Lists and tables take more width than questions, and decisions with their facts beside them most. */
  width?: 'narrow' | 'wide' | 'deciding';
  skipTo?: { href: string; words: string } | undefined;
};

/** A whole page as a string: no script, no style attribute, one stylesheet of our own. */
export const pageOf = (o: Omit<DocumentProps, 'children'>, children: ReactNode): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Page {...o}>{children}</Page>)}\n`;

const Page = ({ frame, title, children, navigation, width = 'narrow', skipTo }: DocumentProps) => {
  const speaker = speakerOf(frame);
  return (
    <html lang={frame.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{speaker.t('page:documentTitle', { title })}</title>
        <link rel="icon" href={favicon} />
        <link rel="stylesheet" href={frame.style} />
      </head>
      <body>
        <Shapes />
        <a className="skip" href={skipTo?.href ?? '#main'}>
          {skipTo?.words ?? speaker.t('page:skip')}
        </a>
        <div className={`sheet ${width}`}>
          <Top frame={frame} navigation={navigation} speaker={speaker} />
          <main id="main">
            {frame.mail === undefined ? null : <MailBanner notice={frame.mail} speaker={speaker} />}
            <Refused notTaken={frame.notTaken} speaker={speaker} />
            {children}
          </main>
        </div>
      </body>
    </html>
  );
};

const Refused = ({ notTaken, speaker: { t } }: { notTaken: NotTaken | undefined; speaker: Speaker }) =>
  notTaken === undefined ? null : (
    <div className="alert bad" role="alert">
      <p>{notTaken.problem}</p>
      {notTaken.typed === undefined ? null : <p>{t('page:answered.notTyped', { typed: notTaken.typed })}</p>}
    </div>
  );

const Top = ({ frame, navigation, speaker }: { frame: Frame; navigation: Navigation | undefined; speaker: Speaker }) => (
  <header className="top">
    <span className="brand">
      <Icon name="brand" className="mark" />
      {frame.organization}
    </span>
    {navigation ? <Links navigation={navigation} speaker={speaker} /> : null}
    <div className="me">
      {frame.person ? <span>{frame.person.name}</span> : null}
      {navigation ? <SignOut csrf={navigation.csrf} speaker={speaker} /> : null}
    </div>
  </header>
);

const Links = ({ navigation: { current, seesRuns }, speaker: { t } }: { navigation: Navigation; speaker: Speaker }) => (
  <nav className="links" aria-label={t('page:main')}>
    <a href={places.cockpit}>{t('page:cockpit')}</a>
    <a href={places.myTasks} aria-current={current === 'tasks' ? 'page' : undefined}>
      {t('page:myWork')}
    </a>
    <a href={places.report} aria-current={current === 'report' ? 'page' : undefined}>
      {t('page:report.link')}
    </a>
    <a href={places.acceptances} aria-current={current === 'acceptances' ? 'page' : undefined}>
      {t('page:acceptance.link')}
    </a>
    <a href={places.processes} aria-current={current === 'processes' ? 'page' : undefined}>
      {t('page:processes.link')}
    </a>
    {seesRuns ? (
      <>
        <a href={places.runs} aria-current={current === 'runs' ? 'page' : undefined}>
          {t('page:runs')}
        </a>
        <a href={places.schedules} aria-current={current === 'schedules' ? 'page' : undefined}>
          {t('page:schedules')}
        </a>
      </>
    ) : null}
    {seesRuns ? (
      <a href={places.mails} aria-current={current === 'mails' ? 'page' : undefined}>
        {t('page:mails.link')}
      </a>
    ) : null}
    <a href={places.myMail} aria-current={current === 'mail' ? 'page' : undefined}>
      {t('page:myMail.link')}
    </a>
  </nav>
);

const SignOut = ({ csrf, speaker: { t } }: { csrf: string; speaker: Speaker }) => (
  <form method="post" action={places.signOut}>
    <Hidden values={{ csrf }} />
    <button className="plain" type="submit">
      {t('page:signOut')}
    </button>
  </form>
);

export const Hidden = ({ values }: { values: Record<string, string | undefined> }) =>
  Object.entries(values).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
