import type { ReactNode } from 'react';
import { Icon, type Shape } from './Icon.tsx';

type Props = { of: Shape; quiet?: boolean; children: ReactNode };

/** A state as colour, shape and word together, never fewer. What was done late is quiet: it is measured, not held against anybody. */
export const State = ({ of, quiet = false, children }: Props) => (
  <span className={`state ${of} ${quiet ? 'soft' : ''}`}>
    <Icon shape={of} />
    {children}
  </span>
);
