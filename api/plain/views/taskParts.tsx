import type { Speaker } from '../../../domain/words/speaker.ts';
import type { TaskForm } from './types.ts';

/** Why an answer of before came back; its values are filled in below. */
export const CameBack = ({ task: { returned }, speaker: { t, dates } }: { task: TaskForm; speaker: Speaker }) =>
  returned === undefined ? null : (
    <p className="came-back">
      {t('page:tasks.cameBack', { name: returned.by, at: dates.weekdayTime(returned.at), reason: returned.reason })}
    </p>
  );
