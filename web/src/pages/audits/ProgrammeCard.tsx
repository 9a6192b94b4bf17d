import { Link, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Audit, AuditFinding, AuditProgramme, PlannedAudit } from '../../../../domain/records/audit.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts, Prose } from '../../parts/Facts.tsx';
import { Filters } from '../../parts/Filters.tsx';
import { Name } from '../../parts/Name.tsx';
import { SelectField } from '../../parts/recording/fields.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import { AuditState } from './AuditState.tsx';
import css from './audits.module.css';

type Props = {
  year: string;
  years: readonly string[];
  programmes: readonly AuditProgramme[];
  audits: readonly Audit[];
  findings: readonly AuditFinding[];
  today: string;
};

/** The programme of one year: whether it is approved, and each of its audits with its days, its scope and its state. */
export function ProgrammeCard({ year, years, programmes, audits, findings, today }: Props) {
  const { t } = useTranslation();
  const programme = programmes.find(({ period }) => period === year);
  const within = audits.filter(({ programme: of }) => of !== undefined);
  const beside = audits.filter(({ programme: of }) => of === undefined);
  const isDraft = programme?.status === 'draft';
  return (
    <Card title={t('checks.audits.programme.heading', { period: year })} aside={programme && <Approval programme={programme} />}>
      {years.length > 1 && <Years year={year} years={years} />}
      {programme !== undefined && <About programme={programme} />}
      {isDraft && programme.planned.length > 0 && <Drafted planned={programme.planned} />}
      {within.length > 0 && (
        <AuditTable caption={t('checks.audits.programme.caption', { period: year })} {...{ audits: within, findings, today }} />
      )}
      {within.length === 0 && !isDraft && <p className="soft">{t('checks.audits.programme.none')}</p>}
      {beside.length > 0 && (
        <>
          <h3 className={css.sub}>{t('checks.audits.programme.beside')}</h3>
          <AuditTable caption={t('checks.audits.programme.beside')} {...{ audits: beside, findings, today }} />
        </>
      )}
    </Card>
  );
}

function Years({ year, years }: { year: string; years: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/audits' });
  return (
    <Filters label={t('checks.audits.programme.which')}>
      <SelectField
        label={t('checks.audits.programme.choose')}
        value={year}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(value) => navigate({ search: (before) => ({ ...before, year: value }), replace: true })}
      />
    </Filters>
  );
}

function Approval({ programme: { status, approvedAt, approvedBy } }: { programme: AuditProgramme }) {
  const { t } = useTranslation();
  const days = useDays();
  if (approvedAt === undefined || approvedBy === undefined) return <State of="ahead">{t('checks.audits.programme.draft')}</State>;
  return (
    <span className="small soft">
      <State of="done">{t(`checks.audits.programme.status.${status}`)}</State> {days.day(approvedAt)}, <Name of={approvedBy.person} />
    </span>
  );
}

function About({ programme: { objectives, arrangements, risks, owner } }: { programme: AuditProgramme }) {
  const { t } = useTranslation();
  const prose = (key: 'objectives' | 'arrangements' | 'risks', text: string | undefined) => ({
    name: t(`checks.audits.programme.${key}`),
    said: text && <Prose>{text}</Prose>,
  });
  return (
    <div className={css.about}>
      <Facts
        facts={[
          { name: t('checks.audits.programme.owner'), said: owner && <Name of={owner} /> },
          prose('objectives', objectives),
          prose('arrangements', arrangements),
          prose('risks', risks),
        ]}
      />
    </div>
  );
}

function Drafted({ planned }: { planned: readonly PlannedAudit[] }) {
  const { t } = useTranslation();
  const days = useDays();
  const head = (key: 'audit' | 'days' | 'scope' | 'area' | 'why') => ({ key, head: t(`checks.audits.programme.column.${key}`) });
  return (
    <Table
      caption={t('checks.audits.programme.planned')}
      rows={planned}
      keyOf={({ title, from }) => `${from} ${title}`}
      columns={[
        { ...head('audit'), cell: ({ title }) => title },
        { ...head('days'), cell: ({ from }) => <span className="nowrap">{days.day(from)}</span> },
        { ...head('scope'), cell: (one) => scopeOf(t, one) },
        { ...head('area'), cell: ({ area, owner }) => <Area name={area} owner={owner} /> },
        { ...head('why'), cell: ({ reason }) => reason },
      ]}
    />
  );
}

const Area = ({ name, owner }: { name: string; owner: string }) => (
  <>
    {name}, <Name of={owner} />
  </>
);

type TableProps = { caption: string; audits: readonly Audit[]; findings: readonly AuditFinding[]; today: string };

function AuditTable({ caption, audits, findings, today }: TableProps) {
  const { t } = useTranslation();
  const days = useDays();
  const head = (key: 'audit' | 'days' | 'scope' | 'lead' | 'found' | 'state') => ({
    key,
    head: t(`checks.audits.programme.column.${key}`),
  });
  const columns: Column<Audit>[] = [
    { ...head('audit'), cell: (audit) => <AuditName audit={audit} /> },
    { ...head('days'), cell: ({ from, to }) => daysOf({ from, to }, days) },
    { ...head('scope'), cell: (audit) => scopeOf(t, audit) },
    {
      ...head('lead'),
      cell: ({ lead }) => (lead === undefined ? <span className="quiet">{t('checks.audits.programme.noLead')}</span> : <Name of={lead} />),
    },
    { ...head('found'), cell: (audit) => foundIn(t, audit, findings) },
    { ...head('state'), cell: (audit) => <AuditState audit={audit} today={today} /> },
  ];
  const inOrder = [...audits].sort((a, b) => (a.from < b.from ? -1 : 1));
  return <Table caption={caption} rows={inOrder} keyOf={({ id }) => id} columns={columns} />;
}

function AuditName({ audit: { id, title, insteadOf } }: { audit: Audit }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/audits/$id" params={{ id }}>
        {title}
      </Link>
      <div className="quiet">{insteadOf === undefined ? id : `${id}, ${t('checks.audits.programme.insteadOf', { audit: insteadOf })}`}</div>
    </>
  );
}

/** `Mon 9 Mar – Wed 11 Mar`. */
export function daysOf({ from, to }: { from: string; to?: string | undefined }, days: Days): string {
  const first = days.day(from);
  return to === undefined || to === from ? first : `${first} – ${days.day(to)}`;
}

/** Clauses, controls and sites, in a line. */
function scopeOf(t: TFunction, { clauses, annexA, sites }: Pick<Audit, 'clauses' | 'annexA' | 'sites'>): string {
  const said = [
    ...(clauses.length > 0 ? [t('checks.audits.scope.clauses', { count: clauses.length, list: clauses.join(', ') })] : []),
    ...(annexA.length > 0 ? [t('checks.audits.scope.controls', { count: annexA.length })] : []),
    ...(sites.length > 0 ? [t('checks.audits.scope.sites', { list: sites.join(', ') })] : []),
  ];
  return said.length === 0 ? t('checks.audits.scope.none') : said.join('; ');
}

function foundIn(t: TFunction, { id, status }: Audit, findings: readonly AuditFinding[]): string {
  const own = findings.filter((one) => one.audit === id && one.status !== 'withdrawn');
  if (own.length === 0 && ['planned', 'prepared', 'fieldwork', 'cancelled'].includes(status)) return '';
  const found = t('checks.audits.programme.found', { count: own.length });
  const open = own.filter((one) => one.status !== 'closed').length;
  return open === 0 ? found : t('checks.audits.programme.foundOpen', { found, open });
}
