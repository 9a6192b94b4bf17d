import { useSuspenseQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ScheduleDetail } from '../../../../../domain/records/schedule.ts';
import { session } from '../../../data/queries.ts';
import { manages } from '../../../data/rights.ts';
import { processes, schedules } from '../../../data/runs.ts';
import { Card } from '../../../parts/Card.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { ScheduleCard } from './ScheduleCard.tsx';

/** What opens by itself and when, what did not open, and for the ISMS manager what can be changed. */
export function Schedules() {
  const { t, i18n } = useTranslation();
  const { data } = useSuspenseQuery(schedules);
  const { data: known } = useSuspenseQuery(processes);
  const { data: who } = useSuspenseQuery(session);
  const language = i18n.language === 'de' ? 'de' : 'en';
  const titles = new Map(known.items.map(({ key, title }) => [key, title[language]]));
  const named = data.items
    .map((schedule) => ({ schedule, title: titles.get(schedule.process) ?? schedule.process }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
  return (
    <>
      <PageHead name={t('year.schedules.name')} title={newsOf(t, data.items)} under={t('year.schedules.under')} />
      {named.length === 0 && (
        <Card title={t('year.schedules.name')} hidden>
          <p className="strong">{t('year.schedules.none')}</p>
          <p className="soft">{t('year.schedules.noneMore')}</p>
        </Card>
      )}
      {named.map(({ schedule, title }) => (
        <ScheduleCard key={schedule.id} schedule={schedule} title={title} isManaged={manages(who)} />
      ))}
    </>
  );
}

function newsOf(t: TFunction, items: readonly ScheduleDetail[]): string {
  const missed = items.reduce((sum, one) => sum + one.missed.length, 0);
  const paused = items.filter((one) => one.paused).length;
  if (missed > 0) return t('year.schedules.titleMissed', { count: missed });
  return paused > 0 ? t('year.schedules.titlePaused', { count: paused }) : t('year.schedules.title');
}
