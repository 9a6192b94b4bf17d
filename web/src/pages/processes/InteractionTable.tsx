import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProcessMapShown } from '../../../../domain/records/processShown.ts';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { usePick } from './said.ts';

type Edge = ProcessMapShown['interactions'][number];

/** The picture in words: which process starts or proposes which, and when. */
export function InteractionTable({ map: { processes, interactions } }: { map: ProcessMapShown }) {
  const { t } = useTranslation();
  const pick = usePick();
  const name = (key: string) => {
    const node = processes.find((one) => one.key === key);
    return (
      <Link to="/processes/$process" params={{ process: key }}>
        {node === undefined ? key : pick(node.title)}
      </Link>
    );
  };
  const columns: Column<Edge>[] = [
    { key: 'from', head: t('processes.column.from'), cell: ({ from }) => name(from) },
    { key: 'how', head: t('processes.column.how'), cell: ({ how }) => t(`processes.how.${how}`) },
    { key: 'to', head: t('processes.column.to'), cell: ({ to }) => name(to) },
    { key: 'when', head: t('processes.column.when'), cell: ({ when }) => pick(when) },
  ];
  return (
    <Table
      caption={t('processes.mapTable')}
      columns={columns}
      rows={interactions}
      keyOf={({ from, to, when }) => `${from} ${to} ${when.en}`}
    />
  );
}
