import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { Fields } from '../../forms/Fields.tsx';
import { SignInAgain } from '../../forms/SignInAgain.tsx';
import { Submit } from '../../forms/Submit.tsx';
import type { Values } from '../../forms/values.ts';
import type { Command } from './commands.ts';
import css from './task.module.css';
import { useCommand } from './useCommand.ts';

type Props = {
  command: Command;
  task: TaskDetail;
  preset?: Values;
  isMain?: boolean;
  onDone(task: TaskDetail, command: Command): void;
};

/** The form of one command: what it holds, what it does, and the one button that sends it. */
export function CommandForm({ command, task, preset, isMain = false, onDone }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { fields, values, refused, isSending, submit, set } = useCommand(command, task, preset);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = await submit();
    if (made !== undefined) onDone(made, command);
  };
  return (
    <form className={css.command} onSubmit={send} noValidate>
      <Fields fields={fields} form={{ id, values, problems: refused.problems, set }} />
      <SignInAgain of={refused} />
      <p className={css.help} id={`${id}-what`}>
        {t(`tasks.commands.${command}.help`)}
      </p>
      <Submit isMain={isMain} isSending={isSending} describedBy={`${id}-what`}>
        {t(`tasks.commands.${command}.button`)}
      </Submit>
    </form>
  );
}
