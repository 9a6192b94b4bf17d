import { useTranslation } from 'react-i18next';
import type { CycleReport, PhaseReport } from '../../../../domain/records/cycle.ts';
import { Card } from '../../parts/Card.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import type { CockpitWords } from '../../words/en.ts';

type Line = PhaseReport['gates'][number] & { phase: PhaseReport['phase'] };

/** How often each gate held and how often it was broken, phase by phase. */
export function GatesCard({ report: { phases } }: { report: CycleReport }) {
  const { t } = useTranslation();
  const lines: Line[] = phases.flatMap(({ phase, gates }) => gates.map((gate) => ({ ...gate, phase })));
  return (
    <Card title={t('checks.cycles.gates')} aside={<span className="small quiet">{t('checks.cycles.gatesUnder')}</span>}>
      {lines.length === 0 ? (
        <p className="soft">{t('checks.cycles.noGates')}</p>
      ) : (
        <Table
          caption={t('checks.cycles.gatesCaption')}
          rows={lines}
          keyOf={({ phase, gate }) => `${phase} ${gate}`}
          columns={[
            { key: 'gate', head: t('checks.cycles.gate'), cell: ({ gate }) => <GateName gate={gate} /> },
            { key: 'phase', head: t('checks.cycles.phase'), cell: ({ phase }) => t(`phase.${phase}`) },
            { key: 'held', head: t('checks.cycles.held'), numeric: true, cell: ({ held }) => held },
            {
              key: 'broken',
              head: t('checks.cycles.broken'),
              cell: ({ broken }) => <State of={broken === 0 ? 'done' : 'late'}>{broken}</State>,
            },
          ]}
        />
      )}
    </Card>
  );
}

type Known = keyof CockpitWords['checks']['cycles']['gateName'];

function GateName({ gate }: { gate: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`checks.cycles.gateName.${gate as Known}`)}
      <div className="quiet">{gate}</div>
    </>
  );
}
