import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../../domain/records/preview.ts';
import type { Run } from '../../../../../domain/records/run.ts';
import { send } from '../../../data/client.ts';
import type { Process } from '../../../data/process.ts';
import { useRecording } from '../../../data/recording.ts';
import { previewOf } from '../../../data/runs.ts';
import { Card } from '../../../parts/Card.tsx';
import layout from '../../../parts/page.module.css';
import { RecordForm } from '../../../parts/recording/RecordForm.tsx';
import type { Column } from '../../../parts/table/columns.ts';
import { LongTable } from '../../../parts/table/LongTable.tsx';
import { useDays } from '../../../words/useDays.ts';
import { type AskedLine, linesOf } from './lines.ts';
import css from './start.module.css';

type Subject = { period: string; scope?: string };
type Props = { process: Process; subject: Subject };

/** Who would be asked what and when; and the button that opens it. */
export function PreviewCard({ process, subject }: Props) {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(previewOf(process.key, subject));
  const columns = useColumns(data.opensAt);
  const last = data.tasks.map(({ due }) => due).reduce((a, b) => (b > a ? b : a), '');
  const said = t('runs.start.previewOf', {
    count: data.total,
    people: t('runs.start.people', { count: data.people.length }),
    day: last === '' ? '' : days.day(last),
  });
  return (
    <Card title={t('runs.start.preview')}>
      {data.exists === undefined ? <p>{said}</p> : <Exists run={data.exists} />}
      {data.exists === undefined && <Open process={process.key} subject={subject} />}
      {data.total > data.tasks.length && <p className="small quiet">{t('runs.start.mostShown', { shown: data.tasks.length })}</p>}
      {data.tasks.length > 0 && (
        <LongTable
          caption={t('runs.start.caption')}
          columns={columns}
          rows={linesOf(data.tasks)}
          keyOf={({ key }) => key}
          hasMore={false}
          onMore={() => {}}
        />
      )}
    </Card>
  );
}

function Exists({ run }: { run: NonNullable<Preview['exists']> }) {
  const { t } = useTranslation();
  return (
    <p className={layout.lead}>
      {t('runs.start.exists')}{' '}
      <Link to="/runs/$run" params={{ run }}>
        {run}
      </Link>
    </p>
  );
}

function Open({ process, subject }: { process: string; subject: Subject }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const recording = useRecording(
    (asked: { process: string; subject: Subject }, key) =>
      send<Run>('POST', `/processes/${encodeURIComponent(asked.process)}/runs`, { subject: asked.subject }, key),
    ({ id }) => navigate({ to: '/runs/$run', params: { run: id } }),
  );
  return (
    <div className={css.open}>
      <RecordForm
        recording={recording}
        act={t('runs.start.button')}
        onSubmit={() => recording.record({ process, subject })}
        beside={<span className="small quiet">{t('runs.start.buttonHelp')}</span>}
      />
    </div>
  );
}

const mostNamed = 6;

function useColumns(opensAt: string): Column<AskedLine>[] {
  const { t, i18n } = useTranslation();
  const { day } = useDays();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return [
    {
      ...{ key: 'who', head: t('runs.start.column.who') },
      cell: ({ who, onBehalfOf }) => (
        <>
          {who}
          {onBehalfOf !== undefined && <div className="small quiet">{t('runs.start.inSteadOf', { name: onBehalfOf })}</div>}
        </>
      ),
    },
    {
      ...{ key: 'what', head: t('runs.start.column.what') },
      cell: ({ title, count, about }) => (
        <>
          {count > 1 ? t('runs.start.times', { title, count }) : title}
          {about.length > 0 && (
            <div className="small quiet">
              {about.slice(0, mostNamed).join(', ')} {about.length > mostNamed && t('runs.start.more', { count: about.length - mostNamed })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'opens',
      head: t('runs.start.column.opens'),
      cell: (line) => (line.opensAt === opensAt ? t('runs.start.now') : day(line.opensAt)),
    },
    { key: 'due', head: t('runs.start.column.due'), cell: ({ due }) => <span className="strong nowrap">{day(due)}</span> },
    { key: 'reminded', head: t('runs.start.column.reminded'), cell: ({ reminded }) => list.format(reminded.map((at) => day(at))) },
    { key: 'told', head: t('runs.start.column.told'), cell: ({ told }) => <Told told={told} day={day} /> },
  ];
}

function Told({ told, day }: Pick<AskedLine, 'told'> & { day(instant: string): string }) {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return told.map(({ at, level, to }) => (
    <div key={at} className={css.told}>
      {t('runs.start.told', {
        day: day(at),
        who: t('runs.start.toldLevel', { who: to.length === 0 ? t('runs.start.nobody') : list.format(to), level }),
      })}
    </div>
  ));
}
