import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../../../domain/records/import.ts';
import { importOf } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import { State } from '../../parts/State.tsx';
import css from './imports.module.css';

/** How far an import is; its address can be opened again. */
export function ImportProgress({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(importOf(id));
  const { state, rows, applied, register } = data;
  const isThere = state === 'applied';
  return (
    <Card title={t('imports.of', { register: t(`registerNames.${register}`) })}>
      <div role="status">
        <State of={isThere ? 'done' : 'soon'}>
          {isThere ? t('imports.applied', { count: rows }) : t('imports.applying', { applied, rows })}
        </State>
      </div>
      {!isThere && <progress className={css.bar} max={rows} value={applied} aria-label={t('imports.progress')} />}
      {isThere && <Next register={register} />}
    </Card>
  );
}

function Next({ register }: Pick<Import, 'register'>) {
  const { t } = useTranslation();
  return <p className="soft">{register === 'people' ? t('imports.nextPeople') : t('imports.nextAny')}</p>;
}
