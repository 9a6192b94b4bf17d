import { useTranslation } from 'react-i18next';
import { Band } from '../../parts/Band.tsx';
import { BriefReading } from '../../parts/reading/BriefReading.tsx';
import { Differences, Frozen, thenOf, Wanted } from '../../parts/reading/FrozenReading.tsx';
import { RiskReading } from '../../parts/reading/RiskReading.tsx';
import type { Shown } from './subject.ts';
import css from './task.module.css';

/** What is known before anything is answered: frozen where something is decided, or as it is today. */
export function Known({ shown: { task, reading } }: { shown: Shown }) {
  const { t } = useTranslation();
  const { frozen, risk, labels, title } = reading;
  if (frozen === undefined && risk === undefined && task.brief === undefined && task.about === undefined) return null;
  return (
    <section className={css.card} aria-labelledby="h-known">
      <div className={css.no}>
        {frozen === undefined ? <span /> : <Band band={frozen.band} />}
        <span className="id">{task.about ?? ''}</span>
      </div>
      <h2 id="h-known">{title}</h2>
      {frozen !== undefined && (
        <>
          <Differences facts={frozen} then={thenOf(frozen, task.task, t)} />
          <Wanted facts={frozen} />
          <Frozen facts={frozen} open />
        </>
      )}
      {frozen === undefined && risk !== undefined && <RiskReading facts={risk} labels={labels} open />}
      {task.brief !== undefined && <BriefReading brief={task.brief} />}
    </section>
  );
}
