import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Beside what records a form: away from it, without recording anything. */
export function Leave({ onLeave, children }: { onLeave(): void; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" size="md" onClick={onLeave}>
      {children ?? t('recording.leave')}
    </Button>
  );
}
