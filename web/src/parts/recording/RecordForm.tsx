import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../data/recording.ts';
import { NotRecorded } from './NotRecorded.tsx';
import css from './recording.module.css';

type Props = {
  recording: Pick<Recording<never>, 'isRecording' | 'failure'>;
  /** What the button does. */
  act: string;
  /** The same where several on a page do it: what it does to what. */
  actLabel?: string;
  /** What comes of it. */
  help?: string;
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
export function RecordForm({ recording: { isRecording, failure }, onSubmit, shown = [], label, children, ...acts }: Props) {
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
      <Acts {...acts} isRecording={isRecording} />
    </form>
  );
}

type ActsProps = Pick<Props, 'act' | 'actLabel' | 'help' | 'minor' | 'beside'> & { isRecording: boolean };

function Acts({ act, actLabel, help, minor = false, beside, isRecording }: ActsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      {help !== undefined && (
        <p className="small quiet" id={id}>
          {help}
        </p>
      )}
      <div className={css.acts}>
        <Button
          type="submit"
          size="md"
          variant={minor ? 'default' : 'filled'}
          aria-disabled={isRecording}
          aria-label={actLabel}
          aria-describedby={help === undefined ? undefined : id}
        >
          {isRecording ? t('recording.now') : act}
        </Button>
        {beside}
      </div>
    </>
  );
}
