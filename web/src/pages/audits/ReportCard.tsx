import { useTranslation } from 'react-i18next';
import type { Audit } from '../../../../domain/records/audit.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts, Prose } from '../../parts/Facts.tsx';

/** What the audit says, and to whom. */
export function ReportCard({ audit: { conclusion, summary, recipients = [] } }: { audit: Audit }) {
  const { t, i18n } = useTranslation();
  const name = useNames(recipients);
  return (
    <Card title={t('checks.audits.one.report')}>
      {conclusion === undefined ? (
        <p className="soft">{t('checks.audits.one.noReport')}</p>
      ) : (
        <Facts
          facts={[
            { name: t('checks.audits.one.fact.conclusion'), said: t(`checks.audits.one.conclusion.${conclusion}`) },
            { name: t('checks.audits.one.fact.summary'), said: summary && <Prose>{summary}</Prose> },
            { name: t('checks.audits.one.fact.recipients'), said: new Intl.ListFormat(i18n.language).format(recipients.map(name)) },
          ]}
        />
      )}
    </Card>
  );
}
