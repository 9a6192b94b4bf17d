import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../../domain/records/trail.ts';
import { useBearings } from '../../data/bearings.ts';
import { read } from '../../data/client.ts';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { EntriesCard } from './EntriesCard.tsx';
import { countsOf } from './said.ts';
import { VerifyCard } from './VerifyCard.tsx';

const here = getRouteApi('/trail');

/** What was verified: one chain, or every one where there is no subject. */
export type Verified = { subject: string | undefined; found: Verification };

/** Everything that happened, by whom and when; and whether it still says what it said then. */
export function Trail() {
  const { t, i18n } = useTranslation();
  const { subject } = here.useSearch();
  const { zone } = useBearings();
  const verifying = useMutation({
    mutationFn: async (of: string | undefined): Promise<Verified> => ({
      subject: of,
      found: await read<Verification>('/trail/verification', { subject: of }),
    }),
  });
  return (
    <>
      <PageHead
        name={t('checks.trail.name')}
        title={titleOf(t, subject, verifying.data, i18n.language)}
        under={t('checks.trail.under', { zone })}
      />
      <div className={grid.stack}>
        <VerifyCard
          subject={subject}
          verified={verifying.data}
          failure={verifying.error}
          isRunning={verifying.isPending}
          onVerify={(of) => verifying.mutate(of)}
        />
        <EntriesCard />
      </div>
    </>
  );
}

/** The news: what the verification came to, or what is shown. */
function titleOf(t: TFunction, subject: string | undefined, verified: Verified | undefined, language: string): string {
  if (verified === undefined || (verified.subject !== undefined && verified.subject !== subject))
    return subject === undefined ? t('checks.trail.title.unread') : t('checks.trail.title.ofSubject', { subject });
  const { entries, chains } = countsOf(t, verified.found, language);
  const findings = verified.found.findings.length;
  if (verified.subject === undefined)
    return findings === 0
      ? t('checks.trail.title.holds', { entries, chains })
      : t('checks.trail.title.broken', { count: findings, entries });
  const of = { subject: verified.subject, entries };
  return findings === 0 ? t('checks.trail.title.holdsChain', of) : t('checks.trail.title.brokenChain', { ...of, count: findings });
}
