import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../parts/Icon.tsx';
import css from './line.module.css';
import plot from './plot.module.css';

const drawn = (children: ReactNode) => (
  <svg className={css.stroke} viewBox="0 0 28 12" aria-hidden="true">
    {children}
  </svg>
);

const plan = <rect className={plot.plan} x=".5" y=".5" width="27" height="11" rx="2" />;

/** What the strokes and marks mean. */
export function LineKey() {
  const { t } = useTranslation();
  const keys: [string, ReactNode][] = [
    [
      t('runs.line.key.promised'),
      drawn(
        <>
          {plan}
          <line className={plot.promise} x1="27" x2="27" y1="-1" y2="13" />
        </>,
      ),
    ],
    [t('runs.line.key.actual'), drawn(<rect className={plot.actual} y="3" width="28" height="6" />)],
    [t('runs.line.key.over'), drawn(<line className={plot.over} x2="28" y1="6" y2="6" />)],
    [t('runs.line.key.moved'), drawn(<rect className={plot.dashed} x=".5" y=".5" width="27" height="11" rx="2" />)],
    [t('runs.line.key.calledOff'), drawn(<line className={plot.off} x2="28" y1="6" y2="6" />)],
    [t('runs.line.key.delivered'), <Icon key="mail" shape="mail" />],
    [
      t('runs.line.key.refused'),
      <span key="refused" className={plot.refused}>
        <Icon shape="refused" />
      </span>,
    ],
    [
      t('runs.line.key.escalation'),
      <span key="level" className={plot.level}>
        <Icon shape="escalated" />
      </span>,
    ],
    [t('runs.line.key.next'), drawn(<circle className={plot.coming} cx="14" cy="6" r="3.5" />)],
  ];
  return (
    <ul className={css.key}>
      {keys.map(([name, picture]) => (
        <li key={name}>
          {picture}
          {name}
        </li>
      ))}
    </ul>
  );
}
