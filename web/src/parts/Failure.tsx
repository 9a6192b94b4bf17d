import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../data/client.ts';
import { NotFound } from './NotFound.tsx';
import { PageHead } from './PageHead.tsx';

/** In the place of a page that cannot be shown; tried again, it is asked for again. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { reset: forget } = useQueryErrorResetBoundary();
  return (
    <Failure
      failure={error}
      onAgain={() => {
        forget();
        reset();
      }}
    />
  );
}

/** What did not work, what is safe, and what to do. */
function Failure({ failure, onAgain }: { failure: unknown; onAgain(): void }) {
  const { t } = useTranslation();
  if (failure instanceof Problem && failure.status === 404) return <NotFound />;
  const isFault = failure instanceof Problem && failure.status !== 503;
  const said = failure instanceof Problem && failure.message !== '' ? failure.message : t(isFault ? 'failure.fault' : 'failure.away');
  return (
    <div role="alert">
      <PageHead name={t('failure.title')} title={t('failure.title')} under={said} />
      <Button onClick={onAgain}>{t('failure.again')}</Button>
    </div>
  );
}
