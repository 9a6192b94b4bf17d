import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../domain/records/importReport.ts';
import layout from '../../parts/page.module.css';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import css from './imports.module.css';

type Props = { report: ImportReport; applying: { isRecording: boolean; failure: Error | null }; onApply(): void };

/** What is in a file: how many rows are good, and which cells are not and why. Nothing has been written yet. */
export function Report({ report, applying, onApply }: Props) {
  const { t } = useTranslation();
  const { rows, findings, ignored } = report;
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section className={css.report} aria-labelledby="report">
      <h3 id="report" ref={place} tabIndex={-1}>
        {findings === 0 ? t('imports.good', { count: rows }) : t('imports.bad', { count: findings })}
      </h3>
      <State of={findings === 0 ? 'done' : 'late'}>{t(findings === 0 ? 'imports.canBe' : 'imports.cannotBe')}</State>
      <Findings report={report} />
      <Notes report={report} />
      {ignored.length > 0 && <p className="soft">{t('imports.ignored', { columns: ignored.join(', ') })}</p>}
      {findings === 0 && rows > 0 && (
        <RecordForm
          recording={applying}
          act={t('imports.apply', { count: rows })}
          onSubmit={onApply}
          label={t('imports.apply', { count: rows })}
        />
      )}
    </section>
  );
}

function Findings({ report: { report, findings } }: Pick<Props, 'report'>) {
  const { t } = useTranslation();
  if (report.length === 0) return null;
  const columns: Column<ImportReport['report'][number]>[] = [
    { key: 'row', head: t('imports.column.row'), cell: ({ row }) => row },
    { key: 'column', head: t('imports.column.column'), cell: ({ column }) => column },
    { key: 'reason', head: t('imports.column.reason'), cell: ({ reason }) => <span lang="en">{reason}</span> },
  ];
  return (
    <>
      {findings > report.length && <p className="soft">{t('imports.firstOf', { count: report.length, all: findings })}</p>}
      <Table
        caption={t('imports.findings')}
        columns={columns}
        rows={report}
        keyOf={({ row, column, code, reason }) => `${row} ${column} ${code} ${reason}`}
      />
    </>
  );
}

function Notes({ report: { notes, noted } }: Pick<Props, 'report'>) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <details className={layout.details}>
      <summary>{t('imports.notes', { count: noted })}</summary>
      <ul className={layout.bullets} lang="en">
        {notes.map(({ row, column, note }) => (
          <li key={`${row} ${column} ${note}`}>{`${row}, ${column}: ${note}`}</li>
        ))}
      </ul>
    </details>
  );
}
