import type { Difference, FrozenFacts } from '../../../domain/records/reading.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { Controls } from './facts.tsx';

type Props = { facts: FrozenFacts; speaker: Speaker };

/** Who asks to retain it, why, and what compensates meanwhile; why it came back before. */
export const Wanted = ({ facts, speaker }: Props) => <Rows rows={wantedRows(facts, speaker)} />;

/** What is decided on, as it was frozen: level, who decides and for how long, controls by kind. */
export const Frozen = ({ facts, speaker, open }: Props & { open: boolean }) => (
  <div className="frozen">
    <Rows rows={rowsOf(facts, speaker)} />
    <Controls controls={facts.controls} speaker={speaker} open={open} />
    <p className="stamp-line">{stampOf(facts, speaker)}</p>
  </div>
);

const Rows = ({ rows }: { rows: [string, string][] }) =>
  rows.length === 0 ? null : (
    <dl className="facts">
      {rows.map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );

function stampOf({ frozenAt, criteriaVersion }: FrozenFacts, { t, dates }: Speaker): string {
  const at = dates.weekdayTime(frozenAt);
  return criteriaVersion === undefined
    ? t('page:frozen.stampPlain', { at })
    : t('page:frozen.stamp', { at, version: String(criteriaVersion) });
}

function wantedRows({ request, returned }: FrozenFacts, speaker: Speaker): [string, string][] {
  return [
    ...(request === undefined ? [] : requestRows(request, speaker)),
    ...(returned === undefined ? [] : [row(speaker.t('page:frozen.returned'), returnedSaid(returned, speaker))]),
  ];
}

function rowsOf(facts: FrozenFacts, speaker: Speaker): [string, string][] {
  const { t, dates } = speaker;
  const { request, months, until, before } = facts;
  const holds = months === undefined || until === undefined ? '' : t('page:frozen.until', { count: months, day: dates.day(until) });
  const earlier = before.times === 0 || before.until === undefined ? undefined : { count: before.times, day: dates.day(before.until) };
  return [
    row(t('page:frozen.level'), levelSaid(facts, facts.labels, speaker)),
    // Who asks is the owner, unless somebody did it in their stead.
    ...(request?.name === facts.owner ? [] : [row(t('page:frozen.owner'), facts.owner)]),
    row(t('page:frozen.authority'), authoritySaid(facts, speaker)),
    ...(holds === '' ? [] : [row(t('page:frozen.holds'), holds)]),
    row(t('page:frozen.before'), earlier === undefined ? t('page:frozen.first') : t('page:frozen.times', earlier)),
  ];
}

const row = (term: string, said: string): [string, string] => [term, said];

const requestRows = ({ name, at, justification, measures }: NonNullable<FrozenFacts['request']>, { t, dates }: Speaker) => [
  row(t('page:frozen.why'), justification),
  row(t('page:frozen.measures'), measures),
  row(
    t('page:frozen.asked'),
    name === undefined
      ? t('page:frozen.askedByYou', { at: dates.weekdayTime(at) })
      : t('page:frozen.askedBy', { name, at: dates.weekdayTime(at) }),
  ),
];

const returnedSaid = ({ name, at, reason }: NonNullable<FrozenFacts['returned']>, { t, dates }: Speaker): string =>
  t('page:frozen.returnedBy', { name, reason, at: dates.day(at) });

/** By which line of the table somebody decides. */
function authoritySaid({ authority, band, request }: FrozenFacts, { t }: Speaker): string {
  const said = { band: t(`bands.${band}`) };
  if (authority === 'riskOwner') return t('page:frozen.ownerDecides', said);
  return t(request === undefined ? 'page:frozen.goesToTop' : 'page:frozen.topDecides', said);
}

const levelSaid = (
  { likelihood, consequence }: { likelihood: number; consequence: number },
  labels: FrozenFacts['labels'],
  { t }: Speaker,
): string =>
  t('page:frozen.levels', {
    ...{ likelihood: labels?.likelihood[likelihood - 1] ?? t('fields.likelihood.short'), l: String(likelihood) },
    ...{ consequence: labels?.consequence[consequence - 1] ?? t('fields.consequence.short'), c: String(consequence) },
  });

/** That the risk of today is another one, in what, and what follows. `then` is left out where nobody decides. */
export const Differences = ({ facts, speaker, then }: Props & { then?: string | undefined }) =>
  facts.differences.length === 0 ? null : (
    <div className="differs">
      <p>{speaker.t('page:frozen.changed')}</p>
      <ul>
        {facts.differences.map((one) => (
          <li key={`${one.kind} ${'control' in one ? one.control : ''}`}>{differenceSaid(one, facts, speaker)}</li>
        ))}
      </ul>
      {then === undefined ? null : <p>{then}</p>}
    </div>
  );

function differenceSaid(one: Difference, { labels }: FrozenFacts, speaker: Speaker): string {
  const { t } = speaker;
  switch (one.kind) {
    case 'level':
      return t('page:frozen.now.level', { level: `${t(`bands.${one.band}`)}, ${levelSaid(one, labels, speaker)}` });
    case 'owner':
      return t('page:frozen.now.owner', { name: one.name });
    case 'controls':
      return t('page:frozen.now.controls');
    case 'status':
      return t('page:frozen.now.status', { status: t(`page:frozen.statuses.${one.status}`) });
    case 'gone':
      return t('page:frozen.now.gone', { control: one.control });
    case 'control':
      return t('page:frozen.now.control', {
        control: one.control,
        what: `${t(`statuses.${one.status}`)}, ${t(`effects.${one.effectiveness}`)}`,
      });
  }
}
