import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { FormFields } from '../../forms/FormFields.tsx';
import { placeOfForm } from '../../forms/place.ts';
import type { Filling } from '../../forms/useAnswering.ts';
import { BriefReading } from '../../parts/facts/BriefReading.tsx';
import { Differences, Frozen, thenOf, Wanted } from '../../parts/facts/FrozenReading.tsx';
import { RiskReading } from '../../parts/facts/RiskReading.tsx';
import { Answer } from '../task/Answer.tsx';
import { CameBack } from '../task/CameBack.tsx';
import { EvidenceList } from '../task/EvidenceCard.tsx';
import task from '../task/task.module.css';
import css from './sheet.module.css';

type Props = { form: Form; recorded: TaskDetail | undefined; number: number; of: number } & Filling;

/** One of several: which of how many, what is known, and its form; once it is recorded, what is recorded stands there instead. */
export const FormSection = memo(function FormSection({ form, recorded, number, of, ...filling }: Props) {
  const { t } = useTranslation();
  const { id, about } = form.task;
  const isRefused = Object.keys(filling.refused?.problems ?? {}).length > 0;
  const place = placeOfForm(id);
  return (
    <section
      className={`${task.card} ${css.section} ${isRefused ? css.attention : ''}`}
      id={place}
      aria-labelledby={`${place}-r ${place}-h`}
    >
      <div className={task.no}>
        <span>{t('tasks.sheet.position', { number, of })}</span>
        <span className="id" id={`${place}-r`}>
          {about ?? ''}
        </span>
      </div>
      <h2 id={`${place}-h`}>{form.reading.title}</h2>
      {recorded === undefined ? (
        <Asking form={form} isFirst={number === 1} {...filling} />
      ) : (
        <Answer task={recorded} labels={form.reading.labels} />
      )}
    </section>
  );
});

const Asking = memo(function Asking({ form, isFirst, ...filling }: { form: Form; isFirst: boolean } & Filling) {
  const { t } = useTranslation();
  return (
    <>
      <CameBack before={form.reading.before} />
      <Known form={form} open={isFirst} />
      <div className={css.form}>
        <FormFields asked={form} {...filling} />
        <p className={css.else}>
          <Link to="/task/$" params={{ _splat: form.task.id }}>
            {t('tasks.sheet.else')}
          </Link>
        </p>
      </div>
    </>
  );
});

const Known = memo(function Known({ form: { task: line, reading, brief, evidence }, open }: { form: Form; open: boolean }) {
  const { t } = useTranslation();
  const { frozen, risk, labels } = reading;
  return (
    <>
      {frozen !== undefined && (
        <>
          <Differences facts={frozen} then={thenOf(frozen, line.task, t)} />
          <Wanted facts={frozen} />
          <Frozen facts={frozen} open={open} />
        </>
      )}
      {frozen === undefined && risk !== undefined && <RiskReading facts={risk} labels={labels} open={open} />}
      {brief !== undefined && <BriefReading brief={brief} />}
      {evidence.length > 0 && <EvidenceList id={line.id} files={evidence} />}
    </>
  );
});
