import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import { SentenceField } from './sentenceField.tsx';
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
        <SentenceField id="reason" name="reason" label={t('page:commands.reason')} typed={form.typed} help={t('page:mails.pauseHelp')} />
        <button className="button big" type="submit">
          {t('page:mails.pauseButton')}
        </button>
      </form>
    </details>
  </section>
);
