import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../data/client.ts';
import type { Command } from '../../data/command.ts';
import css from './asking.module.css';
import { Problems } from './problems.ts';
import { Refused } from './Refused.tsx';

type Props = {
  command: Command;
  /** What is sent, of what was filled in. */
  bodyOf(form: FormData): unknown;
  button: string;
  /** The one act of the page. */
  isMain?: boolean;
  onLeave?(): void;
  children: ReactNode;
};

/** A form: what was filled in stays until the API has recorded it, and what it refuses stands beside its field. */
export function Asking({ command, bodyOf, button, isMain = false, onLeave, children }: Props) {
  const { t } = useTranslation();
  const { failure, isRecording } = command;
  const refused = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure !== null) refused.current?.focus();
  }, [failure]);
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRecording) command.give(bodyOf(new FormData(event.currentTarget)));
  };
  const errors = failure instanceof Problem ? failure.errors : [];
  return (
    <Problems value={new Map(errors.map(({ path, message }) => [path, message]))}>
      <form className={css.form} onSubmit={give}>
        <Refused failure={failure} focus={refused} />
        {children}
        <div className={css.acts}>
          <Button type="submit" variant={isMain ? 'filled' : 'default'} aria-disabled={isRecording}>
            {isRecording ? t('registers.asking.recording') : button}
          </Button>
          {onLeave !== undefined && (
            <Button variant="default" onClick={onLeave}>
              {t('registers.asking.leave')}
            </Button>
          )}
        </div>
      </form>
    </Problems>
  );
}

/** A word of a form that was filled in, without blanks around it. */
export const said = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The same, where nothing filled in is nothing said. */
export const saidOrNot = (form: FormData, name: string): string | undefined => said(form, name) || undefined;
