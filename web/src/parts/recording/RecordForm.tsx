import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotRecorded } from './NotRecorded.tsx';
import css from './recording.module.css';

type Props = {
  recording: { isRecording: boolean; failure: Error | null };
  /** What the button does. */
  act: string;
  onSubmit(): void;
  /** Paths of the API that have a field in this form. */
  shown?: readonly string[];
  /** One main button a page. */
  minor?: boolean;
  label?: string;
  beside?: ReactNode;
  children?: ReactNode;
};

/** A form that is recorded or says why not; its input stays until it is. */
export function RecordForm({
  recording: { isRecording, failure },
  act,
  onSubmit,
  shown = [],
  minor = false,
  label,
  beside,
  children,
}: Props) {
  const { t } = useTranslation();
  return (
    <form
      className={css.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRecording) onSubmit();
      }}
    >
      {failure !== null && !isRecording && <NotRecorded failure={failure} shown={shown} />}
      {children}
      <div className={css.acts}>
        <Button type="submit" size="md" variant={minor ? 'default' : 'filled'} aria-disabled={isRecording}>
          {isRecording ? t('recording.now') : act}
        </Button>
        {beside}
      </div>
    </form>
  );
}
