import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import { placeOfForm } from '../../forms/place.ts';
import type { Answering } from '../../forms/useAnswering.ts';
import { LevelBand } from '../../parts/facts/LevelBand.tsx';
import { State } from '../../parts/State.tsx';
import css from './sheet.module.css';

const mostUnfolded = 8;

/** What is asked, each leading to its form; a long list stays folded, so that the first question is not pages away on a phone. */
export const Jump = memo(function Jump({ forms, recorded }: { forms: readonly Form[]; recorded: Answering['recorded'] }) {
  const { t } = useTranslation();
  if (forms.length < 2) return null;
  const list = (
    <ol className={css.jump}>
      {forms.map((form) => (
        <li key={form.task.id}>
          <a href={`#${encodeURIComponent(placeOfForm(form.task.id))}`}>
            <span className="id">{form.task.about ?? ''}</span>
            <span>{form.reading.title}</span>
            <Standing form={form} isRecorded={recorded[form.task.id] !== undefined} />
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label={t('tasks.sheet.list')}>
      {forms.length <= mostUnfolded ? (
        list
      ) : (
        <details className={css.folded}>
          <summary>{t('tasks.sheet.listOf', { count: forms.length })}</summary>
          {list}
        </details>
      )}
    </nav>
  );
});

function Standing({ form: { reading }, isRecorded }: { form: Form; isRecorded: boolean }) {
  const { t } = useTranslation();
  if (isRecorded) return <State of="done">{t('tasks.sheet.recorded')}</State>;
  const band = reading.frozen?.band ?? reading.risk?.last?.band;
  return band === undefined ? <span /> : <LevelBand band={band} />;
}
