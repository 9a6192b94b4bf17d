import { Link, useRouter } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Who } from '../data/queries.ts';
import css from './tabs.module.css';

/** `route`: the page of the cockpit that it needs. */
type Tab = { to: string; route?: string; name: ParseKeys; elsewhere?: true; shape: ReactNode };

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const work: Tab = {
  ...{ to: '/my-work', name: 'nav.myWork' },
  shape: (
    <>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path className="cut" d="m8 12.3 2.8 2.8L16.2 9.5" fill="none" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
};
const risks: Tab = {
  ...{ to: '/risks', name: 'tasks.tabs.risks' },
  shape: <path {...line} d="M6 3h8l4 4v14H6zM9 12h6M9 16h6" />,
};
const calendar: Tab = {
  ...{ to: '/my-mail', name: 'tasks.tabs.calendar', elsewhere: true },
  shape: <path {...line} d="M4 6h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4" />,
};
const me = ({ person }: Who): Tab => ({
  ...{ to: `/people/${encodeURIComponent(person)}`, route: '/people/$person', name: 'tasks.tabs.me' },
  shape: <path {...line} d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21c.6-4.5 3.5-6.5 7.5-6.5s6.900 2 7.5 6.5" />,
});

/** On a phone, the places of somebody who answers: at the bottom, where the thumb is. Those are shown that the cockpit has a page for. */
export function Tabs({ who }: { who: Who }) {
  const { t } = useTranslation();
  const { routesByPath } = useRouter();
  const mine = [work, ...(who.roles.includes('riskOwner') ? [risks] : []), calendar, me(who)];
  const shown = mine.filter(({ to, route = to, elsewhere }) => elsewhere || route in routesByPath);
  return (
    <nav className={css.tabs} aria-label={t('tasks.tabs.name')}>
      {shown.map(({ to, name, elsewhere, shape }) => {
        const inside = (
          <>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              {shape}
            </svg>
            {t(name)}
          </>
        );
        return elsewhere ? (
          <a key={to} href={to}>
            {inside}
          </a>
        ) : (
          <Link key={to} to={to}>
            {inside}
          </Link>
        );
      })}
    </nav>
  );
}
