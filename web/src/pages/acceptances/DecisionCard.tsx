import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import { FormFields } from '../../forms/FormFields.tsx';
import { placeOfForm } from '../../forms/place.ts';
import type { Answering } from '../../forms/useAnswering.ts';
import { Differences, Frozen, thenOf, Wanted } from '../../parts/facts/FrozenReading.tsx';
import { LevelBand } from '../../parts/facts/LevelBand.tsx';
import { useDays } from '../../words/readerDays.ts';
import { Answer } from '../task/Answer.tsx';
import { CameBack } from '../task/CameBack.tsx';
import css from './acceptances.module.css';

type Props = { form: Form; answering: Answering; number: number };

/** One decision in three columns: what is asked, the frozen facts, and the decision. */
export function DecisionCard({ form, answering, number }: Props) {
  const { t } = useTranslation();
  const { task, reading } = form;
  const recorded = answering.recorded[task.id];
  const isRefused = Object.keys(answering.refused[task.id]?.problems ?? {}).length > 0;
  const place = placeOfForm(task.id);
  const { frozen } = reading;
  return (
    <section className={`${css.card} ${isRefused ? css.attention : ''}`} id={place} aria-labelledby={`${place}-r ${place}-h`}>
      <div className={css.what}>
        <Level form={form} place={place} />
        <h2 id={`${place}-h`}>{reading.title}</h2>
        <CameBack before={reading.before} />
        {frozen !== undefined && (
          <>
            <Wanted facts={frozen} />
            <Differences facts={frozen} then={thenOf(frozen, task.task, t)} />
          </>
        )}
      </div>
      <div className={css.frozen}>{frozen !== undefined && <Frozen facts={frozen} open={number === 1} />}</div>
      <div className={css.decision}>
        {recorded === undefined ? <FormFields asked={form} {...answering.filling(form)} /> : <Answer task={recorded} />}
        <p className={css.else}>
          <Link to="/task/$" params={{ _splat: task.id }}>
            {t('tasks.sheet.else')}
          </Link>
        </p>
      </div>
    </section>
  );
}

function Level({ form: { task, reading }, place }: { form: Form; place: string }) {
  const { t } = useTranslation();
  const days = useDays();
  return (
    <p className={css.level}>
      {reading.frozen !== undefined && <LevelBand band={reading.frozen.band} />}
      <span className="id" id={`${place}-r`}>
        {task.about ?? ''}
      </span>
      <span className="quiet">{t('tasks.due.by', { day: days.day(task.due, task.zone) })}</span>
    </p>
  );
}
