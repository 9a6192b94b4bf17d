import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Four strokes of one wheel. */
export function Brand({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Link to="/" className={className}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="4.6">
          <path d="M13.3 3.1A9 9 0 0 1 20.9 10.7" />
          <path d="M20.9 13.3A9 9 0 0 1 13.3 20.9" opacity=".78" />
          <path d="M10.7 20.9A9 9 0 0 1 3.1 13.3" opacity=".56" />
          <path d="M3.1 10.7A9 9 0 0 1 10.7 3.1" opacity=".34" />
        </g>
      </svg>
      {t('product')}
    </Link>
  );
}
