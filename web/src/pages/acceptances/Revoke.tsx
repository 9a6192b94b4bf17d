import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acceptance } from '../../../../domain/records/acceptance.ts';
import { send } from '../../data/client.ts';
import { createSending } from '../../data/sending.ts';
import { changed } from '../../data/tasks.ts';
import { type Refused, refusedBy } from '../../forms/answering.ts';
import { Fields } from '../../forms/Fields.tsx';
import type { Field } from '../../forms/field.ts';
import { SignInAgain } from '../../forms/SignInAgain.tsx';
import { Submit } from '../../forms/Submit.tsx';
import { wrongIn } from '../../forms/wrong.ts';
import css from './acceptances.module.css';

type Props = { acceptance: Acceptance; onLeave(): void; onDone(): void };

/** Ends an acceptance at once, with a reason. */
export function Revoke({ acceptance: { id: acceptance, risk, version }, onLeave, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [sending] = useState(createSending);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused>({ problems: {} });
  const [isSending, setSending] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const title = t('tasks.commands.reason');
  const fields: Field[] = [{ name: 'reason', as: 'text', required: true, shortest: 3, longest: 500, title, short: title, help: '' }];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongIn(fields, { reason }, t);
    setRefused({ problems: wrong });
    if (isSending || Object.keys(wrong).length > 0) return;
    setSending(true);
    try {
      const body = { reason: reason.trim(), version };
      await sending(acceptance, body, (key) =>
        send('POST', `/registers/acceptances/${encodeURIComponent(acceptance)}/revocation`, body, key),
      );
      await changed(client);
      onDone();
    } catch (failure) {
      setRefused(refusedBy(failure, (place) => place, t));
      setSending(false);
    }
  };
  return (
    <form className={css.revoke} onSubmit={submit} noValidate aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`} tabIndex={-1} ref={heading}>
        {t('tasks.acceptance.revoke.of', { reference: risk })}
      </h3>
      <Fields fields={fields} form={{ id, values: { reason }, problems: refused.problems, set: (_place, text) => setReason(text) }} />
      <SignInAgain of={refused} />
      <p className="quiet small">{t('tasks.acceptance.revoke.help')}</p>
      <div className={css.acts}>
        <Submit isSending={isSending}>{t('tasks.acceptance.revoke.button')}</Submit>
        <Button variant="default" size="lg" onClick={onLeave}>
          {t('tasks.acceptance.revoke.leave')}
        </Button>
      </div>
    </form>
  );
}
