import type { Fact, Brief as Frozen, Said, Table } from '../../../domain/records/brief.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';

type Props = { brief: Frozen; speaker: Speaker };

/** What was frozen for whoever is asked: lines and tables, and since when they stand. */
export const Brief = ({ brief: { facts, tables, frozenAt, title }, speaker }: Props) => (
  <div className="frozen">
    {facts.length === 0 ? null : (
      <dl className="facts">
        {facts.map((fact) => (
          <div key={fact.label.en}>
            <dt>{fact.label[speaker.language]}</dt>
            <dd>
              <Lines fact={fact} speaker={speaker} />
            </dd>
          </div>
        ))}
      </dl>
    )}
    {tables.map((table) => (
      <FactTable key={table.title.en} table={table} speaker={speaker} />
    ))}
    <p className="stamp-line">
      {speaker.t('page:tasks.frozenAt', { at: speaker.dates.weekdayTime(frozenAt), title: saidIn(title, speaker) })}
    </p>
  </div>
);

const Lines = ({ fact: { said, as }, speaker }: { fact: Fact; speaker: Speaker }) => {
  const [only, second] = said;
  if (second === undefined) return <span className="kept">{only === undefined ? '' : readAs(only, as, speaker)}</span>;
  return (
    <ul>
      {said.map((one) => (
        <li key={saidIn(one, speaker)}>{readAs(one, as, speaker)}</li>
      ))}
    </ul>
  );
};

const FactTable = ({ table: { title, columns, rows }, speaker }: { table: Table; speaker: Speaker }) => (
  <div className="table-wrap">
    <table>
      <caption>{title[speaker.language]}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.en} scope="col">
              {column[speaker.language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.map((cell) => saidIn(cell, speaker)).join(' ')}>
            {row.map((cell, n) => (
              <td key={columns[n]?.en ?? String(n)}>{saidIn(cell, speaker)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const saidIn = (said: Said, { language }: Speaker): string => (typeof said === 'string' ? said : said[language]);

function readAs(said: Said, as: Fact['as'], speaker: Speaker): string {
  const text = saidIn(said, speaker);
  if (as === 'day') return speaker.dates.day(text);
  return as === 'instant' ? speaker.dates.weekdayTime(text) : text;
}
