import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DocumentVersion } from '../../../../domain/records/document.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { Name } from '../../parts/Name.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './documents.module.css';
import { VersionText } from './VersionText.tsx';

const shapes: Record<DocumentVersion['status'], Shape> = {
  draft: 'ahead',
  inReview: 'onTime',
  inApproval: 'onTime',
  current: 'done',
  superseded: 'superseded',
  rejected: 'superseded',
};

/** Every version with who wrote it, who approved it, and what it says. */
export function VersionsCard({ versions }: { versions: readonly DocumentVersion[] }) {
  const { t } = useTranslation();
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const head = (key: 'version' | 'because' | 'authors' | 'approved' | 'state') => ({ key, head: t(`checks.documents.one.column.${key}`) });
  return (
    <Card title={t('checks.documents.one.versions')}>
      {versions.length === 0 && <p className="soft">{t('checks.documents.one.noVersions')}</p>}
      {versions.length > 0 && (
        <Table
          caption={t('checks.documents.one.versionsCaption')}
          rows={newestFirst}
          keyOf={({ id }) => id}
          columns={[
            { ...head('version'), cell: (version) => <VersionNumber version={version} /> },
            { ...head('because'), cell: ({ because, summary }) => summary ?? because },
            { ...head('authors'), cell: ({ authors }) => <People ids={authors} /> },
            { ...head('approved'), cell: (version) => <Approved version={version} /> },
            { ...head('state'), cell: ({ status }) => <State of={shapes[status]}>{t(`checks.documents.versionStatus.${status}`)}</State> },
          ]}
        />
      )}
      {newestFirst.map((version) => (
        <details key={version.id} className={css.more}>
          <summary>{t('checks.documents.one.said', { number: version.number })}</summary>
          <VersionText version={version} />
        </details>
      ))}
    </Card>
  );
}

function VersionNumber({ version: { number, run } }: { version: DocumentVersion }) {
  const { t } = useTranslation();
  return (
    <>
      {number}
      {run !== undefined && (
        <div>
          <RunLink run={run}>{t('checks.documents.one.run')}</RunLink>
        </div>
      )}
    </>
  );
}

const People = ({ ids }: { ids: readonly string[] }) => (
  <ul>
    {ids.map((id) => (
      <li key={id}>
        <Name of={id} />
      </li>
    ))}
  </ul>
);

function Approved({ version: { approvedAt, approvedBy, decisions = [], reconfirmed = [] } }: { version: DocumentVersion }) {
  const { t } = useTranslation();
  const returned = decisions.filter(({ decision }) => decision === 'return');
  const name = useNames([approvedBy?.person, ...returned.map(({ by }) => by.person), ...reconfirmed.map(({ by }) => by.person)]);
  const { day } = useDays();
  const said = (key: 'returned' | 'reconfirmed', all: readonly { at: string; reason: string; by: { person: string } }[], tt: TFunction) =>
    all.map(({ at, reason, by }) => (
      <div key={at} className="quiet">
        {tt(`checks.documents.one.${key}`, { day: day(at), name: name(by.person), reason })}
      </div>
    ));
  return (
    <>
      {approvedAt !== undefined && `${name(approvedBy?.person)}, ${day(approvedAt)}`}
      {said('returned', returned, t)}
      {said('reconfirmed', reconfirmed, t)}
    </>
  );
}
