import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import type { AcceptancePage } from './acceptanceTypes.ts';
import { Band } from './band.tsx';
import { Hidden, pageOf } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import { Differences, Frozen, Wanted } from './frozen.tsx';
import { SignInAgain } from './problemSummary.tsx';
import { SentenceField } from './sentenceField.tsx';

type Props = { page: AcceptancePage; speaker: Speaker };
type Form = NonNullable<AcceptancePage['form']>;

/** One decision on a risk: what was decided on, by whom, until when, and the way to revoke it. */
export function acceptancePage(page: AcceptancePage): string {
  const speaker = speakerOf(page);
  const day = page.until === undefined ? '' : speaker.dates.longDay(page.until);
  const title = speaker.t(`page:acceptance.titles.${page.state}`, { reference: page.reference, day });
  const navigation = { current: 'acceptances' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  return (
    <>
      <nav className="crumb" aria-label={t('page:run.crumb')}>
        <a href={places.acceptances}>{t('page:acceptance.link')}</a> / <span className="id">{page.reference}</span>
      </nav>
      {page.done ? (
        <p className="alert good" role="status">
          {t('page:acceptance.revoke.done')}
        </p>
      ) : null}
      <h1>{title}</h1>
      {saidOf(page, speaker).map((said) => (
        <p key={said} className="lead">
          {said}
        </p>
      ))}
      <section className="box task" aria-labelledby="h-facts">
        <div className="no">
          <span>{t('page:acceptance.facts')}</span>
          <span className="id">{page.reference}</span>
        </div>
        <h2 id="h-facts">{page.title}</h2>
        <p className="level">
          <Band band={page.facts.band} speaker={speaker} />
        </p>
        {page.facts.description === '' ? null : <p className="text">{page.facts.description}</p>}
        <Differences facts={page.facts} speaker={speaker} />
        <Wanted facts={page.facts} speaker={speaker} />
        <Frozen facts={page.facts} speaker={speaker} open />
      </section>
      {page.form === undefined ? null : <Revoke form={page.form} csrf={page.csrf} speaker={speaker} />}
      {page.seesRuns ? (
        <p className="end">
          <a href={places.run(page.run)}>{t('page:acceptance.run')}</a> <span className="id">{page.run}</span>
        </p>
      ) : null}
    </>
  );
};

/** Who decided, and why it holds no longer. */
function saidOf({ decided, revoked, because }: AcceptancePage, { t, dates }: Speaker): string[] {
  const at = (when: string) => dates.weekdayTime(when);
  return [
    ...(revoked === undefined ? [] : [t('page:acceptance.revokedBy', { ...revoked, at: at(revoked.at) })]),
    ...(because === undefined ? [] : [t(`page:acceptance.because.${because}`)]),
    ...(decided === undefined
      ? []
      : [`${t('page:acceptance.decided')}: ${t('page:acceptance.decidedBy', { ...decided, at: at(decided.at) })}`]),
  ];
}

const Revoke = ({ form, csrf, speaker }: { form: Form; csrf: string; speaker: Speaker }) => {
  const { t } = speaker;
  return (
    <section className="box else" aria-labelledby="h-revoke">
      <h2 id="h-revoke">{t('somethingElse')}</h2>
      <details open={form.problem !== undefined}>
        <summary>{t('page:acceptance.revoke.title')}</summary>
        <form method="post" action={form.action}>
          <Hidden values={{ csrf, key: form.key, version: String(form.version) }} />
          <Problem id="revoke-problem" text={form.problem} />
          <SignInAgain href={form.signInAgain} speaker={speaker} />
          <SentenceField
            {...{
              id: 'reason',
              name: 'reason',
              label: t('page:commands.reason'),
              typed: form.typed,
              help: t('page:acceptance.revoke.help'),
            }}
            problem={form.problem === undefined ? undefined : 'revoke-problem'}
          />
          <button className="button big" type="submit">
            {t('page:acceptance.revoke.button')}
          </button>
        </form>
      </details>
    </section>
  );
};
