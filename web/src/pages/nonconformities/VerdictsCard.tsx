import { useTranslation } from 'react-i18next';
import type { NonconformityDetail } from '../../../../domain/records/correctiveLoop.ts';
import { Card } from '../../parts/Card.tsx';
import { Name } from '../../parts/Name.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';

/** Whether it worked, as others have judged it, round by round (10.2 d). */
export function VerdictsCard({ detail: { record } }: { detail: NonconformityDetail }) {
  const { t } = useTranslation();
  const days = useDays();
  const verdicts = record.effectiveness ?? [];
  if (verdicts.length === 0) return null;
  const head = (key: 'round' | 'verdict' | 'reason' | 'by' | 'on') => ({ key, head: t(`checks.nonconformities.one.column.${key}`) });
  return (
    <Card title={t('checks.nonconformities.one.verdicts')}>
      <Table
        caption={t('checks.nonconformities.one.verdictsCaption')}
        rows={verdicts}
        keyOf={({ round }) => String(round)}
        columns={[
          { ...head('round'), cell: ({ round }) => round },
          {
            ...head('verdict'),
            cell: ({ verdict }) => (
              <State of={verdict === 'effective' ? 'done' : 'soon'}>{t(`checks.nonconformities.one.verdict.${verdict}`)}</State>
            ),
          },
          { ...head('reason'), cell: ({ reason }) => reason },
          { ...head('by'), cell: ({ by }) => <Name of={by.person} /> },
          { ...head('on'), cell: ({ at }) => <span className="nowrap">{days.day(at)}</span> },
        ]}
      />
    </Card>
  );
}
