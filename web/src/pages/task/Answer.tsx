import { useTranslation } from 'react-i18next';
import type { ScaleLabels } from '../../../../domain/records/reading.ts';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { Facts } from '../../parts/Facts.tsx';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';
import { answerLines } from './answerLines.ts';

type Props = { task: TaskDetail; labels?: ScaleLabels | undefined; people?: Readonly<Record<string, string>> };

/** An answer as it is recorded, with when and how: the proof that it is. */
export function Answer({ task, labels, people = {} }: Props) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { outcome, answeredBy, closedBy, answeredAt, closedAt } = task;
  if (outcome === undefined) return null;
  const by = answeredBy ?? closedBy;
  const at = answeredAt ?? closedAt;
  const fields = fieldsOf(task.outcomeSchema, { t, language: i18n.language });
  const name = people[by?.person ?? ''];
  const via = by?.via === 'link' || by?.via === 'token' ? by.via : 'login';
  return (
    <>
      <Facts facts={answerLines(fields, outcome, { t, days, labels, people })} />
      {at !== undefined && (
        <p>
          <State of="done">
            {t(name === undefined ? 'tasks.answer.recorded' : 'tasks.answer.recordedBy', {
              at: days.moment(at),
              ...{ by: t(`tasks.answer.by.${via}`), name },
            })}
          </State>
        </p>
      )}
    </>
  );
}
