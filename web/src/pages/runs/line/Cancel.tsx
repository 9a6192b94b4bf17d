import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../../domain/records/run.ts';
import { send } from '../../../data/client.ts';
import { useRecording } from '../../../data/recording.ts';
import { Card } from '../../../parts/Card.tsx';
import { NotRecorded } from '../../../parts/NotRecorded.tsx';
import css from './line.module.css';

const longest = 500;
const shortest = 3;

/** Ends the run with a reason. */
export function Cancel({ run, onClose }: { run: string; onClose(): void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { mutate, isPending, error } = useRecording(
    (body: { reason: string }, key) => send<Run>('POST', `/runs/${encodeURIComponent(run)}/cancellation`, body, key),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate({ reason });
  };
  return (
    <Card title={t('runs.line.cancel')} className={css.cancel ?? ''}>
      <form onSubmit={submit}>
        <Textarea
          label={t('runs.line.cancelReason')}
          description={t('runs.line.cancelHelp')}
          ref={field}
          required
          rows={2}
          minLength={shortest}
          maxLength={longest}
          value={reason}
          onChange={({ target: { value } }) => setReason(value)}
        />
        <NotRecorded failure={error} />
        <div className={css.buttons}>
          <Button type="submit" disabled={isPending}>
            {isPending ? t('runs.recording') : t('runs.line.cancelButton')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('runs.line.keep')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
