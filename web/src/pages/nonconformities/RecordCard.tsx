import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NonconformityDetail } from '../../../../domain/records/correctiveLoop.ts';
import type { Nonconformity } from '../../../../domain/records/nonconformity.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { type Fact, Facts, Prose } from '../../parts/Facts.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { TaskLink } from '../../parts/TaskLink.tsx';
import type { CockpitWords } from '../../words/en.ts';
import { useDays } from '../../words/useDays.ts';

/** What 10.2 f and g want documented; what is to come says so. */
export function RecordCard({ detail }: { detail: NonconformityDetail }) {
  const { t } = useTranslation();
  const days = useDays();
  const { record, finding } = detail;
  const name = useNames([record.owner, record.reportedBy, record.responsible]);
  const fact = (key: FactKey, said: Fact['said']): Fact => ({ name: nameOfFact(t, key), said });
  const text = (key: Text) => fact(key, record[key] === undefined ? later(t, record) : <Prose>{record[key]}</Prose>);
  return (
    <Card
      title={t('checks.nonconformities.one.record')}
      aside={<span className="small quiet">{t('checks.nonconformities.one.recordUnder')}</span>}
    >
      <Facts
        facts={[
          fact('description', record.description && <Prose>{record.description}</Prose>),
          fact('kind', t(`checks.nonconformities.kind.${record.source.kind}`)),
          fact('finding', finding && <FindingLink {...finding} />),
          fact('seen', finding === undefined && seenAt(record.source)),
          fact('reportedBy', name(record.reportedBy)),
          fact('owner', name(record.owner)),
          fact('grade', record.grade && t(`checks.nonconformities.grade.${record.grade}`)),
          ...(['correction', 'consequences', 'cause', 'similarCases'] as const).map(text),
          fact(
            'removesCause',
            record.removesCause !== undefined && t(`checks.nonconformities.one.fact.${record.removesCause ? 'causeGoes' : 'causeStays'}`),
          ),
          ...(record.removesCause === false && record.actions === undefined ? [] : (['actions', 'measuredBy'] as const).map(text)),
          fact('responsible', name(record.responsible)),
          fact('actionsDue', record.actionsDue && days.day(record.actionsDue)),
          text('result'),
          fact('ismsChange', changeOf(t, record)),
        ]}
      />
    </Card>
  );
}

const nameOfFact = (t: TFunction, key: FactKey): string => t(`checks.nonconformities.one.fact.${key}`);

type FactKey = keyof CockpitWords['checks']['nonconformities']['one']['fact'];
type Text = 'correction' | 'consequences' | 'cause' | 'similarCases' | 'actions' | 'result' | 'measuredBy';

function later(t: TFunction, { status }: Nonconformity) {
  return status === 'declined' ? undefined : <span className="quiet">{t('checks.nonconformities.one.notYet')}</span>;
}

function changeOf(t: TFunction, record: Nonconformity): Fact['said'] {
  const { ismsChange, ismsChangeReason: reason = '' } = record;
  if (ismsChange === undefined) return later(t, record);
  return t(`checks.nonconformities.one.fact.${ismsChange === 'change' ? 'changes' : 'stays'}`, { reason });
}

function FindingLink({ id, audit }: { id: string; audit: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/audits/$id" params={{ id: audit }}>
      {t('checks.nonconformities.one.fact.findingOf', { finding: id, audit })}
    </Link>
  );
}

function seenAt({ run, task, subject }: Nonconformity['source']): Fact['said'] {
  if (run === undefined) return subject;
  return task === undefined ? <RunLink run={run} /> : <TaskLink task={task}>{task}</TaskLink>;
}
