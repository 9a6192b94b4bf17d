import { useTranslation } from 'react-i18next';
import type { DocumentVersion } from '../../../../domain/records/document.ts';
import { useNames } from '../../data/names.ts';
import { Prose } from '../../parts/Facts.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './documents.module.css';

/** What a version says, or where it stands; what reviewers have said to it; and the digest of what was published. */
export function VersionText({ version }: { version: DocumentVersion }) {
  const { t } = useTranslation();
  const { text, place, files = [], digest, comments = [], settled = [] } = version;
  return (
    <div className={css.text}>
      {text !== undefined && text !== '' && <Prose>{text}</Prose>}
      {place !== undefined && <p>{t('checks.documents.one.place', { place })}</p>}
      {files.length > 0 && (
        <ul>
          {files.map(({ sha256, name, task }) => (
            <li key={sha256}>
              <a href={`/api/v1/tasks/${encodeURIComponent(task)}/evidence/${sha256}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <Remarks title={t('checks.documents.one.comments')} remarks={comments} />
      <Remarks title={t('checks.documents.one.settled')} remarks={settled} />
      {digest !== undefined && (
        <p className="small quiet">
          {t('checks.documents.one.digest')} <code className={css.digest}>{digest}</code>
        </p>
      )}
    </div>
  );
}

type Remark = NonNullable<DocumentVersion['comments']>[number];

function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
  const { t } = useTranslation();
  const days = useDays();
  const name = useNames(remarks.map(({ by }) => by.person));
  if (remarks.length === 0) return null;
  return (
    <div>
      <div className="strong small">{title}</div>
      <ul>
        {remarks.map(({ by, at, text }) => (
          <li key={`${at} ${by.person}`} className="small">
            {t('checks.documents.one.comment', { name: name(by.person), day: days.day(at), text })}
          </li>
        ))}
      </ul>
    </div>
  );
}
