import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from './PageHead.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead name={t('notFound.title')} title={t('notFound.title')} under={t('notFound.more')} />
      <p>
        <Link to="/">{t('notFound.back')}</Link>
      </p>
    </>
  );
}
