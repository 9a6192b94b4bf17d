import type { TaskLine } from '../../../../../domain/records/taskLine.ts';
import { type Act, ActForm, acts } from './ActForm.tsx';

type Props = { tasks: readonly TaskLine[]; act: Act | undefined; onGiven(failed: readonly TaskLine[]): void };

/** Each act with those of the ticked tasks that it is about: more time is decided where it is asked for. */
export const Forms = ({ tasks, act, onGiven }: Props) =>
  acts.map((one) => {
    const about = one === 'decideExtension' ? tasks.filter(({ asksUntil }) => asksUntil !== undefined) : tasks;
    return one === 'decideExtension' && about.length === 0 ? null : (
      <ActForm key={one} act={one} tasks={about} isOpen={one === act} onGiven={onGiven} />
    );
  });
