import { useTranslation } from 'react-i18next';
import type { Brief, Fact, Said, Table } from '../../../../domain/records/brief.ts';
import { useDays } from '../../words/useDays.ts';
import { Facts } from '../Facts.tsx';
import css from './reading.module.css';

const saidIn = (said: Said, language: string): string => (typeof said === 'string' ? said : language === 'de' ? said.de : said.en);

/** What was frozen for whoever is asked: lines and tables, and since when they stand. */
export function BriefReading({ brief: { facts, tables, frozenAt } }: { brief: Brief }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  return (
    <div>
      <Facts facts={facts.map((fact) => ({ name: saidIn(fact.label, i18n.language), said: <Lines fact={fact} /> }))} />
      {tables.map((table) => (
        <FactTable key={table.title.en} table={table} />
      ))}
      <p className={css.stamp}>{t('tasks.facts.frozenAt', { at: days.moment(frozenAt) })}</p>
    </div>
  );
}

function Lines({ fact: { said, as } }: { fact: Fact }) {
  const { i18n } = useTranslation();
  const days = useDays();
  const lines = said.map((one) => {
    const text = saidIn(one, i18n.language);
    return as === 'day' ? days.day(text) : as === 'instant' ? days.moment(text) : text;
  });
  if (lines.length < 2) return <span className={css.kept}>{lines[0] ?? ''}</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function FactTable({ table: { title, columns, rows } }: { table: Table }) {
  const { i18n } = useTranslation();
  const said = (one: Said) => saidIn(one, i18n.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keyboard too
    <section className={css.scroll} tabIndex={0} aria-label={said(title)}>
      <table>
        <caption>{said(title)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.en} scope="col">
                {said(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map(said).join(' ')}>
              {row.map((cell, n) => (
                <td key={columns[n]?.en ?? n}>{said(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
