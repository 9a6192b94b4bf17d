import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Audit } from '../../../../domain/records/audit.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { type Fact, Facts, Prose } from '../../parts/Facts.tsx';
import type { CockpitWords } from '../../words/en.ts';
import { useDays } from '../../words/useDays.ts';
import { daysOf } from './ProgrammeCard.tsx';

type Key = keyof CockpitWords['checks']['audits']['one']['fact'];

/** Why, by what, about what, and by whom: impartiality is said. */
export function ScopeCard({ audit }: { audit: Audit }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const name = useNames([audit.lead, ...audit.auditors, ...audit.areas.map(({ owner }) => owner)]);
  const list = (all: readonly string[]) => new Intl.ListFormat(i18n.language).format(all);
  const fact = (key: Key, said: Fact['said']): Fact => ({ name: t(`checks.audits.one.fact.${key}`), said });
  const prose = (text: string | undefined) => text && <Prose>{text}</Prose>;
  return (
    <Card title={t('checks.audits.one.scope')}>
      <Facts
        facts={[
          fact('reason', audit.reason),
          fact('objective', prose(audit.objective)),
          fact('criteria', prose(audit.criteria)),
          fact('clauses', audit.clauses.join(', ')),
          fact('annexA', audit.annexA.map((control) => `A.${control}`).join(', ')),
          fact('sites', audit.sites.join(', ')),
          fact(
            'areas',
            audit.areas.length > 0 && (
              <ul>
                {audit.areas.map((area) => (
                  <li key={area.name}>{t('checks.audits.one.fact.area', { name: area.name, owner: name(area.owner) })}</li>
                ))}
              </ul>
            ),
          ),
          fact('methods', list(audit.methods.map((method) => t(`checks.audits.one.method.${method}`)))),
          fact('days', daysOf(audit, days)),
          fact('lead', name(audit.lead)),
          fact('auditors', list(audit.auditors.map(name))),
          fact('impartiality', audit.impartiality),
          fact('programme', audit.programme ?? t('checks.audits.one.fact.beside')),
          fact('insteadOf', audit.insteadOf && <Other id={audit.insteadOf} />),
          fact('notHeld', audit.notHeld),
        ]}
      />
    </Card>
  );
}

const Other = ({ id }: { id: string }) => (
  <Link to="/audits/$id" params={{ id }}>
    {id}
  </Link>
);
