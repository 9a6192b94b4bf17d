import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MailState } from '../../../../domain/records/mailState.ts';
import { session } from '../../data/queries.ts';
import { manages, oversees } from '../../data/rights.ts';
import { mailState } from '../../data/setUp.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { MailList } from './MailList.tsx';
import { PauseMail } from './PauseMail.tsx';
import { Relay } from './Relay.tsx';
import { Paused } from './ResumeMail.tsx';
import { Unreachable } from './Unreachable.tsx';

const route = getRouteApi('/mails');

/** All mails and what became of them, whom no mail reaches, and whether mail goes out at all. */
export function Mails() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  if (!oversees(who)) return <PageHead name={t('mails.title')} title={t('mails.notYours')} />;
  return <ForOverseers manager={manages(who)} />;
}

function ForOverseers({ manager }: { manager: boolean }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data: state } = useSuspenseQuery(mailState);
  const isPaused = state.state === 'paused';
  return (
    <>
      <PageHead name={t('mails.title')} title={newsOf(t, state)} under={t('mails.under')} />
      <div className={layout.stack}>
        {state.relay.state !== 'ok' && <Relay relay={state.relay} />}
        {isPaused && <Paused state={state} manager={manager} />}
        {state.unreachable > 0 && <Unreachable count={state.unreachable} />}
        <MailList search={search} />
        {manager && !isPaused && <PauseMail />}
      </div>
    </>
  );
}

function newsOf(t: TFunction, { state, relay, waiting }: MailState): string {
  if (state === 'paused') return t('mails.newsPaused', { count: waiting });
  return t(relay.state === 'ok' ? 'mails.news' : 'mails.newsTrouble', { count: waiting });
}
