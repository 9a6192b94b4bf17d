import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Acceptance } from '../../../../domain/records/acceptance.ts';
import type { Risk } from '../../../../domain/records/risk.ts';
import { useNames } from '../../data/names.ts';
import { everyOf } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import list from '../../parts/plain.module.css';
import { useDays } from '../../words/useDays.ts';
import css from './risk.module.css';

/** Whether the risk may be retained, by whom and until when; and what was decided before. */
export function AcceptanceCard({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(everyOf<Acceptance>('/registers/acceptances', { risk: risk.id }));
  const newest = [...data].sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
  const now = newest.find(({ state }) => state === 'asked' || state === 'accepted');
  const before = newest.filter((one) => one !== now);
  return (
    <Card title={t('registers.acceptance.title')}>
      {now === undefined ? (
        <p className="soft">{t(`registers.acceptance.none.${risk.acceptance ?? 'notNeeded'}`)}</p>
      ) : (
        <Now acceptance={now} />
      )}
      {before.length > 0 && (
        <>
          <h3 className={css.before}>{t('registers.acceptance.before')}</h3>
          <ul className={list.plain}>
            {before.map((one) => (
              <Before key={one.id} acceptance={one} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Now({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { state, validUntil, askedAt, authority, snapshot, justification } = acceptance;
  const { by, at } = decisionOn(acceptance);
  const nameOf = useNames([by]);
  const band = t(`band.${snapshot.band}`);
  return (
    <>
      <p className="strong">
        {state === 'asked'
          ? t('registers.acceptance.asked', { day: date(askedAt) })
          : t('registers.acceptance.accepted', { name: nameOf(by), day: validUntil === undefined ? '' : date(validUntil) })}
      </p>
      <p className="small soft">
        {t(`registers.acceptance.by.${authority}`, { band })}{' '}
        {at !== undefined && state === 'accepted' && t('registers.acceptance.frozen', { day: date(at) })}
      </p>
      {justification !== undefined && <p className="small">{justification}</p>}
      <p className="small">
        <Link to="/acceptances/$acceptance" params={{ acceptance: acceptance.id }}>
          {t('registers.acceptance.see')}
        </Link>
      </p>
    </>
  );
}

function Before({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const nameOf = useNames([decisionOn(acceptance).by]);
  return (
    <li>
      <Link to="/acceptances/$acceptance" params={{ acceptance: acceptance.id }}>
        {t(`band.${acceptance.snapshot.band}`)}
      </Link>
      {', '}
      {becameOf(t, acceptance, nameOf(decisionOn(acceptance).by), date)}
    </li>
  );
}

/** Who decided, and when; where that is the owner, what they asked for is the decision. */
const decisionOn = ({
  authority,
  requestedBy,
  requestedAt,
  decidedBy,
  decidedAt,
}: Acceptance): { by?: string | undefined; at?: string | undefined } =>
  authority === 'riskOwner' ? { by: requestedBy?.person, at: requestedAt } : { by: decidedBy?.person, at: decidedAt };

function becameOf(t: TFunction, acceptance: Acceptance, name: string, date: (iso: string) => string): string {
  const { state, askedAt, endedAt } = acceptance;
  const { at } = decisionOn(acceptance);
  const asked = t('registers.acceptance.askedOn', { day: date(askedAt) });
  const decided = at === undefined || name === '' ? asked : t('registers.acceptance.decidedBy', { name, day: date(at) });
  const ended = endedAt === undefined ? '' : ` ${date(endedAt)}`;
  return `${decided}; ${t(`registers.acceptance.state.${state}`)}${ended}`;
}
