import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import css from './mark.module.css';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round' } as const;

const own = (shape: ReactNode) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    {shape}
  </svg>
);

const shapes = {
  good: <Icon shape="done" />,
  partly: <Icon shape="soon" />,
  bad: own(
    <>
      <rect {...line} x="2" y="2" width="12" height="12" rx="2" />
      <path {...line} d="m5.4 5.4 5.2 5.2M10.6 5.4l-5.2 5.2" />
    </>,
  ),
  unknown: own(<circle {...line} cx="8" cy="8" r="6" strokeDasharray="2.4 2.3" />),
  ahead: own(<rect {...line} x="2" y="4" width="12" height="8" rx="2" />),
  over: own(
    <>
      <circle {...line} cx="8" cy="8" r="6.2" strokeDasharray="2.4 2" />
      <path {...line} d="M5 8h6" />
    </>,
  ),
} as const satisfies Record<string, ReactNode>;

/** Whether something works or is met, as shape and word: petrol or ink, because warm means time. */
export const Mark = ({ of, children }: { of: keyof typeof shapes; children: ReactNode }) => (
  <span className={of === 'good' ? 'state' : `state ${css.ink}`}>
    {shapes[of]}
    {children}
  </span>
);
