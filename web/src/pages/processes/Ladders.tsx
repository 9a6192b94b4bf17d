import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LadderName } from '../../../../domain/records/settings.ts';
import { settings } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { RungList } from './RungList.tsx';

/** Who is told before, on and after the due date, by the ladders that the tasks of a process have. */
export function Ladders({ names }: { names: readonly LadderName[] }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(settings);
  return (
    <Card title={t('process.ladders')}>
      {names.map((name) => (
        <section key={name} aria-labelledby={`ladder-${name}`}>
          <h3 id={`ladder-${name}`} className={layout.heads}>
            {t(`process.ladder.${name}`)}
          </h3>
          <RungList rungs={data.ladders.find((ladder) => ladder.name === name)?.rungs ?? []} />
        </section>
      ))}
    </Card>
  );
}
