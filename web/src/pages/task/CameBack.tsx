import { useTranslation } from 'react-i18next';
import type { Reading } from '../../../../domain/records/reading.ts';
import { useDays } from '../../words/useDays.ts';
import css from './task.module.css';

/** Why an answer of before came back; its values are filled in below. */
export function CameBack({ before }: Pick<Reading, 'before'>) {
  const { t } = useTranslation();
  const days = useDays();
  if (before === undefined) return null;
  return <p className={css.cameBack}>{t('tasks.form.cameBack', { name: before.by, at: days.moment(before.at), reason: before.reason })}</p>;
}
