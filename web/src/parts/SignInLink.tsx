import { useTranslation } from 'react-i18next';

/** The way to a fresh sign-in beside the page, so that what was typed stays where it is. */
export function SignInLink() {
  const { t } = useTranslation();
  return (
    <a href={`/sign-in?again=yes&returnTo=${encodeURIComponent(location.pathname)}`} target="_blank" rel="noreferrer">
      {t('signIn.newTab')}
    </a>
  );
}
