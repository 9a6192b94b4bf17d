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
import { MyCount } from './MyCount.tsx';
import { OpenCount } from './OpenCount.tsx';
import { places } from './places.ts';
import { SearchField } from './SearchField.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { SignInOver } from './SignInOver.tsx';
import css from './shell.module.css';
import { Tabs } from './Tabs.tsx';

/** The frame of every page: where one can go, and who one is. */
export function Shell() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isOpen, setOpen] = useState(false);
  const [isHelping, setHelping] = useState(false);
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
      <div className={`${css.frame} ${oversees(who) ? '' : css.tabbed}`}>
        <header className={css.bar}>
          <Brand className={css.brand} />
          <Button variant="default" size="md" aria-expanded={isOpen} aria-controls="menu" onClick={() => setOpen(!isOpen)}>
            {t('menu')}
          </Button>
        </header>
        <nav id="menu" className={`${css.side} ${isOpen ? css.open : ''}`} aria-label={t('nav.main')}>
          <Brand className={css.brand} />
          <SearchField />
          <div className={css.places}>
            <Places who={who} />
          </div>
          <Me who={who} onHelp={() => setHelping(true)} />
        </nav>
        <main className={css.page} id="main" ref={main} tabIndex={-1}>
          <SignInOver />
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
        {!oversees(who) && <Tabs who={who} />}
      </div>
      <Shortcuts who={who} isOpen={isHelping} onOpen={setHelping} />
    </>
  );
}

function Places({ who }: { who: Who }) {
  const { t } = useTranslation();
  return places.map(({ heading, places: all }) => {
    const own = all.filter((place) => place.for?.(who) !== false);
    return (
      own.length > 0 && (
        <div key={heading ?? ''}>
          {heading !== undefined && <h2>{t(heading)}</h2>}
          <ul>
            {own.map(({ to, name, elsewhere, isAlone = false, counts }) => (
              <li key={to}>
                {elsewhere ? (
                  <a href={to}>{t(name)}</a>
                ) : (
                  <Link to={to} activeOptions={{ exact: isAlone }}>
                    {t(name)} {to === '/my-work' && <MyCount who={who} />}
                    {counts !== undefined && oversees(who) && <OpenCount of={counts} />}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )
    );
  });
}

const schemes = ['auto', 'light', 'dark'] as const;

function Me({ who, onHelp }: { who: Who; onHelp(): void }) {
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
      <Link to="/people/$person" params={{ person: who.person }} className="strong">
        {who.name}
      </Link>
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
      <button type="button" className={css.leave} onClick={onHelp}>
        {t('shortcuts.title')}
      </button>
      <button type="button" className={css.leave} onClick={leave}>
        {t('nav.signOut')}
      </button>
    </div>
  );
}
