import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { Levels } from '../../../../domain/records/common.ts';
import type { Risk } from '../../../../domain/records/risk.ts';
import { Band } from '../../parts/Band.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import css from './risks.module.css';

type Saying = { nameOf(id: string): string; today: string; date(iso: string): string };

const levelsSaid = (levels: Levels | undefined): string => (levels === undefined ? '' : `${levels.likelihood} × ${levels.consequence}`);

/** A risk in one row: what, whose, how big, what becomes of it. */
export const riskColumns = (t: TFunction, { nameOf, today, date }: Saying): Column<Risk>[] => [
  {
    ...{ key: 'name', head: t('registers.risks.column.name') },
    cell: ({ id, name }) => (
      <Link to="/risks/$risk" params={{ risk: id }} className={css.name}>
        <span className="id">{id}</span> {name}
      </Link>
    ),
  },
  { key: 'owner', head: t('registers.risks.column.owner'), cell: ({ owner }) => nameOf(owner) },
  {
    ...{ key: 'level', head: t('registers.risks.column.current') },
    cell: ({ band, current }) =>
      current === undefined ? (
        <span className="quiet">{t('registers.notJudged')}</span>
      ) : (
        <>
          <Band band={band} /> <span className="quiet nowrap">{levelsSaid(current)}</span>
        </>
      ),
  },
  { key: 'target', head: t('registers.risks.column.target'), cell: ({ residual }) => levelsSaid(residual) },
  { key: 'controls', head: t('registers.risks.column.controls'), cell: ({ controls }) => controls.length, numeric: true },
  { key: 'status', head: t('registers.risks.column.status'), cell: (risk) => standsSo(t, risk) },
  {
    ...{ key: 'review', head: t('registers.risks.column.review') },
    cell: ({ nextReview, status }) => {
      if (nextReview === undefined) return '';
      const isPast = nextReview < today && status !== 'closed' && status !== 'avoided';
      return isPast ? (
        <State of="late">{t('registers.since', { day: date(nextReview) })}</State>
      ) : (
        <span className="nowrap">{date(nextReview)}</span>
      );
    },
  },
];

/** Its status, and whether its level needs a decision. */
function standsSo(t: TFunction, { status, acceptance }: Risk): string {
  const said = t(`registers.riskStatus.${status}`);
  return acceptance === undefined || acceptance === 'notNeeded' ? said : `${said}, ${t(`registers.decision.${acceptance}`)}`;
}
