import type { ControlFact, LastJudged, RiskChange, RiskFacts, ScaleLabels } from '../../../domain/records/reading.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { Band } from './band.tsx';
import { Icon } from './icons.tsx';

type FactsProps = { facts: RiskFacts; labels: ScaleLabels | undefined; speaker: Speaker; open: boolean };

/** What the owner needs to judge again: the last judgement, what happened since, and the controls by kind. */
export const Facts = ({ facts, labels, speaker, open }: FactsProps) => (
  <>
    {facts.description === '' ? null : <p className="text">{facts.description}</p>}
    <dl className="facts">
      <div>
        <dt>{speaker.t('page:tasks.lastJudged')}</dt>
        <dd>{facts.last ? <Judged last={facts.last} labels={labels} speaker={speaker} /> : speaker.t('page:tasks.neverJudged')}</dd>
      </div>
      <div>
        <dt>{speaker.t('page:tasks.sinceThen')}</dt>
        <dd>
          <Since facts={facts} speaker={speaker} />
        </dd>
      </div>
    </dl>
    <Controls controls={facts.controls} speaker={speaker} open={open} />
  </>
);

const Judged = ({ last, labels, speaker }: { last: LastJudged; labels: ScaleLabels | undefined; speaker: Speaker }) => {
  const { t, dates } = speaker;
  const levels = {
    day: dates.since(last.day),
    likelihood: labels?.likelihood[last.likelihood - 1] ?? t('fields.likelihood.short'),
    l: String(last.likelihood),
    consequence: labels?.consequence[last.consequence - 1] ?? t('fields.consequence.short'),
    c: String(last.consequence),
  };
  const said = last.imported
    ? t('page:tasks.judgedImported', levels)
    : last.by === undefined
      ? t('page:tasks.judgedByYou', levels)
      : t('page:tasks.judgedBy', { ...levels, by: last.by });
  return (
    <>
      {said} <Band band={last.band} speaker={speaker} />
    </>
  );
};

const Since = ({ facts, speaker }: { facts: RiskFacts; speaker: Speaker }) => {
  const { t, dates } = speaker;
  if (facts.changes.length === 0)
    return facts.last ? t('page:tasks.nothingSince', { month: dates.month(facts.last.day) }) : t('page:tasks.nothingKnown');
  const said = [...new Set(facts.changes.map((change) => sentenceOf(change, speaker)))];
  return (
    <ul>
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};

function sentenceOf(change: RiskChange, speaker: Speaker): string {
  const { t, dates } = speaker;
  if (change.kind === 'text') return change.text;
  const day = change.day === undefined ? '' : t('page:tasks.change.on', { day: dates.dayMonth(change.day) });
  if (change.kind === 'riskChanged') return t('page:tasks.change.riskChanged', { day }).trim();
  const control = `${change.reference} ${change.name}`;
  if (change.kind !== 'controlChanged') return t(`page:tasks.change.${change.kind}`, { control, day }).trim();
  const what = [change.status && t(`statuses.${change.status}`), change.effectiveness && t(`effects.${change.effectiveness}`)]
    .filter(Boolean)
    .join(', ');
  return t('page:tasks.change.controlChanged', { control, what: what || t('page:tasks.change.controlTouched'), day }).trim();
}

/** The controls by kind, each with how it stands. */
export const Controls = ({ controls, speaker, open }: { controls: readonly ControlFact[]; speaker: Speaker; open: boolean }) => {
  const { t } = speaker;
  if (controls.length === 0) return <p className="none">{t('page:tasks.noControls')}</p>;
  const kinds = new Set(controls.map(({ kind }) => kind)).size;
  return (
    <details open={open}>
      <summary>{t('page:tasks.controlsOfKinds', { count: kinds, controls: t('page:tasks.controls', { count: controls.length }) })}</summary>
      <ul className="controls">
        {controls.map((control) => (
          <li key={control.reference}>
            <Icon name={control.kind} />
            <div>
              <span>{control.name}</span> <span className="kind">{standingOf(control, speaker)}</span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** "Technological, effective, checked 3 Sep": once it is in place its effect counts, until then its progress. */
function standingOf(control: ControlFact, { t, dates }: Speaker): string {
  const standing = control.status === 'implemented' ? t(`effects.${control.effectiveness}`) : t(`statuses.${control.status}`);
  const checked = control.checkedOn === undefined ? [] : [t('page:tasks.checked', { day: dates.dayMonth(control.checkedOn) })];
  return [t(`kinds.${control.kind}`), standing, ...checked].join(', ');
}
