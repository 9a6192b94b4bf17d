import type { ReactNode } from 'react';
import css from './factRows.module.css';

export type Fact = { name: string; said: ReactNode };

/** What is known, name by name; what is empty is left out. */
export function FactRows({ facts }: { facts: readonly (Fact | undefined)[] }) {
  const known = facts.filter((fact) => fact !== undefined).filter(({ said }) => said !== undefined && said !== '' && said !== false);
  return known.length === 0 ? null : (
    <dl className={css.facts}>
      {known.map(({ name, said }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Text as somebody has written it, with its lines. */
export const Prose = ({ children }: { children: string }) => <div className={css.prose}>{children}</div>;
