import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { exportable } from './registers.ts';

/** Each register as a file, in the columns that an import reads. */
export function Exports() {
  const { t } = useTranslation();
  return (
    <Card title={t('imports.export')}>
      <p className={`soft ${layout.lead}`}>{t('imports.exportMore')}</p>
      <ul className={layout.lines}>
        {exportable.map((register) => {
          const name = t(`registerNames.${register}`);
          return (
            <li key={register} className={layout.split}>
              <span>{name}</span>
              <span>
                {(['xlsx', 'csv'] as const).map((format) => (
                  <a
                    key={format}
                    href={`/api/v1/registers/${register}/export?format=${format}`}
                    download
                    aria-label={t('imports.exportAs', { register: name, format: format.toUpperCase() })}
                  >
                    {format.toUpperCase()}{' '}
                  </a>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
