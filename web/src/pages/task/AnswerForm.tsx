import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { type Asked, fieldsIn } from '../../forms/answering.ts';
import { FormFields } from '../../forms/FormFields.tsx';
import type { Field } from '../../forms/field.ts';
import { Notice } from '../../forms/Notice.tsx';
import { idAt } from '../../forms/parts.tsx';
import { Submit } from '../../forms/Submit.tsx';
import { useAnswering } from '../../forms/useAnswering.ts';
import type { Problems } from '../../forms/wrong.ts';
import { CameBack } from './CameBack.tsx';
import type { Shown } from './subject.ts';
import css from './task.module.css';

/** The form of one task, on the ground that one writes on. What is wrong is said at its place and summed up before the form. */
export function AnswerForm({ shown: { task, reading }, onRecorded }: { shown: Shown; onRecorded(task: TaskDetail): void }) {
  const { t, i18n } = useTranslation();
  const answering = useAnswering();
  const [tries, setTries] = useState(0);
  const [isEmpty, setEmpty] = useState(false);
  const { outcomeSchema, waivable, id } = task;
  const asked: Asked = { task, outcomeSchema, needsWaiver: waivable.includes('complete'), reading };
  const fields = fieldsIn(asked, { t, language: i18n.language });
  const refused = answering.refused[id];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (answering.isSending) return;
    setTries(tries + 1);
    setEmpty(!answering.isFilled(asked));
    if (!answering.isFilled(asked)) return;
    const [made] = await answering.send([asked]);
    if (made !== undefined) onRecorded(made);
  };
  return (
    <form className={`${css.card} ${css.writing}`} onSubmit={submit} noValidate aria-label={t('tasks.form.yourAnswer')}>
      <CameBack before={reading.before} />
      {isEmpty && (
        <Notice key={tries} kind="bad">
          <p>{t(reading.before === undefined ? 'tasks.wrong.nothing' : 'tasks.wrong.unchanged')}</p>
        </Notice>
      )}
      {refused !== undefined && !answering.isSending && (
        <Wrong key={`refused ${tries}`} problems={refused.problems} fields={fields} id={id} />
      )}
      <FormFields asked={asked} {...answering.filling(asked)} />
      <div className={css.send}>
        <Submit isMain isSending={answering.isSending}>
          {t('tasks.form.send', { count: 1 })}
        </Submit>
        <p>{t('tasks.form.copy')}</p>
      </div>
    </form>
  );
}

function Wrong({ problems, fields, id }: { problems: Problems; fields: readonly Field[]; id: string }) {
  const { t } = useTranslation();
  const found = Object.entries(problems);
  if (found.length === 0) return null;
  return (
    <Notice kind="bad">
      <h2>{t('tasks.wrong.heading')}</h2>
      <ul>
        {found.map(([place, sentence]) => (
          <li key={place}>
            {place === '' ? (
              sentence
            ) : (
              <a href={`#${encodeURIComponent(idAt({ id }, place))}`}>{`${fieldNamed(fields, place)}: ${sentence}`}</a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const fieldNamed = (fields: readonly Field[], place: string): string =>
  fields.find(({ name }) => name === place.split(':')[0])?.short ?? place;
