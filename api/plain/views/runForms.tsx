import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import type { CancelForm, ReassignForm, RunPage } from './types.ts';

type Props<F> = { form: F; csrf: string; speaker: Speaker };

/** What an ISMS manager does with a run: give a task to somebody else, or end the run; both with a reason. */
export const RunForms = ({ page, speaker }: { page: RunPage; speaker: Speaker }) => {
  const { reassign, cancel, csrf } = page;
  if (reassign === undefined && cancel === undefined) return null;
  return (
    <section className="box else" aria-labelledby="h-forms">
      <h2 id="h-forms">{speaker.t('somethingElse')}</h2>
      {reassign === undefined ? null : <Reassign form={reassign} csrf={csrf} speaker={speaker} />}
      {cancel === undefined ? null : <Cancel form={cancel} csrf={csrf} speaker={speaker} />}
    </section>
  );
};

const Reassign = ({ form, csrf, speaker: { t } }: Props<ReassignForm>) => (
  <details id="reassign" open={form.problem !== undefined}>
    <summary>{t('page:run.reassign')}</summary>
    <form method="post" action={form.action}>
      <Hidden values={{ csrf, key: form.key }} />
      <Problem id="reassign-problem" text={form.problem} />
      <div>
        <label className="field" htmlFor="reassign-task">
          {t('page:run.task')}
        </label>
        <select id="reassign-task" name="task" required defaultValue={form.typed?.task ?? ''}>
          <option value="">{t('page:run.choose')}</option>
          {form.tasks.map(({ task, reference, title, who }) => (
            <option key={task} value={task}>
              {t('page:run.taskOf', { what: reference === undefined ? title : `${reference} ${title}`, who })}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="field" htmlFor="reassign-to">
          {t('page:run.to')}
        </label>
        <select id="reassign-to" name="to" required defaultValue={form.typed?.to ?? ''}>
          <option value="">{t('page:run.choose')}</option>
          {form.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Reason id="reassign-reason" typed={form.typed?.reason} help={t('page:run.reassignHelp')} label={t('page:run.reason')} />
      <button className="button big" type="submit">
        {t('page:run.reassignButton')}
      </button>
    </form>
  </details>
);

const Cancel = ({ form, csrf, speaker: { t } }: Props<CancelForm>) => (
  <details id="cancel" open={form.problem !== undefined}>
    <summary>{t('page:run.cancel')}</summary>
    <form method="post" action={form.action}>
      <Hidden values={{ csrf, key: form.key }} />
      <Problem id="cancel-problem" text={form.problem} />
      <Reason id="cancel-reason" typed={form.typed} help={t('page:run.cancelHelp')} label={t('page:run.reason')} />
      <button className="button big" type="submit">
        {t('page:run.cancelButton')}
      </button>
    </form>
  </details>
);

const Reason = ({ id, typed, help, label }: { id: string; typed: string | undefined; help: string; label: string }) => (
  <div>
    <label className="field" htmlFor={id}>
      {label}
    </label>
    <textarea
      id={id}
      name="reason"
      rows={2}
      required
      minLength={3}
      maxLength={500}
      defaultValue={typed ?? ''}
      aria-describedby={`${id}-help`}
    />
    <p className="help" id={`${id}-help`}>
      {help}
    </p>
  </div>
);
