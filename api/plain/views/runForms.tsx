import type { Speaker } from '../../../domain/words/speaker.ts';
import { CommandForms } from './commandForms.tsx';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import { SentenceField } from './sentenceField.tsx';
import type { CancelForm, RunPage, RunRequest } from './types.ts';

type Props = { page: RunPage; speaker: Speaker };

/** What an ISMS manager does with a run: decide what people ask for, give a task to somebody else, waive it, or end the run; all with a reason. */
export const RunForms = ({ page, speaker }: Props) => {
  const { commands, cancel, csrf } = page;
  if (commands === undefined && cancel === undefined) return null;
  return (
    <section className="box else" aria-labelledby="h-forms">
      <h2 id="h-forms">{speaker.t('somethingElse')}</h2>
      {commands === undefined ? null : (
        <CommandForms forms={commands.forms} place={{ action: commands.action, csrf, pageKey: commands.key }} speaker={speaker} />
      )}
      {cancel === undefined ? null : <Cancel form={cancel} csrf={csrf} speaker={speaker} />}
    </section>
  );
};

/** What people ask for, before the forms that decide it. */
export const Requests = ({ page: { requests = [] }, speaker }: Props) =>
  requests.length === 0 ? null : (
    <section className="box" aria-labelledby="h-requests">
      <h2 id="h-requests">{speaker.t('page:run.requests')}</h2>
      <ul className="rows">
        {requests.map((request) => (
          <li key={`${request.task} ${request.until}`}>
            <h3>
              {request.reference === undefined ? null : <span className="id">{request.reference}</span>} {request.title}
            </h3>
            <p>{askedFor(request, speaker)}</p>
            <p className="soft">{speaker.t('page:decision.reason', { reason: request.reason })}</p>
          </li>
        ))}
      </ul>
    </section>
  );

function askedFor({ by: name, until, to, due }: RunRequest, { t, dates }: Speaker): string {
  const said = { name, due: dates.day(due) };
  if (until !== undefined) return t('page:run.requestTime', { ...said, day: dates.day(until) });
  return to === undefined ? t('page:run.requestHandOver', said) : t('page:run.requestHandOverTo', { ...said, to });
}

const Cancel = ({ form, csrf, speaker: { t } }: { form: CancelForm; csrf: string; speaker: Speaker }) => (
  <details id="cancel" open={form.problem !== undefined}>
    <summary>{t('page:run.cancel')}</summary>
    <form method="post" action={form.action}>
      <Hidden values={{ csrf, key: form.key }} />
      <Problem id="cancel-problem" text={form.problem} />
      <SentenceField
        id="cancel-reason"
        name="reason"
        label={t('page:commands.reason')}
        typed={form.typed}
        help={t('page:run.cancelHelp')}
      />
      <button className="button big" type="submit">
        {t('page:run.cancelButton')}
      </button>
    </form>
  </details>
);
