import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Searched } from '../../../domain/records/search.ts';

/** Where a record is shown. The id of a task has parts, as its address has. */
export const placeOf = (kind: Searched, id: string): string =>
  kind === 'tasks' ? `/task/${id.split('/').map(encodeURIComponent).join('/')}` : `/${kind}/${encodeURIComponent(id)}`;

type Props = { kind: Searched; id: string; className?: string; children: ReactNode };

/** The name of a record, leading to it. */
export const RecordLink = ({ kind, id, className, children }: Props) => (
  <Link to={placeOf(kind, id)} className={className}>
    {children}
  </Link>
);
