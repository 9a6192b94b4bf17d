import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import type { MyMailForm, MyMailPage } from './types.ts';

type Props = { page: MyMailPage; speaker: Speaker };

/** Digest, hour and quiet hours; what is left empty is as the organization has it. */
export const MailTimes = ({ page, speaker }: Props) => {
  const { t } = speaker;
  return (
    <section className="box" aria-labelledby="h-times">
      <h2 id="h-times">{t('page:myMail.times')}</h2>
      <form className="lone" method="post" action={page.action}>
        <Hidden values={{ csrf: page.csrf }} />
        {page.problem === undefined ? null : (
          <p className="problem" role="alert" id="times-problem">
            {t(`page:myMail.problem.${page.problem}`)}
          </p>
        )}
        <Digest page={page} speaker={speaker} />
        <Time page={page} speaker={speaker} name="hour" help={t('page:myMail.hourHelp', { usual: page.usual.hour, site: page.site })} />
        <Quiet page={page} speaker={speaker} />
        <button className="button main big" type="submit">
          {t('page:myMail.save')}
        </button>
      </form>
    </section>
  );
};

const choices = ['', 'atOnce', 'daily'] as const;

const Digest = ({ page, speaker: { t } }: Props) => (
  <fieldset className="choice">
    <legend className="label">{t('page:myMail.digest')}</legend>
    {choices.map((value) => (
      <label key={value}>
        <input type="radio" name="digest" value={value} defaultChecked={page.form.digest === value} />{' '}
        {value === '' ? t('page:myMail.usual', { what: t(`page:myMail.kind.${page.usual.digest}`) }) : t(`page:myMail.${value}`)}
      </label>
    ))}
    <p className="help">{t('page:myMail.digestHelp')}</p>
  </fieldset>
);

const Time = ({ page, speaker: { t }, name, help }: Props & { name: Exclude<keyof MyMailForm, 'digest'>; help?: string }) => (
  <div>
    <label className="field" htmlFor={name}>
      {t(`page:myMail.${name}`)}
    </label>
    <input
      id={name}
      name={name}
      type="time"
      className="short"
      defaultValue={page.form[name]}
      aria-describedby={help === undefined ? undefined : `${name}-help`}
    />
    {help === undefined ? null : (
      <p className="help" id={`${name}-help`}>
        {help}
      </p>
    )}
  </div>
);

const Quiet = ({ page, speaker }: Props) => {
  const { t } = speaker;
  const { quiet } = page.usual;
  return (
    <fieldset>
      <legend className="label">{t('page:myMail.quiet')}</legend>
      <div className="times">
        <Time page={page} speaker={speaker} name="from" />
        <Time page={page} speaker={speaker} name="to" />
      </div>
      <p className="help">
        {quiet === undefined ? t('page:myMail.quietHelp') : t('page:myMail.quietHelpUsual', { from: quiet.from, to: quiet.to })}
      </p>
    </fieldset>
  );
};
