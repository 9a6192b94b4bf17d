import { useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '../../../../domain/records/context.ts';
import type { Risk } from '../../../../domain/records/risk.ts';
import { everyOf } from '../../data/records.ts';
import { Band } from '../../parts/Band.tsx';
import { Card } from '../../parts/Card.tsx';
import list from '../../parts/plain.module.css';

/** Why a control is there: the risks and requirements that need it. */
export function NeededCard({ control }: { control: string }) {
  const { t } = useTranslation();
  const [{ data: risks }, { data: requirements }] = useSuspenseQueries({
    queries: [
      everyOf<Risk>('/registers/risks', { control, status: 'standing' }),
      everyOf<Requirement>('/registers/requirements', { control, status: 'active' }),
    ],
  });
  return (
    <Card title={t('registers.needed.title')}>
      {risks.length + requirements.length === 0 && <p className="soft">{t('registers.needed.none')}</p>}
      <ul className={list.plain}>
        {risks.map(({ id, name, band }) => (
          <li key={id}>
            <Link to="/risks/$risk" params={{ risk: id }}>
              <span className="id">{id}</span> {name}
            </Link>{' '}
            <Band band={band} />
          </li>
        ))}
        {requirements.map(({ id, name }) => (
          <li key={id}>
            <Link to="/context" hash={id}>
              <span className="id">{id}</span> {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
