import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { Control } from '../../../../domain/records/control.ts';
import { ControlState } from '../../parts/ControlState.tsx';
import { KindIcon } from '../../parts/KindIcon.tsx';
import type { Column } from '../../parts/table/columns.ts';
import css from './controls.module.css';

type Saying = { nameOf(id: string | undefined): string; today: string; date(iso: string): string };

/** A control in one row: what, of which kind, whose, how it stands, and when somebody looks at it. */
export const controlColumns = (t: TFunction, { nameOf, today, date }: Saying): Column<Control>[] => [
  {
    ...{ key: 'name', head: t('registers.controls.column.name') },
    cell: ({ id, name }) => (
      <Link to="/controls/$control" params={{ control: id }} className={css.name}>
        <span className="id">{id}</span> {name}
      </Link>
    ),
  },
  {
    ...{ key: 'kind', head: t('registers.controls.column.kind') },
    cell: ({ kind }) => (
      <span className={css.kind}>
        <KindIcon kind={kind} /> {t(`registers.kind.${kind}`)}
      </span>
    ),
  },
  { key: 'owner', head: t('registers.controls.column.owner'), cell: ({ owner }) => nameOf(owner) },
  {
    ...{ key: 'stands', head: t('registers.controls.column.stands') },
    cell: (control) => <ControlState {...control} isExpired={control.nextCheck !== undefined && control.nextCheck < today} />,
  },
  {
    ...{ key: 'checked', head: t('registers.controls.column.checked') },
    cell: ({ checkedOn }) => (checkedOn === undefined ? t('registers.never') : <span className="nowrap">{date(checkedOn)}</span>),
  },
  {
    ...{ key: 'next', head: t('registers.controls.column.next') },
    cell: ({ nextCheck }) => (nextCheck === undefined ? '' : <span className="nowrap">{date(nextCheck)}</span>),
  },
  {
    ...{ key: 'annexA', head: t('registers.controls.column.annexA') },
    cell: ({ annexA }) => annexA.map((number) => `A.${number}`).join(', '),
  },
];
