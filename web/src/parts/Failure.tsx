import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../data/client.ts';
import { PageHead } from './PageHead.tsx';

/** What did not work, what is safe, and what to do. */
export function Failure({ failure, onAgain }: { failure: unknown; onAgain(): void }) {
  const { t } = useTranslation();
  const isFault = failure instanceof Problem && failure.status !== 503;
  const said = failure instanceof Problem && failure.message !== '' ? failure.message : t(isFault ? 'failure.fault' : 'failure.away');
  return (
    <div role="alert">
      <PageHead name={t('failure.title')} title={t('failure.title')} under={said} />
      <Button onClick={onAgain}>{t('failure.again')}</Button>
    </div>
  );
}
