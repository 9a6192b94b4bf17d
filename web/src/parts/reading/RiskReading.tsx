import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RiskChange, RiskFacts, ScaleLabels } from '../../../../domain/records/reading.ts';
import { type Days, useDays } from '../../words/useDays.ts';
import { Band } from '../Band.tsx';
import { Facts } from '../Facts.tsx';
import { Controls } from './Controls.tsx';
import { levelsSaid } from './levels.ts';
import css from './reading.module.css';

type Props = { facts: RiskFacts; labels: ScaleLabels; open: boolean };

/** What an owner needs to judge again: the last judgement, what happened since, and the controls. */
export function RiskReading({ facts, labels, open }: Props) {
  const { t } = useTranslation();
  const { description, last, controls } = facts;
  return (
    <>
      {description !== '' && <p className={css.text}>{description}</p>}
      <Facts
        facts={[
          {
            name: t('tasks.facts.lastJudged'),
            said: last === undefined ? t('tasks.facts.neverJudged') : <Judged last={last} labels={labels} />,
          },
          { name: t('tasks.facts.sinceThen'), said: <Since facts={facts} /> },
        ]}
      />
      <Controls controls={controls} open={open} />
    </>
  );
}

function Judged({ last, labels }: { last: NonNullable<RiskFacts['last']>; labels: ScaleLabels }) {
  const { t } = useTranslation();
  const days = useDays();
  const said = { day: days.day(last.day), levels: levelsSaid(last, labels, t), by: last.by ?? '' };
  const who = last.imported === true ? 'judgedImported' : last.by === undefined ? 'judgedByYou' : 'judgedBy';
  return (
    <>
      {t(`tasks.facts.${who}`, said)} <Band band={last.band} />
    </>
  );
}

function Since({ facts: { changes, last } }: { facts: RiskFacts }) {
  const { t } = useTranslation();
  const days = useDays();
  if (changes.length === 0)
    return last === undefined ? t('tasks.facts.nothingKnown') : t('tasks.facts.nothingSince', { month: days.month(last.day) });
  return (
    <ul>
      {[...new Set(changes.map((change) => changeSaid(change, t, days)))].map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  );
}

function changeSaid(change: RiskChange, t: TFunction, days: Days): string {
  if (change.kind === 'text') return change.text;
  const day = change.day === undefined ? '' : t('tasks.facts.on', { day: days.day(change.day) });
  if (change.kind === 'riskChanged') return t('tasks.facts.riskChanged', { day }).trim();
  const control = `${change.reference} ${change.name}`;
  if (change.kind !== 'controlChanged') return t(`tasks.facts.${change.kind}`, { control, day }).trim();
  const { status, effectiveness } = change;
  const what = [status && t(`tasks.statuses.${status}`), effectiveness && t(`tasks.effects.${effectiveness}`)].filter(Boolean).join(', ');
  return t('tasks.facts.controlChanged', { control, what: what || t('tasks.facts.touched'), day }).trim();
}
