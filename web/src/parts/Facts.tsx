import type { ReactNode } from 'react';
import css from './facts.module.css';

/** What is known, in pairs; what is not said is left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={css.facts}>
    {facts
      .filter(([, said]) => said !== undefined && said !== '' && said !== null)
      .map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
  </dl>
);

/** The same in one line below a title. */
export const Meta = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={css.meta}>
    {facts
      .filter(([, said]) => said !== undefined && said !== '' && said !== null)
      .map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt> <dd>{said}</dd>
        </div>
      ))}
  </dl>
);
