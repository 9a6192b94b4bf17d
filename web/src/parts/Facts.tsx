import type { ReactNode } from 'react';
import css from './facts.module.css';

/** What it is, and what is said of it. */
export type Fact = { name: string; said: ReactNode };
type Props = { facts: readonly (Fact | undefined)[] };

/** What is known, name by name; what is empty is left out. */
export const Facts = (props: Props) => <Known {...props} className={css.facts} />;

/** The same in one line below a title. */
export const Meta = (props: Props) => <Known {...props} className={css.meta} />;

function Known({ facts, className }: Props & { className: string | undefined }) {
  const known = facts.filter((fact) => fact !== undefined).filter(({ said }) => !empty.includes(said));
  return known.length === 0 ? null : (
    <dl className={className}>
      {known.map(({ name, said }) => (
        <div key={name}>
          <dt>{name}</dt> <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

const empty: readonly ReactNode[] = [undefined, null, false, ''];

/** Text as somebody has written it, with its lines. */
export const Prose = ({ children }: { children: string }) => <div className={css.prose}>{children}</div>;
