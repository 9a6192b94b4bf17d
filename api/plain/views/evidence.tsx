import { evidenceLimits, evidenceTypes } from '../../../domain/evidence.ts';
import type { Instant } from '../../../domain/records/common.ts';
import { figure } from '../../../domain/words/numbers.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { AboutWhich } from './commentForm.tsx';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import type { TasksPage } from './types.ts';

/** A file of a task; `href` where the reader may have it. */
export type EvidenceLine = { sha256: string; name: string; size: number; addedAt: Instant; href?: string | undefined };

/** The form that adds files to a task of the page; posts `task`, `file`, `csrf` and `key` as a form with files. */
export type EvidenceForm = {
  action: string;
  problem?: string | undefined;
  /** How many files have just been added. */
  added?: number | undefined;
};

const accepted = Object.keys(evidenceTypes)
  .map((ending) => `.${ending}`)
  .join(',');

const sizeOf = (bytes: number, { t, language }: Speaker): string =>
  bytes < 1_000_000
    ? t('page:evidence.kilobytes', { size: figure(Math.max(1, Math.round(bytes / 1000)), language) })
    : t('page:evidence.megabytes', { size: figure(Math.round(bytes / 100_000) / 10, language) });

/** The files that a task has already. */
export const EvidenceList = ({ files, speaker }: { files: readonly EvidenceLine[]; speaker: Speaker }) => (
  <dl className="facts">
    <div>
      <dt>{speaker.t('page:evidence.title')}</dt>
      <dd>
        <ul>
          {files.map((file) => (
            <li key={file.sha256}>
              {file.href === undefined ? file.name : <a href={file.href}>{file.name}</a>}
              <span className="note">
                {sizeOf(file.size, speaker)}, {speaker.dates.day(file.addedAt)}
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  </dl>
);

export const EvidenceAdded = ({ form, speaker: { t } }: { form: EvidenceForm | undefined; speaker: Speaker }) =>
  form?.added === undefined ? null : (
    <p className="alert good" role="status">
      {t('page:evidence.added', { count: form.added })}
    </p>
  );

/** Adds files that show something; the answer itself has a form of its own. */
export const EvidenceFormBox = ({ page, speaker }: { page: TasksPage; speaker: Speaker }) => {
  const { t } = speaker;
  const { evidence: form } = page;
  if (form === undefined || page.groups.length === 0) return null;
  const { megabytes, files } = evidenceLimits;
  return (
    <section className="box else" aria-labelledby="h-evidence">
      <h2 id="h-evidence">{t('page:evidence.title')}</h2>
      <details id="evidence" open={form.problem !== undefined}>
        <summary>{t('page:evidence.add')}</summary>
        <form method="post" action={form.action} encType="multipart/form-data">
          <Hidden values={{ csrf: page.csrf, key: `${page.key}-evidence` }} />
          <AboutWhich page={page} speaker={speaker} id="evidence-task" />
          <div>
            <label className="field" htmlFor="file">
              {t('page:evidence.files')}
            </label>
            <input
              id="file"
              name="file"
              type="file"
              multiple
              accept={accepted}
              aria-describedby={form.problem === undefined ? 'file-help' : 'file-help file-problem'}
              aria-invalid={form.problem === undefined ? undefined : true}
            />
            <p className="help" id="file-help">
              {t('page:evidence.help', { files, megabytes })}
            </p>
            <Problem id="file-problem" text={form.problem} />
          </div>
          <button className="button big" type="submit">
            {t('page:evidence.send')}
          </button>
        </form>
      </details>
    </section>
  );
};
