import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../../domain/records/task.ts';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { sendFiles } from '../../data/client.ts';
import { createSending } from '../../data/sending.ts';
import { type Refused, refusedBy } from '../../forms/answering.ts';
import forms from '../../forms/forms.module.css';
import { Wrong } from '../../forms/parts.tsx';
import { SignInAgain } from '../../forms/SignInAgain.tsx';
import { Submit } from '../../forms/Submit.tsx';
import { useDays } from '../../words/useDays.ts';
import { may } from './subject.ts';
import css from './task.module.css';

const accepted = ['pdf', 'png', 'jpg', 'jpeg', 'txt', 'csv', 'docx', 'xlsx', 'eml'].map((ending) => `.${ending}`).join(',');
const limits = { files: 5, megabytes: 25 };

type Props = { task: TaskDetail; onAdded(task: TaskDetail, count: number): void };

/** Files that show something, and the way to add some; the answer itself has a form of its own. */
export function EvidenceCard({ task, onAdded }: Props) {
  const { t } = useTranslation();
  const mayAdd = may(task, 'evidence');
  if (!mayAdd && task.evidence.length === 0) return null;
  return (
    <section className={css.card} aria-labelledby="h-evidence">
      <h2 id="h-evidence">{t('tasks.evidence.heading')}</h2>
      {task.evidence.length > 0 && <EvidenceList id={task.id} files={task.evidence} />}
      {mayAdd && (
        <details>
          <summary>{t('tasks.evidence.add')}</summary>
          <AddFiles task={task} onAdded={onAdded} />
        </details>
      )}
    </section>
  );
}

const kilo = 1000;

/** The files that a task has already, each to be saved. */
export function EvidenceList({ id, files }: { id: string; files: readonly Evidence[] }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const sizeOf = (bytes: number) =>
    bytes < kilo * kilo
      ? t('tasks.evidence.kilobytes', { size: Math.max(1, Math.round(bytes / kilo)).toLocaleString(i18n.language) })
      : t('tasks.evidence.megabytes', { size: (Math.round(bytes / (kilo * 100)) / 10).toLocaleString(i18n.language) });
  return (
    <ul className={css.files}>
      {files.map(({ sha256, name, size, addedAt }) => (
        <li key={sha256}>
          <a href={`/api/v1/tasks/${encodeURIComponent(id)}/evidence/${sha256}`}>{name}</a>{' '}
          <span className="quiet">{`${sizeOf(size)}, ${days.day(addedAt)}`}</span>
        </li>
      ))}
    </ul>
  );
}

function AddFiles({ task, onAdded }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [sending] = useState(createSending);
  const [files, setFiles] = useState<File[]>([]);
  const [refused, setRefused] = useState<Refused>({ problems: {} });
  const [isSending, setSending] = useState(false);
  const problem = refused.problems.file ?? refused.problems[''];
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (files.length === 0) return setRefused({ problems: { file: t('tasks.wrong.noFile') } });
    setSending(true);
    try {
      const what = files.map(({ name, size, lastModified }) => ({ name, size, lastModified }));
      const path = `/tasks/${encodeURIComponent(task.id)}/evidence`;
      const made = await sending('evidence', what, (key) => sendFiles<TaskDetail>(path, files, key));
      form.reset();
      setFiles([]);
      setRefused({ problems: {} });
      onAdded(made, files.length);
    } catch (failure) {
      setRefused(refusedBy(failure, () => 'file', t));
    }
    setSending(false);
  };
  return (
    <form className={`${css.command} ${forms.fields}`} onSubmit={add} noValidate>
      <div>
        <label className={forms.label} htmlFor={id}>
          {t('tasks.evidence.files')}
        </label>
        <input
          id={id}
          type="file"
          multiple
          accept={accepted}
          aria-describedby={`${id}-help ${id}-problem`}
          aria-invalid={problem === undefined ? undefined : true}
          onChange={({ target }) => setFiles([...(target.files ?? [])])}
        />
        <p className={forms.help} id={`${id}-help`}>
          {t('tasks.evidence.help', limits)}
        </p>
        <Wrong id={`${id}-problem`} text={problem} />
        <SignInAgain of={refused} />
      </div>
      <Submit isSending={isSending}>{t('tasks.evidence.send')}</Submit>
    </form>
  );
}
