import type { ReactNode } from 'react';
import type { ControlKind } from '../../../domain/records/control.ts';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const shapes: Record<ControlKind, ReactNode> = {
  organizational: (
    <>
      <path {...line} d="M4 1.8h5.5L12.5 5v9.2H4z" />
      <path {...line} d="M6 7.5h4.5M6 10.5h4.5" />
    </>
  ),
  people: (
    <>
      <circle {...line} cx="8" cy="5" r="2.8" />
      <path {...line} d="M2.8 14c.4-3 2.4-4.6 5.2-4.6s4.8 1.6 5.2 4.6" />
    </>
  ),
  physical: (
    <>
      <path {...line} d="M3.5 14V2.5h9V14M1.5 14h13" />
      <circle cx="10" cy="8.5" r="1" fill="currentColor" />
    </>
  ),
  technological: (
    <>
      <rect {...line} x="4" y="4" width="8" height="8" rx="1.2" />
      <path {...line} d="M6.5 1.5V4M9.5 1.5V4M6.5 12v2.5M9.5 12v2.5M1.5 6.5H4M1.5 9.5H4M12 6.5h2.5M12 9.5h2.5" />
    </>
  ),
  legal: (
    <>
      <path {...line} d="M2 13.8c2-1.5 3-5 4.3-8C7 4 8.5 4.2 8.3 6c-.2 2-1.6 4.5-.6 5.5s2-2 2.8-2 .8 1.8 3.5 1.3" />
      <path {...line} d="M9.5 13.8H14" />
    </>
  ),
};

/** The kind of a control; it never stands alone, the word is beside it. */
export const KindIcon = ({ kind }: { kind: ControlKind }) => (
  <svg className="icon quiet" viewBox="0 0 16 16" aria-hidden="true">
    {shapes[kind]}
  </svg>
);
