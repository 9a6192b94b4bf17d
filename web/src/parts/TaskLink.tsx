import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Props = { task: string; className?: string; children: ReactNode };

/** To one task, with its form for whoever may answer or decide it. */
export const TaskLink = ({ task, className, children }: Props) => (
  <Link to="/task/$" params={{ _splat: task }} className={className}>
    {children}
  </Link>
);
