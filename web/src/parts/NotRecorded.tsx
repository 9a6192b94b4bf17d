import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Problem } from '../data/client.ts';
import { signInFor } from '../data/problem.ts';
import css from './notRecorded.module.css';
import { SignInLink } from './SignInLink.tsx';

/** Beside a form: what was not recorded and why, what is safe, and what to do. */
export function NotRecorded({ failure }: { failure: unknown }) {
  const { t } = useTranslation();
  if (failure === null || failure === undefined) return null;
  return (
    <p className={css.problem} role="alert">
      {sentenceOf(t, failure)} {signInFor(failure) !== undefined && <SignInLink />}
    </p>
  );
}

function sentenceOf(t: TFunction, failure: unknown): string {
  if (!(failure instanceof Problem) || failure.status === 503) return t('runs.notRecorded.away');
  const signIn = signInFor(failure);
  if (signIn !== undefined) return t(`signIn.${signIn}`);
  switch (failure.code) {
    case 'stale':
    case 'closed':
    case 'notNow':
    case 'invalid':
    case 'forbidden':
      return t(`runs.notRecorded.${failure.code}`);
    case 'runExists':
      return t('runs.notRecorded.exists');
    case 'importRunning':
    case 'departureRunning':
    case 'inProgress':
      return t('runs.notRecorded.passing');
    default:
      return t('runs.notRecorded.fault');
  }
}
