import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { useNames } from '../../data/names.ts';
import { record } from '../../data/records.ts';
import { Crumb } from '../../parts/Crumb.tsx';
import { Meta } from '../../parts/Facts.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useDays } from '../../words/useDays.ts';
import { Exports } from './Exports.tsx';
import { Lines, type PublishedVersion } from './Statement.tsx';

/** One version of the statement as it was published. */
export function Published() {
  const { t } = useTranslation();
  const { date } = useDays();
  const { version } = useParams({ from: '/statement/$version' });
  const { data } = useSuspenseQuery(record<PublishedVersion & { lines: SoaLine[] }>(`/soa/versions/${encodeURIComponent(version)}`));
  const nameOf = useNames([data.publishedBy.person]);
  return (
    <>
      <PageHead
        above={<Crumb to="/statement" name={t('registers.statement.name')} id={data.id} />}
        name={data.id}
        title={t('registers.versions.titleOf', { version: data.id, day: date(data.publishedAt) })}
        under={data.note}
        acts={<Exports version={data.id} />}
      />
      <Meta
        facts={[
          { name: t('registers.by'), said: nameOf(data.publishedBy.person) },
          { name: t('registers.versions.digest'), said: <span className="id">{data.digest}</span> },
        ]}
      />
      <Lines lines={data.lines} />
    </>
  );
}
