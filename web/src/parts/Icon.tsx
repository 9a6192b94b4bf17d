import type { ReactNode } from 'react';

/** Shapes that differ in outline, so that a state is told without its colour. */
const shapes = {
  done: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path className="cut" d="m5 8.2 2.2 2.2L11.2 6" fill="none" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  onTime: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="8" cy="8" r="2.4" fill="currentColor" />
    </>
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 2v12A6 6 0 0 0 8 2z" fill="currentColor" />
    </>
  ),
  late: (
    <>
      <path d="M8 1.4 15.4 14.4H.6z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path className="cut" d="M8 6v4M8 12.1v.4" fill="none" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  escalated: (
    <path
      d="m2.5 8 5.5-5.5L13.5 8M2.5 13.7 8 8.2l5.5 5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  superseded: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.6 1.8" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  missing: (
    <>
      <rect x="1.8" y="4.3" width="12.4" height="7.4" rx="2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 1.6" />
      <path d="m6 6 4 4M10 6l-4 4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  ahead: (
    <>
      <rect x="2" y="3.2" width="12" height="10.6" rx="1.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M2 6.6h12M5.4 1.8v2.6M10.6 1.8v2.6" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  doneLate: (
    <path d="m2.6 8.6 3.6 3.6L13.4 4.4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
  ),
  refused: (
    <>
      <rect
        x="1.5"
        y="3.5"
        width="13"
        height="9.5"
        rx="1.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2.5 1.8"
      />
      <path d="m5.6 5.9 4.8 4.8M10.4 5.9l-4.8 4.8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  absent: (
    <>
      <circle cx="8" cy="5" r="2.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M3 14c.3-3 2.3-4.5 5-4.5s4.7 1.5 5 4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeDasharray="2.4 2"
      />
    </>
  ),
  mail: (
    <>
      <rect x="1.5" y="3.5" width="13" height="9.5" rx="1.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="m2 4.5 6 4.7 6-4.7" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
    </>
  ),
} satisfies Record<string, ReactNode>;
export type Shape = keyof typeof shapes;

/** `size` in pixels where it stands within a picture: there, browsers take the size of a style for nothing. */
export const Icon = ({ shape, size }: { shape: Shape; size?: number }) => (
  <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
    {shapes[shape]}
  </svg>
);
