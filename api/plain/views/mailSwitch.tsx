import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import type { MailsPage } from './types.ts';

type Props = { page: MailsPage; speaker: Speaker };
type Form = NonNullable<MailsPage['form']>;

/** Why no mail goes out, and for ISMS managers the way to pause or resume it. */
export const MailSwitch = ({ page, speaker }: Props) => {
  const { paused, form, csrf } = page;
  if (paused === undefined) return form === undefined ? null : <Pause form={form} csrf={csrf} speaker={speaker} />;
  const { t, dates } = speaker;
  return (
    <section className="box attention" aria-labelledby="h-paused">
      <h2 id="h-paused">{t('page:mails.pausedBy', { by: paused.by, since: dates.dayTime(paused.since) })}</h2>
      <p>{paused.reason}</p>
      <p className="soft">{t('page:mails.pausedLead')}</p>
      {form === undefined ? null : (
        <form className="pair" method="post" action={form.action}>
          <Hidden values={{ csrf, key: form.key, act: 'resume' }} />
          <Problem id="resume-problem" text={form.problem} />
          <button className="button main big" type="submit">
            {t('page:mails.resume')}
          </button>
        </form>
      )}
    </section>
  );
};

const Pause = ({ form, csrf, speaker: { t } }: { form: Form; csrf: string; speaker: Speaker }) => (
  <section className="box else" aria-labelledby="h-pause">
    <h2 id="h-pause">{t('somethingElse')}</h2>
    <details open={form.problem !== undefined}>
      <summary>{t('page:mails.pause')}</summary>
      <form method="post" action={form.action}>
        <Hidden values={{ csrf, key: form.key, act: 'pause' }} />
        <Problem id="pause-problem" text={form.problem} />
        <div>
          <label className="field" htmlFor="reason">
            {t('page:commands.reason')}
          </label>
          <textarea
            id="reason"
            name="reason"
            rows={2}
            required
            minLength={3}
            maxLength={500}
            defaultValue={form.typed ?? ''}
            aria-describedby="reason-help"
          />
          <p className="help" id="reason-help">
            {t('page:mails.pauseHelp')}
          </p>
        </div>
        <button className="button big" type="submit">
          {t('page:mails.pauseButton')}
        </button>
      </form>
    </details>
  </section>
);
