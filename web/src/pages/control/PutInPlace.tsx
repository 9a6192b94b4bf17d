import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import type { Run } from '../../../../domain/records/run.ts';
import { useCommand } from '../../data/command.ts';
import { Asking, saidOrNot } from '../../parts/asking/Asking.tsx';
import { LineField } from '../../parts/asking/fields.tsx';
import { Recorded } from '../../parts/asking/Recorded.tsx';
import { Card } from '../../parts/Card.tsx';
import { RunLink } from '../../parts/RunLink.tsx';

/** Opens the run that puts a control in place: its owner is asked, another person looks at it. */
export function PutInPlace({ control, onLeave }: { control: Control; onLeave(): void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Run>();
  const command = useCommand<Run>({ method: 'POST', path: '/processes/controlImplementation/runs' }, setOpened);
  if (opened !== undefined)
    return (
      <Recorded>
        {t('registers.start.opened')} <RunLink run={opened.id} />
      </Recorded>
    );
  const subjectIn = (form: FormData) => {
    const due = saidOrNot(form, 'due');
    return { subject: { control: control.id, plan: '-', ...(due !== undefined && { due }) } };
  };
  return (
    <Card title={t('registers.inPlace.title')}>
      <Asking command={command} bodyOf={subjectIn} button={t('registers.start.button')} onLeave={onLeave}>
        <p className="soft">{t('registers.inPlace.help')}</p>
        <LineField name="due" at="subject.due" type="date" label={t('registers.inPlace.due')} help={t('registers.inPlace.dueHelp')} />
      </Asking>
    </Card>
  );
}
