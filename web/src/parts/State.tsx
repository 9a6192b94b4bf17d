import type { ReactNode } from 'react';
import { Icon, type Shape } from './Icon.tsx';

/** A state as colour, shape and word together, never fewer. */
export const State = ({ of, children }: { of: Shape; children: ReactNode }) => (
  <span className={`state ${of}`}>
    <Icon shape={of} />
    {children}
  </span>
);
