import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { isMain?: boolean; isSending: boolean; describedBy?: string; children: ReactNode };

/** Sends a form. While it is being recorded it says so, and another press of it does nothing. */
export function Submit({ isMain = false, isSending, describedBy, children }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      type="submit"
      size="lg"
      variant={isMain ? 'filled' : 'default'}
      aria-disabled={isSending || undefined}
      aria-describedby={describedBy}
      onClick={(event) => isSending && event.preventDefault()}
    >
      {isSending ? t('recording.now') : children}
    </Button>
  );
}
