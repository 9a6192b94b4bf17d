import type { ReactNode } from 'react';
import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import type { Noticed } from '../../reporting.ts';
import { Hidden, pageOf } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import type { SignedIn } from './types.ts';

export type Typed = Record<'title' | 'description' | 'kind' | 'owner', string>;
export type ReportPage = SignedIn & {
  kinds: readonly Noticed[];
  key: string;
  typed?: Typed | undefined;
  /** By field, what is wrong with what was typed; `problem` with the form as a whole. */
  problems?: Record<string, string> | undefined;
  problem?: string | undefined;
  /** What was reported just now. */
  reported?: { id: string; title: string } | undefined;
};
type Props = { page: ReportPage; speaker: Speaker };

/** The form in which anybody says what is not as it should be. */
export function reportPage(page: ReportPage): string {
  const speaker = speakerOf(page);
  const title = speaker.t('page:report.title');
  const navigation = { current: 'report' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  const { reported, problem } = page;
  return (
    <>
      {reported === undefined ? null : (
        <p className="alert good" role="status">
          {t('page:report.done', reported)}
        </p>
      )}
      {problem === undefined && page.problems === undefined ? null : (
        <p className="alert bad" role="alert">
          {problem ?? t('page:tasks.problems')}
        </p>
      )}
      <h1>{title}</h1>
      <p className="lead">{t('page:report.lead')}</p>
      <section className="box" aria-label={title}>
        <form className="lone" method="post" action={places.report}>
          <Hidden values={{ csrf: page.csrf, key: page.key }} />
          <Title page={page} speaker={speaker} />
          <Description page={page} speaker={speaker} />
          <Kinds page={page} speaker={speaker} />
          <Owner page={page} speaker={speaker} />
          <button className="button main big" type="submit">
            {t('page:report.button')}
          </button>
        </form>
      </section>
    </>
  );
};

const describedBy = ({ problems }: ReportPage, name: string) => ({
  'aria-describedby': problems?.[name] === undefined ? `${name}-help` : `${name}-help ${name}-problem`,
  'aria-invalid': problems?.[name] === undefined ? undefined : true,
});

type Named = { name: 'title' | 'description' | 'owner'; label: string; optional?: boolean; children: ReactNode };

/** A field of the form with its label above it, and below it what helps and what was wrong. */
const Labelled = ({ page, speaker: { t }, name, label, optional = false, children }: Props & Named) => (
  <div>
    <label className="field" htmlFor={name}>
      {label} {optional ? <span className="note">{t('page:tasks.optional')}</span> : null}
    </label>
    {children}
    <p className="help" id={`${name}-help`}>
      {t(`page:report.${name}Help`)}
    </p>
    <Problem id={`${name}-problem`} text={page.problems?.[name]} />
  </div>
);

/** What every control of the form has. */
const common = (page: ReportPage, name: Named['name']) => ({
  id: name,
  name,
  defaultValue: page.typed?.[name],
  ...describedBy(page, name),
});

const Title = ({ page, speaker }: Props) => (
  <Labelled page={page} speaker={speaker} name="title" label={speaker.t('page:report.what')}>
    <input type="text" required maxLength={200} {...common(page, 'title')} />
  </Labelled>
);

const Description = ({ page, speaker }: Props) => (
  <Labelled page={page} speaker={speaker} name="description" label={speaker.t('page:report.more')} optional>
    <textarea rows={4} {...common(page, 'description')} />
  </Labelled>
);

const Kinds = ({ page, speaker: { t } }: Props) => (
  <fieldset className="choice">
    <legend className="label">{t('page:report.kind')}</legend>
    {page.kinds.map((kind) => (
      <label key={kind}>
        <input type="radio" name="kind" value={kind} defaultChecked={(page.typed?.kind || 'observation') === kind} />{' '}
        {t(`page:report.kinds.${kind}`)}
      </label>
    ))}
    <Problem id="kind-problem" text={page.problems?.kind} />
  </fieldset>
);

const Owner = ({ page, speaker }: Props) => (
  <Labelled page={page} speaker={speaker} name="owner" label={speaker.t('page:report.owner')} optional>
    <input type="text" maxLength={200} {...common(page, 'owner')} />
  </Labelled>
);
