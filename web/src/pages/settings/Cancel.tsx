import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function Cancel() {
  const { t } = useTranslation();
  return <Link to="/settings">{t('personForm.cancel')}</Link>;
}
