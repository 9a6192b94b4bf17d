import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../domain/records/common.ts';
import type { Duty } from '../../../../domain/records/processShown.ts';
import type { Column } from '../../parts/table/columns.ts';
import { dueSaid, partsOf, partsOfRole, rolesSaid, usePick, whoSaid } from './said.ts';

/** The duties of one person or one role: task, process, part, and by when. */
export function useDutyColumns(of: { person: string } | { role: Role }): Column<Duty>[] {
  const { t, i18n } = useTranslation();
  const pick = usePick();
  const parts = (duty: Duty) => ('person' in of ? partsOf(t, duty, of.person) : partsOfRole(t, duty, of.role));
  return [
    { key: 'task', head: t('duties.column.task'), cell: ({ title }) => pick(title) },
    {
      key: 'process',
      head: t('duties.column.process'),
      cell: ({ process, processTitle }) => (
        <Link to="/processes/$process" params={{ process }}>
          {pick(processTitle)}
        </Link>
      ),
    },
    { key: 'part', head: t('duties.column.part'), cell: (duty) => new Intl.ListFormat(i18n.language).format(parts(duty)) },
    { key: 'due', head: t('duties.column.due'), cell: ({ due }) => dueSaid(t, due, i18n.language) },
  ];
}

/** Everybody's part in each task: does it, answers for it, is consulted, is informed. */
export function useRaciColumns(): Column<Duty>[] {
  const { t, i18n } = useTranslation();
  const pick = usePick();
  return [
    { key: 'task', head: t('duties.column.task'), cell: ({ title }) => pick(title) },
    {
      key: 'responsible',
      head: t('duties.column.responsible'),
      cell: ({ responsible, confirms }) => (
        <>
          {whoSaid(t, responsible)}
          {confirms !== undefined && <div className="soft">{t('duties.confirmedBy', { who: whoSaid(t, confirms) })}</div>}
        </>
      ),
    },
    { key: 'accountable', head: t('duties.column.accountable'), cell: ({ accountable }) => whoSaid(t, accountable) },
    { key: 'consulted', head: t('duties.column.consulted'), cell: ({ consulted }) => rolesSaid(t, consulted) },
    { key: 'informed', head: t('duties.column.informed'), cell: ({ informed }) => rolesSaid(t, informed) },
    { key: 'due', head: t('duties.column.due'), cell: ({ due }) => dueSaid(t, due, i18n.language) },
  ];
}
