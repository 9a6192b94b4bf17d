import { useTranslation } from 'react-i18next';
import type { Audit } from '../../../../domain/records/audit.ts';
import type { Shape } from '../../parts/Icon.tsx';
import { State } from '../../parts/State.tsx';

const shapes: Record<Audit['status'], Shape> = {
  planned: 'ahead',
  prepared: 'onTime',
  fieldwork: 'onTime',
  reporting: 'onTime',
  reported: 'done',
  followUp: 'done',
  closed: 'done',
  cancelled: 'missing',
};

export const isPast = ({ status, from, to }: Pick<Audit, 'status' | 'from' | 'to'>, today: string): boolean =>
  (status === 'planned' || status === 'prepared') && (to ?? from) < today;

/** How far an audit is; one whose day has passed is late. */
export function AuditState({ audit, today }: { audit: Pick<Audit, 'status' | 'from' | 'to'>; today: string }) {
  const { t } = useTranslation();
  const past = isPast(audit, today);
  return (
    <>
      <State of={past ? 'late' : shapes[audit.status]}>{t(`checks.audits.status.${audit.status}`)}</State>
      {past && <div className="small quiet">{t('checks.audits.past')}</div>}
    </>
  );
}
