import { SegmentedControl } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AuditProgramme } from '../../../../domain/records/audit.ts';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { settings } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import css from './audits.module.css';
import {
  byAudits,
  bySites,
  byYears,
  type Covered,
  cellOf,
  clauses,
  gapsIn,
  type MatrixColumn,
  type Scoped,
  type Theme,
  themes,
} from './coverage.ts';
import { statement } from './data.ts';

const here = getRouteApi('/audits');

type Props = { all: readonly Scoped[]; ofYear: readonly Scoped[]; programmes: readonly AuditProgramme[] };

/** Clauses and controls against years, audits or sites; and what nobody has looked at. */
export function CoverageCard({ all, ofYear, programmes }: Props) {
  const { t } = useTranslation();
  const [{ data: soa }, { data: organization }] = useSuspenseQueries({ queries: [statement, settings] });
  const { by = 'years' } = here.useSearch();
  const navigate = here.useNavigate();
  const years = byYears(all, programmes);
  const siteName = (site: string) => organization.sites.find(({ id }) => id === site)?.name ?? site;
  const columns = by === 'years' ? years : by === 'audits' ? byAudits(ofYear) : bySites(all, siteName);
  const controls = soa.lines.filter(({ control }) => control.startsWith('A.'));
  const necessary = controls.filter(({ applicable }) => applicable === true).map(({ control }) => control);
  return (
    <Card
      title={t('checks.audits.coverage.heading')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('checks.audits.coverage.which')}
          value={by}
          onChange={(value) => navigate({ search: (before) => ({ ...before, by: value as typeof by }), replace: true })}
          data={(['years', 'audits', 'sites'] as const).map((value) => ({ value, label: t(`checks.audits.coverage.by.${value}`) }))}
        />
      }
    >
      <p className={css.gap}>{gapsOf(t, gapsIn([...clauses, ...necessary], years))}</p>
      {columns.length === 0 ? (
        <p className="soft">{t(by === 'sites' ? 'checks.audits.coverage.unsited' : 'checks.audits.coverage.none')}</p>
      ) : (
        <>
          <Matrix
            caption={t('checks.audits.coverage.caption', { by: t(`checks.audits.coverage.by.${by}`) })}
            rows={[
              ...clauses.map((clause) => ({ key: clause, name: t(`checks.audits.coverage.clause.${clause}`), subjects: [clause] })),
              ...themes.map((theme) => ({
                key: `A.${theme}`,
                name: t(`checks.audits.coverage.theme.${theme}`),
                subjects: within(controls, theme),
              })),
            ]}
            columns={columns}
          />
          {themes.map((theme) => (
            <ThemeDetails key={theme} theme={theme} controls={controls} columns={columns} by={by} />
          ))}
        </>
      )}
    </Card>
  );
}

const within = (controls: readonly SoaLine[], theme: Theme): string[] =>
  controls.map(({ control }) => control).filter((control) => control.startsWith(`A.${theme}.`));

const mostNamed = 12;

function gapsOf(t: TFunction, gaps: readonly string[]): string {
  const list = gaps.slice(0, mostNamed).join(', ');
  const more = gaps.length - mostNamed;
  return t('checks.audits.coverage.gap', {
    count: gaps.length,
    list: more > 0 ? t('checks.audits.coverage.more', { list, count: more }) : list,
  });
}

type Of = { theme: Theme; controls: readonly SoaLine[]; columns: readonly MatrixColumn[]; by: 'years' | 'audits' | 'sites' };

function ThemeDetails({ theme, controls, columns, by }: Of) {
  const { t } = useTranslation();
  const name = t(`checks.audits.coverage.theme.${theme}`);
  const own = controls.filter(({ control }) => control.startsWith(`A.${theme}.`));
  return (
    <details className={css.theme}>
      <summary>{t('checks.audits.coverage.show', { theme: name })}</summary>
      <Matrix
        caption={t('checks.audits.coverage.captionTheme', { theme: name, by: t(`checks.audits.coverage.by.${by}`) })}
        rows={own.map(({ control, title, applicable }) => ({
          key: control,
          name: `${control} ${title}`,
          under: applicable === true ? t('checks.audits.coverage.necessary') : undefined,
          subjects: [control],
        }))}
        columns={columns}
      />
    </details>
  );
}

type MatrixRow = { key: string; name: string; under?: string | undefined; subjects: readonly string[] };

function Matrix({ caption, rows, columns }: { caption: string; rows: readonly MatrixRow[]; columns: readonly MatrixColumn[] }) {
  const { t } = useTranslation();
  const head: Column<MatrixRow> = {
    key: 'subject',
    head: t('checks.audits.coverage.subject'),
    cell: ({ name, under }) => (
      <>
        {name}
        {under !== undefined && <div className="quiet">{under}</div>}
      </>
    ),
  };
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        head,
        ...columns.map((column) => ({ key: column.key, head: column.name, cell: (row: MatrixRow) => <Cell row={row} column={column} /> })),
      ]}
    />
  );
}

const shapes: Record<Covered, Shape> = { held: 'done', underWay: 'onTime', planned: 'ahead', notHeld: 'missing' };

/** Of a theme, how many of its controls; of one clause or control, how far the audit is. */
function Cell({ row: { subjects }, column }: { row: MatrixRow; column: MatrixColumn }) {
  const { t } = useTranslation();
  const [only, second] = subjects;
  if (only !== undefined && second === undefined) {
    const covered = cellOf(only, column);
    return covered === undefined ? null : <State of={shapes[covered]}>{t(`checks.audits.coverage.cell.${covered}`)}</State>;
  }
  const held = subjects.filter((subject) => cellOf(subject, column) === 'held').length;
  return held === 0 ? null : <State of="done">{t('checks.audits.coverage.of', { n: held, of: subjects.length })}</State>;
}
