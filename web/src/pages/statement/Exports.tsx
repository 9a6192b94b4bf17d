import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const formats = ['csv', 'xlsx', 'pdf'] as const;

/** The statement as a file: as it stands now, or a version of it. */
export function Exports({ version }: { version?: string }) {
  const { t, i18n } = useTranslation();
  return formats.map((format) => {
    const query = new URLSearchParams({ format, language: i18n.language, ...(version !== undefined && { version }) });
    return (
      <Button key={format} component="a" href={`/api/v1/soa/export?${query}`} variant="default" download>
        {t('registers.statement.export', { format: format.toUpperCase() })}
      </Button>
    );
  });
}
