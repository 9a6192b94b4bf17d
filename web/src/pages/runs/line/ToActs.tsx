import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RowStanding, TimeLineRow } from '../../../../../domain/records/timeLine.ts';

const open: readonly RowStanding[] = ['escalated', 'late', 'soon', 'onTime'];

/** To where something is done with what a row asks: the page of its one task, or that of all that the person is asked in the run; without a row, of all that is open. */
export function ToActs({ run, row, children }: { run: string; row: TimeLineRow | undefined; children: ReactNode }) {
  const asked = row !== undefined && open.includes(row.standing) ? row : undefined;
  return asked?.count === 1 ? (
    <Link to="/task/$" params={{ _splat: asked.id }}>
      {children}
    </Link>
  ) : (
    <Link to="/runs/$run/tasks" params={{ run }} search={asked === undefined ? {} : { person: asked.who.id }}>
      {children}
    </Link>
  );
}
