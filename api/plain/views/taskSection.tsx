import type { Speaker } from '../../../domain/words/speaker.ts';
import { Brief } from './brief.tsx';
import { DecisionCard } from './decisionCard.tsx';
import { EvidenceList } from './evidence.tsx';
import { Facts } from './facts.tsx';
import { Fields } from './fields.tsx';
import { CameBack } from './taskParts.tsx';
import type { TaskForm } from './types.ts';

type Props = { task: TaskForm; number: number; of: number; level: 2 | 3; speaker: Speaker };

/** One task: which of how many, what it is about, its facts, and its form on the ground that one writes on. */
export const TaskSection = ({ task, number, of, level, speaker }: Props) => {
  if (task.frozen !== undefined)
    return <DecisionCard task={task} facts={task.frozen} number={number} of={of} level={level} speaker={speaker} />;
  const Heading = level === 2 ? 'h2' : 'h3';
  const heading = `h-${task.name}`;
  const reference = `r-${task.name}`;
  const attention = task.problems !== undefined && Object.keys(task.problems).length > 0;
  return (
    <section
      className={attention ? 'box task attention' : 'box task'}
      id={task.name}
      aria-labelledby={task.reference === undefined ? heading : `${reference} ${heading}`}
    >
      {of === 1 && task.reference === undefined ? null : (
        <div className="no">
          <span>{of > 1 ? speaker.t('page:tasks.position', { number: String(number), of: String(of) }) : ''}</span>
          {task.reference === undefined ? null : (
            <span className="id" id={reference}>
              {task.reference}
            </span>
          )}
        </div>
      )}
      <Heading id={heading}>{task.title}</Heading>
      <CameBack task={task} speaker={speaker} />
      {task.brief === undefined ? null : <Brief brief={task.brief} speaker={speaker} />}
      {task.facts ? <Facts facts={task.facts} labels={task.labels} speaker={speaker} open={number === 1} /> : null}
      {task.evidence && task.evidence.length > 0 ? <EvidenceList files={task.evidence} speaker={speaker} /> : null}
      <Fields form={task} speaker={speaker} />
    </section>
  );
};
