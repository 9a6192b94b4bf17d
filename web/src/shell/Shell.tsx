import { Button, useMantineColorScheme } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../data/client.ts';
import { session, type Who } from '../data/queries.ts';
import { oversees } from '../data/rights.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { Brand } from './Brand.tsx';
import css from './shell.module.css';

/** The frame of every page: where one can go, and who one is. */
export function Shell() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isOpen, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // Another page is another place: the menu goes away, and reading begins at the top of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what has changed
  useEffect(() => {
    setOpen(false);
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className={css.frame}>
        <header className={css.bar}>
          <Brand className={css.brand} />
          <Button variant="default" size="md" aria-expanded={isOpen} aria-controls="menu" onClick={() => setOpen(!isOpen)}>
            {t('menu')}
          </Button>
        </header>
        <nav id="menu" className={`${css.side} ${isOpen ? css.open : ''}`} aria-label={t('nav.main')}>
          <Brand className={css.brand} />
          <Places who={who} />
          <Me who={who} />
        </nav>
        <main className={css.page} id="main" ref={main} tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </>
  );
}

/** Pages of the cockpit, and those that work without script, which are as good. */
function Places({ who }: { who: Who }) {
  const { t } = useTranslation();
  const all = oversees(who);
  return (
    <>
      <ul>
        {all && (
          <li>
            <Link to="/" activeOptions={{ exact: true }}>
              {t('nav.cockpit')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/my-work">{t('nav.myWork')}</Link>
        </li>
        <Elsewhere to="/acceptances" name={t('nav.acceptances')} />
        <Elsewhere to="/report" name={t('nav.report')} />
        {all && <Elsewhere to="/runs" name={t('nav.runs')} />}
      </ul>
      <div>
        <h2>{t('nav.setUp')}</h2>
        <ul>
          <Elsewhere to="/processes" name={t('nav.processes')} />
          <Elsewhere to="/responsibilities" name={t('nav.responsibilities')} />
          {all && <Elsewhere to="/schedules" name={t('nav.schedules')} />}
          {all && <Elsewhere to="/mails" name={t('nav.mails')} />}
          <Elsewhere to="/my-mail" name={t('nav.myMail')} />
        </ul>
      </div>
    </>
  );
}

const Elsewhere = ({ to, name }: { to: string; name: string }) => (
  <li>
    <a href={to}>{name}</a>
  </li>
);

const schemes = ['auto', 'light', 'dark'] as const;

function Me({ who }: { who: Who }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const role = (['topManagement', 'ismsManager', 'auditor', 'riskOwner', 'controlOwner', 'processOwner', 'documentOwner'] as const).find(
    (one) => who.roles.includes(one),
  );
  const leave = async () => {
    await send('DELETE', '/session', undefined, crypto.randomUUID());
    location.assign('/sign-in?notice=signedOut');
  };
  return (
    <div className={css.who}>
      <div className="strong">{who.name}</div>
      <div className="quiet">{t(`role.${role ?? 'everyone'}`)}</div>
      <label className={css.scheme}>
        <span className="quiet">{t('nav.scheme')}</span>
        <select value={colorScheme} onChange={({ target }) => setColorScheme(target.value as (typeof schemes)[number])}>
          {schemes.map((scheme) => (
            <option key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={css.leave} onClick={leave}>
        {t('nav.signOut')}
      </button>
    </div>
  );
}
