import { useTranslation } from 'react-i18next';
import type { Audit } from '../../../../domain/records/audit.ts';
import { Card } from '../../parts/Card.tsx';
import { Prose } from '../../parts/Facts.tsx';
import css from './audits.module.css';

const parts = ['agenda', 'checklist', 'samples', 'evidence'] as const;

/** What the auditors have written on the way: long, so it is unfolded. */
export function PlanCard({ audit }: { audit: Audit }) {
  const { t } = useTranslation();
  const written = parts.filter((part) => (audit[part] ?? '') !== '');
  if (written.length === 0) return null;
  return (
    <Card title={t('checks.audits.one.plan')}>
      {written.map((part) => (
        <details key={part} className={css.more}>
          <summary>{t(`checks.audits.one.fact.${part}`)}</summary>
          <Prose>{audit[part] ?? ''}</Prose>
        </details>
      ))}
    </Card>
  );
}
