import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { KindIcon } from '../../parts/KindIcon.tsx';
import type { Column } from '../../parts/table/columns.ts';
import css from './statement.module.css';

/** A line of the statement: whether the control applies, why, and how far it is. */
export const lineColumns = (t: TFunction): Column<SoaLine>[] => [
  {
    ...{ key: 'applicable', head: t('registers.statement.column.applicable') },
    cell: ({ applicable, problem }) => (
      <>
        <span className="strong">
          {t(`registers.statement.applicable.${applicable === undefined ? 'unsaid' : applicable ? 'yes' : 'no'}`)}
        </span>
        {problem !== undefined && <span className={css.under}>{t(`registers.statement.problem.${problem}`)}</span>}
      </>
    ),
  },
  { key: 'why', head: t('registers.statement.column.why'), cell: (line) => <Why line={line} t={t} /> },
  {
    ...{ key: 'implementation', head: t('registers.statement.column.implementation') },
    cell: ({ implementation }) => t(`registers.statement.implementation.${implementation}`),
  },
  {
    ...{ key: 'controls', head: t('registers.statement.column.controls') },
    cell: ({ controls }) =>
      controls.length > 0 && (
        <ul>
          {controls.map(({ id, name }) => (
            <li key={id}>
              <Link to="/controls/$control" params={{ control: id }}>
                <span className="id">{id}</span> {name}
              </Link>
            </li>
          ))}
        </ul>
      ),
  },
];

/** The number and short title of a control, with its theme. */
export const LineName = ({ line: { control, title, theme } }: { line: SoaLine }) => (
  <span className={css.name}>
    <KindIcon kind={theme} />
    <span>
      <span className="id">{control}</span> {title}
    </span>
  </span>
);

const mostNamed = 4;

/** Why follows from links; what somebody has said stands beside it. */
function Why({ line: { risks, requirements, justification }, t }: { line: SoaLine; t: TFunction }) {
  return (
    <>
      {risks.length > 0 && (
        <span className={css.links}>
          {t('registers.statement.risks', { count: risks.length })}{' '}
          {risks.slice(0, mostNamed).map((risk) => (
            <Link key={risk} to="/risks/$risk" params={{ risk }} className="id">
              {risk}
            </Link>
          ))}
          {risks.length > mostNamed && <span className="quiet">{t('registers.more', { count: risks.length - mostNamed })}</span>}
        </span>
      )}
      {requirements.length > 0 && (
        <span className={css.links}>
          {t('registers.statement.requirements', { count: requirements.length })}{' '}
          {requirements.slice(0, mostNamed).map((requirement) => (
            <Link key={requirement} to="/context" hash={requirement} className="id">
              {requirement}
            </Link>
          ))}
          {requirements.length > mostNamed && (
            <span className="quiet">{t('registers.more', { count: requirements.length - mostNamed })}</span>
          )}
        </span>
      )}
      {justification !== undefined && <span className={css.said}>{justification}</span>}
    </>
  );
}
