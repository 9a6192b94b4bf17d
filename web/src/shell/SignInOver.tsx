import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { signInOver } from '../data/signInOver.ts';
import layout from '../parts/page.module.css';
import { SignInLink } from '../parts/SignInLink.tsx';

/** The sign-in has ended while the page was open: what stands on it does not change any more until there is another one. */
export function SignInOver() {
  const { t } = useTranslation();
  const isOver = useSyncExternalStore(signInOver.watch, signInOver.is);
  return isOver ? (
    <div className={layout.alarm} role="alert">
      <p>
        {t('signIn.pageStands')} <SignInLink />
      </p>
    </div>
  ) : null;
}
