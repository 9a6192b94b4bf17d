import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ManagementReview, MinutedDecision, ReviewDecision } from '../../../../domain/records/managementReview.ts';
import type { Run } from '../../../../domain/records/run.ts';
import { Card } from '../../parts/Card.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { Name } from '../../parts/Name.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { isLate, startedRun } from './data.ts';

type Props = { review: ManagementReview; decisions: readonly ReviewDecision[]; today: string };

/** As the minutes have them; from the approval on each is a record of its own. */
type Line = MinutedDecision & Partial<Pick<ReviewDecision, 'id' | 'started' | 'result' | 'status'>>;

/** What was decided, who carries it out, what it has started, and how that stands. */
export function DecisionsCard({ review, decisions, today }: Props) {
  const { t } = useTranslation();
  const days = useDays();
  const lines: readonly Line[] = decisions.length > 0 ? decisions : review.decisions;
  const head = (key: 'decision' | 'owner' | 'due' | 'starts' | 'state') => ({ key, head: t(`checks.reviews.one.column.${key}`) });
  return (
    <Card title={t('checks.reviews.one.decided')}>
      {lines.length === 0 ? (
        <p className="soft">{t('checks.reviews.one.noDecisions')}</p>
      ) : (
        <Table
          caption={t('checks.reviews.one.decisionsCaption')}
          rows={lines}
          keyOf={({ id, text }) => id ?? text}
          columns={[
            { ...head('decision'), cell: (line) => <Decided line={line} /> },
            { ...head('owner'), cell: ({ owner }) => <Name of={owner} /> },
            { ...head('due'), cell: ({ due }) => <span className="nowrap">{days.day(due)}</span> },
            { ...head('starts'), cell: (line) => <Started line={line} /> },
            { ...head('state'), cell: (line) => <Standing line={line} today={today} /> },
          ]}
        />
      )}
    </Card>
  );
}

function Decided({ line: { id, kind, text } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <>
      {text}
      <div className="quiet">{[id, t(`checks.reviews.one.kind.${kind}`)].filter(Boolean).join(' · ')}</div>
    </>
  );
}

function Started({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { starts, risk = '', period = '', reason = '', started, result } = line;
  return (
    <>
      <div>{t(`checks.reviews.one.starts.${starts}`, { risk, period, reason })}</div>
      {started !== undefined && <StartedRun id={started} />}
      {result !== undefined && result !== '' && <div className="quiet">{result}</div>}
    </>
  );
}

function StartedRun({ id }: { id: string }) {
  const { t } = useTranslation();
  const days = useDays();
  const { data: run } = useQuery(startedRun(id));
  const day = (at: string | undefined) => (at === undefined ? '' : days.day(at));
  return (
    <div>
      <RunLink run={id} />
      {run && <span className="quiet"> {runStateOf(t, run, day)}</span>}
    </div>
  );
}

function runStateOf(t: TFunction, { status, outcome, openedAt, closedAt }: Run, day: (at: string | undefined) => string): string {
  if (status === 'open') return t('checks.reviews.one.run_open', { day: day(openedAt) });
  if (status === 'cancelled') return t('checks.reviews.one.run_cancelled');
  return t(outcome === 'incomplete' ? 'checks.reviews.one.run_incomplete' : 'checks.reviews.one.run_closed', { day: day(closedAt) });
}

const shapes: Record<ReviewDecision['status'], Shape> = { decided: 'ahead', accepted: 'onTime', done: 'done', dropped: 'superseded' };

function Standing({ line: { status, due }, today }: { line: Line; today: string }) {
  const { t } = useTranslation();
  const days = useDays();
  if (status === undefined) return <State of="ahead">{t('checks.reviews.one.decisionStatus.minuted')}</State>;
  if (isLate({ status, due }, today)) return <State of="late">{t('checks.reviews.one.late', { day: days.day(due) })}</State>;
  return <State of={shapes[status]}>{t(`checks.reviews.one.decisionStatus.${status}`)}</State>;
}
