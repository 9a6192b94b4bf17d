import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFinding } from '../../../../domain/records/audit.ts';
import type { Shape } from '../../parts/Icon.tsx';
import { State } from '../../parts/State.tsx';

const shapes: Record<AuditFinding['status'], Shape> = {
  draft: 'ahead',
  agreed: 'onTime',
  open: 'onTime',
  closed: 'done',
  withdrawn: 'superseded',
};

export function FindingState({ of }: { of: AuditFinding['status'] }) {
  const { t } = useTranslation();
  return <State of={shapes[of]}>{t(`checks.audits.findingStatus.${of}`)}</State>;
}

/** What a finding leads to: nonconformities, an improvement, or nothing. */
export function Follows({ finding: { nonconformities, improvement, grade, status } }: { finding: AuditFinding }) {
  const { t } = useTranslation();
  if (improvement !== undefined) return t('checks.audits.findings.improvement', { id: improvement });
  if (nonconformities.length === 0)
    return (
      <span className="quiet">
        {t(grade === 'observation' && status === 'closed' ? 'checks.audits.findings.stands' : 'checks.audits.findings.nothing')}
      </span>
    );
  return nonconformities.map((id, n) => (
    <Fragment key={id}>
      {n > 0 && ', '}
      <Link to="/nonconformities/$id" params={{ id }}>
        {id}
      </Link>
    </Fragment>
  ));
}
