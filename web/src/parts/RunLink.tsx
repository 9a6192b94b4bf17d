import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Props = { run: string; className?: string; children?: ReactNode };

/** To a run: what was promised in it, and what happened. */
export const RunLink = ({ run, className, children = run }: Props) => (
  <Link to="/runs/$run" params={{ run }} className={className}>
    {children}
  </Link>
);
