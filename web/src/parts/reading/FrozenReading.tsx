import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Difference, FrozenFacts } from '../../../../domain/records/reading.ts';
import { type Days, useDays } from '../../words/useDays.ts';
import { type Fact, Facts } from '../Facts.tsx';
import { Controls } from './Controls.tsx';
import { levelsSaid } from './levels.ts';
import css from './reading.module.css';

/** Who asks to retain a risk, why, and what compensates meanwhile; why it came back before. */
export function Wanted({ facts: { description, request, returned } }: { facts: FrozenFacts }) {
  const { t } = useTranslation();
  const days = useDays();
  return (
    <>
      {description !== '' && <p className={css.text}>{description}</p>}
      <Facts
        facts={[
          ...(request === undefined ? [] : requestLines(request, t, days)),
          ...(returned === undefined
            ? []
            : [{ name: t('tasks.frozen.returned'), said: t('tasks.frozen.returnedBy', { ...returned, at: days.day(returned.at) }) }]),
        ]}
      />
    </>
  );
}

const requestLines = ({ name, at, justification, measures }: NonNullable<FrozenFacts['request']>, t: TFunction, days: Days): Fact[] => [
  { name: t('tasks.frozen.why'), said: justification },
  { name: t('tasks.frozen.measures'), said: measures },
  {
    name: t('tasks.frozen.asked'),
    said:
      name === undefined ? t('tasks.frozen.askedByYou', { at: days.moment(at) }) : t('tasks.frozen.askedBy', { name, at: days.moment(at) }),
  },
];

/** What is decided on, as it was frozen: level, who decides and for how long, controls by kind. */
export function Frozen({ facts, open }: { facts: FrozenFacts; open: boolean }) {
  const { t } = useTranslation();
  const days = useDays();
  const { frozenAt, criteriaVersion, controls } = facts;
  const at = days.moment(frozenAt);
  return (
    <div>
      <Facts facts={linesOf(facts, t, days)} />
      <Controls controls={controls} open={open} />
      <p className={css.stamp}>
        {criteriaVersion === undefined ? t('tasks.frozen.stampPlain', { at }) : t('tasks.frozen.stamp', { at, version: criteriaVersion })}
      </p>
    </div>
  );
}

function linesOf(facts: FrozenFacts, t: TFunction, days: Days): Fact[] {
  const { request, months, until, before, owner, labels } = facts;
  const isHeld = months !== undefined && until !== undefined;
  const hasBefore = before.times > 0 && before.until !== undefined;
  return [
    { name: t('tasks.frozen.level'), said: levelsSaid(facts, labels, t) },
    // Who asks is the owner, unless somebody did it in their stead.
    ...(request?.name === owner ? [] : [{ name: t('tasks.frozen.owner'), said: owner }]),
    { name: t('tasks.frozen.authority'), said: authoritySaid(facts, t) },
    ...(isHeld ? [{ name: t('tasks.frozen.holds'), said: t('tasks.frozen.until', { count: months, day: days.day(until) }) }] : []),
    {
      name: t('tasks.frozen.before'),
      said: hasBefore ? t('tasks.frozen.times', { count: before.times, day: days.day(before.until ?? '') }) : t('tasks.frozen.first'),
    },
  ];
}

/** By which line of the table somebody decides. */
function authoritySaid({ authority, band, request }: FrozenFacts, t: TFunction): string {
  const said = { band: t(`band.${band}`) };
  if (authority === 'riskOwner') return t('tasks.frozen.ownerDecides', said);
  return t(request === undefined ? 'tasks.frozen.goesToTop' : 'tasks.frozen.topDecides', said);
}

/** That the risk of today is another one, in what, and what follows where somebody decides. */
export function Differences({ facts, then }: { facts: FrozenFacts; then?: string }) {
  const { t } = useTranslation();
  if (facts.differences.length === 0) return null;
  return (
    <div className={css.differs}>
      <p>{t('tasks.frozen.changed')}</p>
      <ul>
        {facts.differences.map((one) => (
          <li key={`${one.kind} ${'control' in one ? one.control : ''}`}>{differenceSaid(one, facts, t)}</li>
        ))}
      </ul>
      {then !== undefined && <p>{then}</p>}
    </div>
  );
}

function differenceSaid(one: Difference, { labels }: FrozenFacts, t: TFunction): string {
  switch (one.kind) {
    case 'level':
      return t('tasks.frozen.now.level', { level: `${t(`band.${one.band}`)}, ${levelsSaid(one, labels, t)}` });
    case 'owner':
      return t('tasks.frozen.now.owner', { name: one.name });
    case 'controls':
      return t('tasks.frozen.now.controls');
    case 'status':
      return t('tasks.frozen.now.status', { status: t(`tasks.frozen.statuses.${one.status}`) });
    case 'gone':
      return t('tasks.frozen.now.gone', { control: one.control });
    case 'control':
      return t('tasks.frozen.now.control', {
        control: one.control,
        what: `${t(`tasks.statuses.${one.status}`)}, ${t(`tasks.effects.${one.effectiveness}`)}`,
      });
  }
}

/** What a decision on a risk that has changed leads to. */
export function thenOf({ authority }: FrozenFacts, task: string, t: TFunction): string {
  if (task === 'approve') return t('tasks.frozen.forApprover');
  return t(authority === 'riskOwner' ? 'tasks.frozen.forOwner' : 'tasks.frozen.forRequester');
}
