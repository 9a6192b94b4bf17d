import type { ReactNode } from 'react';

/** What was sent, the due date, a level that was reached, and what is to come: each has an outline of its own. */
export type MarkKind = 'sent' | 'due' | 'level' | 'coming';

const shapes: Record<MarkKind, ReactNode> = {
  sent: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  due: <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" fill="currentColor" />,
  level: <path d="m3 10.5 5-5 5 5" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />,
  coming: <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
};

export const TimetableMark = ({ kind }: { kind: MarkKind }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    {shapes[kind]}
  </svg>
);
