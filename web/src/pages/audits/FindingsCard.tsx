import { useTranslation } from 'react-i18next';
import type { Audit, AuditFinding } from '../../../../domain/records/audit.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts, Prose } from '../../parts/Facts.tsx';
import { Name } from '../../parts/Name.tsx';
import css from './audits.module.css';
import { FindingState, Follows } from './FindingState.tsx';

const before: readonly Audit['status'][] = ['planned', 'prepared', 'fieldwork', 'reporting'];

/** Each finding with its criterion, its grade, whose area it is in, what was said to it, and what follows. */
export function FindingsCard({ audit, findings }: { audit: Audit; findings: readonly AuditFinding[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('checks.audits.one.findings')}>
      {findings.length === 0 && (
        <p className="soft">{t(before.includes(audit.status) ? 'checks.audits.one.noFindings' : 'checks.audits.one.nothingFound')}</p>
      )}
      {findings.map((finding) => (
        <Finding key={finding.id} finding={finding} />
      ))}
    </Card>
  );
}

function Finding({ finding }: { finding: AuditFinding }) {
  const { t } = useTranslation();
  const { id, criterion, grade, owner, evidence, response, reconsidered, risk, status } = finding;
  const prose = (text: string | undefined) => text && <Prose>{text}</Prose>;
  return (
    <article className={css.finding} aria-labelledby={id}>
      <div className={css.findingTop}>
        <h3 id={id}>{criterion}</h3>
        <FindingState of={status} />
      </div>
      <p className="small soft">
        {id} · {t(`checks.audits.grade.${grade}`)} · <Name of={owner} /> · <Follows finding={finding} />
      </p>
      <details className={css.more}>
        <summary>{t('checks.audits.one.details')}</summary>
        <Facts
          facts={[
            { name: t('checks.audits.one.evidence'), said: prose(evidence) },
            { name: t('checks.audits.one.response'), said: prose(response) },
            { name: t('checks.audits.one.reconsidered'), said: prose(reconsidered) },
            { name: risk ?? '', said: risk && t('checks.audits.one.risk', { risk }) },
          ]}
        />
      </details>
    </article>
  );
}
