import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Audit, AuditFinding } from '../../../../domain/records/audit.ts';
import { Card } from '../../parts/Card.tsx';
import { Name } from '../../parts/Name.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { FindingState, Follows } from './FindingState.tsx';

/** Everything that was found and has not come to its end. */
export function OpenFindingsCard({ findings, audits }: { findings: readonly AuditFinding[]; audits: readonly Audit[] }) {
  const { t } = useTranslation();
  const head = (key: 'finding' | 'grade' | 'owner' | 'follows' | 'state' | 'audit') => ({
    key,
    head: t(`checks.audits.findings.column.${key}`),
  });
  return (
    <Card title={t('checks.audits.findings.heading')}>
      {findings.length === 0 ? (
        <p className="soft">{t('checks.audits.findings.none')}</p>
      ) : (
        <Table
          caption={t('checks.audits.findings.heading')}
          rows={findings}
          keyOf={({ id }) => id}
          columns={[
            { ...head('finding'), cell: ({ id, criterion }) => <Finding id={id} criterion={criterion} /> },
            { ...head('audit'), cell: ({ audit }) => <AuditLink id={audit} audits={audits} /> },
            { ...head('grade'), cell: ({ grade }) => t(`checks.audits.grade.${grade}`) },
            { ...head('owner'), cell: ({ owner }) => <Name of={owner} /> },
            { ...head('follows'), cell: (finding) => <Follows finding={finding} /> },
            { ...head('state'), cell: ({ status }) => <FindingState of={status} /> },
          ]}
        />
      )}
    </Card>
  );
}

const Finding = ({ id, criterion }: { id: string; criterion: string }) => (
  <>
    {criterion}
    <div className="quiet">{id}</div>
  </>
);

const AuditLink = ({ id, audits }: { id: string; audits: readonly Audit[] }) => (
  <Link to="/audits/$id" params={{ id }}>
    {audits.find((one) => one.id === id)?.title ?? id}
  </Link>
);
