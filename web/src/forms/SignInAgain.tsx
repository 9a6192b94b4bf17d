import { useTranslation } from 'react-i18next';
import type { Refused } from './answering.ts';

/** The way to a fresh sign-in beside the page, so that what was typed stays where it is. */
export function SignInAgain({ of }: { of: Refused | undefined }) {
  const { t } = useTranslation();
  return of?.signInAgain !== true ? null : (
    <p>
      <a href={`/sign-in?again=yes&returnTo=${encodeURIComponent(location.pathname)}`} target="_blank" rel="noreferrer">
        {t('tasks.form.newTab')}
      </a>
    </p>
  );
}
