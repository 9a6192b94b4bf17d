import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NonconformityLine } from '../../../../domain/records/correctiveLoop.ts';
import { Due } from '../../parts/Due.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { useDays } from '../../words/useDays.ts';

/** Where it stands, in words; the round only once it goes around again. */
export function whereOf(t: TFunction, { station, round }: Pick<NonconformityLine, 'station' | 'round'>): string {
  const said = t(`checks.nonconformities.station.${station}`);
  return round > 1 ? t('checks.nonconformities.round', { station: said, round }) : said;
}

const shapes: Partial<Record<NonconformityLine['station'], Shape>> = { closed: 'done', declined: 'superseded', back: 'soon' };
export const shapeOf = (station: NonconformityLine['station']): Shape => shapes[station] ?? 'onTime';

/** What a list says of each nonconformity. */
export function useColumns(): Column<NonconformityLine>[] {
  const { t } = useTranslation();
  const { day } = useDays();
  const head = (key: 'what' | 'age' | 'where' | 'asked' | 'owner' | 'grade') => ({
    key,
    head: t(`checks.nonconformities.list.column.${key}`),
  });
  return [
    { ...head('what'), cell: (one) => <What line={one} /> },
    {
      ...head('age'),
      cell: ({ ageDays, hardDate }) => (
        <>
          <span className="nowrap">{t('checks.nonconformities.age', { count: ageDays })}</span>
          {hardDate !== undefined && <div className="quiet">{t('checks.nonconformities.list.hard', { day: day(hardDate) })}</div>}
        </>
      ),
    },
    { ...head('where'), cell: (one) => <State of={shapeOf(one.station)}>{whereOf(t, one)}</State> },
    { ...head('asked'), cell: (one) => <Asked line={one} /> },
    { ...head('owner'), cell: ({ ownerName }) => ownerName },
    { ...head('grade'), cell: ({ grade }) => (grade === undefined ? '' : t(`checks.nonconformities.grade.${grade}`)) },
  ];
}

const What = ({ line: { id, title } }: { line: NonconformityLine }) => (
  <>
    <Link to="/nonconformities/$id" params={{ id }}>
      {title}
    </Link>
    <div className="quiet">{id}</div>
  </>
);

function Asked({ line: { asked, status } }: { line: NonconformityLine }) {
  const { t } = useTranslation();
  if (asked !== undefined)
    return (
      <>
        <div>{`${asked.assigneeName}: ${asked.title}`}</div>
        <Due task={asked} />
      </>
    );
  if (status === 'closed' || status === 'declined') return '';
  return (
    <span className="quiet">{t(status === 'candidate' ? 'checks.nonconformities.list.nobody' : 'checks.nonconformities.list.looks')}</span>
  );
}
