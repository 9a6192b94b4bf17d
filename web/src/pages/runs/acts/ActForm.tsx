import { type FormEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../../domain/records/taskLine.ts';
import { Fields } from '../../../forms/Fields.tsx';
import { Notice } from '../../../forms/Notice.tsx';
import { SignInAgain } from '../../../forms/SignInAgain.tsx';
import { Submit } from '../../../forms/Submit.tsx';
import { TaskLink } from '../../../parts/TaskLink.tsx';
import css from './acts.module.css';
import { type Given, useActs } from './useActs.ts';

/** What is done with tasks of a run: each with a form of its own. */
export const acts = ['decideExtension', 'reassign', 'waive'] as const;
export type Act = (typeof acts)[number];

type Props = { act: Act; tasks: readonly TaskLine[]; isOpen: boolean; onGiven(failed: readonly TaskLine[]): void };

/** One command for all that are ticked; unfolded where somebody came for it. */
export function ActForm({ act, tasks, isOpen, onGiven }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const summary = useRef<HTMLElement>(null);
  const { fields, values, refused, at, given, give, set } = useActs(act, onGiven);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(tasks);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where somebody came for it
  useEffect(() => {
    if (isOpen) summary.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <details open={isOpen} className={css.act}>
      <summary ref={summary}>{t(`tasks.commands.${act}.title`)}</summary>
      <form className={css.form} onSubmit={submit} noValidate aria-label={t(`tasks.commands.${act}.title`)}>
        {given !== undefined && <Outcome key={given.n} given={given} act={act} />}
        <Fields fields={fields} form={{ id, values, problems: refused.problems, set }} />
        <SignInAgain of={refused} />
        <p className="small quiet" id={`${id}-what`}>
          {t(`tasks.commands.${act}.help`)}
        </p>
        <Submit isSending={at !== undefined} describedBy={`${id}-what`}>
          {t(`acts.button.${act}`, { count: tasks.length })}
        </Submit>
        {at !== undefined && at.of > 1 && <p role="status">{t('acts.progress', at)}</p>}
      </form>
    </details>
  );
}

/** How many took it, and of each that did not, why. */
function Outcome({ given: { done, failed }, act }: { given: Given; act: Act }) {
  const { t } = useTranslation();
  return (
    <Notice kind={failed.length === 0 ? 'good' : 'bad'}>
      {done > 0 && <p>{t(`acts.done.${act}`, { count: done })}</p>}
      {failed.length > 0 && (
        <>
          <p>{t('acts.failed', { count: failed.length })}</p>
          <ul className={css.failed}>
            {failed.map(({ task, sentence }) => (
              <li key={task.id}>
                <TaskLink task={task.id}>{task.about ?? task.title}</TaskLink>: {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
