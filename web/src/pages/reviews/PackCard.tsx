import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Fact, Table as Frozen, Said } from '../../../../domain/records/brief.ts';
import type { ManagementReview } from '../../../../domain/records/managementReview.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts, Prose } from '../../parts/Facts.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { packOf } from './data.ts';
import { linesOf, type PackLine } from './lines.ts';
import css from './reviews.module.css';

/** What was frozen for the review, line by line: what people said, the figures, and the tables unfolded where somebody wants them. */
export function PackCard({ review: { id, packNote: note } }: { review: ManagementReview }) {
  const { t } = useTranslation();
  const days = useDays();
  const { data: pack } = useSuspenseQuery(packOf(id));
  return (
    <Card title={t('checks.reviews.one.pack')}>
      <p className={css.frozen}>{t('checks.reviews.one.packFrozen', { at: days.moment(pack.frozenAt), digest: pack.digest })}</p>
      <Facts facts={[{ name: t('checks.reviews.one.agenda'), said: note && <Prose>{note}</Prose> }]} />
      {linesOf(pack).map((line) => (
        <Line key={line.line} of={line} />
      ))}
    </Card>
  );
}

function useSaid() {
  const { i18n } = useTranslation();
  const days = useDays();
  const words = (said: Said): string => (typeof said === 'string' ? said : said[i18n.language === 'de' ? 'de' : 'en']);
  const read = ({ said, as }: Fact): string =>
    said
      .map(words)
      .map((text) => (as === 'day' ? days.day(text) : as === 'instant' ? days.moment(text) : text))
      .join('\n');
  return { words, read };
}

function Line({ of: { line, words, figures, tables } }: { of: PackLine }) {
  const { t } = useTranslation();
  const { words: inWords, read } = useSaid();
  const heading = `line-${line}`;
  return (
    <section className={css.line} aria-labelledby={heading}>
      <h3 id={heading}>{t(`checks.reviews.one.line.${line}`)}</h3>
      {words === undefined ? <p className="quiet">{t('checks.reviews.one.nothingKnown')}</p> : <Prose>{read(words)}</Prose>}
      {figures.length > 0 && (
        <div className={css.figures}>
          <Facts facts={figures.map((fact) => ({ name: withoutLine(inWords(fact.label)), said: <Prose>{read(fact)}</Prose> }))} />
        </div>
      )}
      {tables.map((table) => (
        <FrozenTable key={table.title.en} table={table} />
      ))}
    </section>
  );
}

/** The heading says already which line it is. */
const withoutLine = (label: string): string => label.replace(/^[a-g]\d?\) /, '');

function FrozenTable({ table: { title, columns, rows } }: { table: Frozen }) {
  const { t } = useTranslation();
  const { words } = useSaid();
  const numbered = rows.map((cells, n) => ({ n, cells }));
  return (
    <details className={css.more}>
      <summary>{t('checks.reviews.one.rows', { title: withoutLine(words(title)), count: rows.length })}</summary>
      <Table
        caption={words(title)}
        rows={numbered}
        keyOf={({ n }) => String(n)}
        columns={columns.map((column, n) => ({
          key: column.en,
          head: words(column),
          cell: ({ cells }: (typeof numbered)[number]) => words(cells[n] ?? ''),
        }))}
      />
    </details>
  );
}
