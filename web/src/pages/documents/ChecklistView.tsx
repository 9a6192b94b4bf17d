import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../../domain/records/checklist.ts';
import { useBearings } from '../../data/bearings.ts';
import { record } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import type { CockpitWords } from '../../words/en.ts';
import { useDays } from '../../words/useDays.ts';

const checklist = record<Checklist>('/documents/checklist');
type Line = Checklist['lines'][number];

/** Line by line what clauses and necessary controls want documented, and what stands for it. */
export function ChecklistView({ tabs }: { tabs: ReactNode }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(checklist);
  const { today } = useBearings();
  const head = (key: 'clause' | 'what' | 'stands' | 'state') => ({ key, head: t(`checks.documents.checklist.column.${key}`) });
  return (
    <>
      <PageHead name={t('checks.documents.name')} title={newsOf(t, data)} under={t('checks.documents.under.checklist')} />
      {tabs}
      <Card title={t('checks.documents.checklist.caption')} hidden>
        <Table
          caption={t('checks.documents.checklist.caption')}
          rows={data.lines}
          keyOf={({ clause, title }) => `${clause} ${title.en}`}
          columns={[
            { ...head('clause'), cell: ({ clause }) => <span className="nowrap">{clause}</span> },
            {
              ...head('what'),
              cell: ({ title, kind }) => (
                <>
                  {title[i18n.language === 'de' ? 'de' : 'en']}
                  <div className="quiet">{t(`checks.documents.checklist.kind.${kind}`)}</div>
                </>
              ),
            },
            { ...head('stands'), cell: (line) => <Stands line={line} /> },
            { ...head('state'), cell: (line) => stateOf(t, line, days.day, today) },
          ]}
        />
      </Card>
    </>
  );
}

function newsOf(t: TFunction, { missing, overdue }: Checklist): string {
  if (missing === 0 && overdue === 0) return t('checks.documents.title.checklist.allWell');
  if (missing === 0) return t('checks.documents.title.checklist.onlyOverdue', { count: overdue });
  const said = t('checks.documents.title.checklist.missing', { count: missing });
  if (overdue === 0) return said;
  return t('checks.documents.title.checklist.both', {
    missing: said,
    overdue: t('checks.documents.title.checklist.overdue', { count: overdue }),
  });
}

function stateOf(t: TFunction, { missing, overdue, stands }: Line, day: (iso: string) => string, today: string): ReactNode {
  if (missing) return <State of="missing">{t('checks.documents.checklist.missing')}</State>;
  if (!overdue) return stands.length === 0 ? '' : <State of="done">{t('checks.documents.checklist.there')}</State>;
  const since = stands.flatMap(({ nextReview }) => (nextReview !== undefined && nextReview < today ? [nextReview] : [])).sort()[0];
  return (
    <State of="late">
      {since === undefined ? t('checks.documents.checklist.overduePlain') : t('checks.documents.checklist.overdue', { day: day(since) })}
    </State>
  );
}

type Register = keyof CockpitWords['checks']['documents']['checklist']['register'];

function Stands({ line: { stands } }: { line: Line }) {
  const { t } = useTranslation();
  const { day } = useDays();
  if (stands.length === 0) return <span className="quiet">{t('checks.documents.checklist.none')}</span>;
  const name = (register: string) => t(`checks.documents.checklist.register.${register as Register}`);
  return (
    <ul>
      {stands.map(({ register, id, title, count, approvedOn }) => (
        <li key={`${register} ${id}`}>
          {register === 'documents' ? (
            <Link to="/documents/$id" params={{ id }}>
              {title ?? id}
            </Link>
          ) : (
            <StandingRecord
              register={register}
              name={count === undefined ? name(register) : t('checks.documents.checklist.records', { count, register: name(register) })}
            />
          )}
          <span className="quiet">
            {count !== undefined && `, ${t('checks.documents.checklist.last', { id })}`}
            {count === undefined && register !== 'documents' && ` ${id}`}
            {approvedOn !== undefined && `, ${t('checks.documents.checklist.approved', { day: day(approvedOn) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where its register has a page, it leads there. */
function StandingRecord({ register, name }: { register: string; name: string }) {
  if (register === 'nonconformities') return <Link to="/nonconformities">{name}</Link>;
  if (register === 'audits' || register === 'auditProgrammes') return <Link to="/audits">{name}</Link>;
  if (register === 'managementReviews') return <Link to="/management-reviews">{name}</Link>;
  if (register === 'runs') return <Link to="/runs">{name}</Link>;
  return name;
}
