import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../domain/records/run.ts';
import { useCommand } from '../../data/command.ts';
import { Asking, said } from '../../parts/asking/Asking.tsx';
import { LineField, PickField } from '../../parts/asking/fields.tsx';
import { Recorded } from '../../parts/asking/Recorded.tsx';
import { Card } from '../../parts/Card.tsx';
import { RunLink } from '../../parts/RunLink.tsx';

const processes = ['targetedRiskReview', 'riskTreatment'] as const;
type Process = (typeof processes)[number];

/** Opens a run about this risk: it is judged again now, or treated. */
export function StartReview({ risk, onLeave }: { risk: string; onLeave(): void }) {
  const { t } = useTranslation();
  const [process, setProcess] = useState<Process>('targetedRiskReview');
  const [opened, setOpened] = useState<Run>();
  const command = useCommand<Run>({ method: 'POST', path: `/processes/${process}/runs` }, setOpened);
  if (opened !== undefined)
    return (
      <Recorded>
        {t('registers.start.opened')} <RunLink run={opened.id} />
      </Recorded>
    );
  return (
    <Card title={t('registers.start.title')}>
      <Asking
        command={command}
        bodyOf={(form) => ({ subject: { risk, because: said(form, 'because') } })}
        button={t('registers.start.button')}
        onLeave={onLeave}
      >
        <PickField
          name="process"
          label={t('registers.start.what')}
          value={process}
          options={processes.map((value) => ({ value, label: t(`registers.start.${value}`) }))}
          onPick={(value) => setProcess(value as Process)}
        />
        <LineField
          name="because"
          at="subject.because"
          label={t('registers.start.because')}
          help={t('registers.start.becauseHelp')}
          required
        />
      </Asking>
    </Card>
  );
}
