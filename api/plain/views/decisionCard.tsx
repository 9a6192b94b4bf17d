import type { FrozenFacts } from '../../../domain/records/reading.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { Band } from './band.tsx';
import { EvidenceList } from './evidence.tsx';
import { Fields } from './fields.tsx';
import { Differences, Frozen, Wanted } from './frozen.tsx';
import { CameBack } from './taskParts.tsx';
import type { TaskForm } from './types.ts';

type Props = { task: TaskForm; facts: FrozenFacts; number: number; of: number; level: 2 | 3; speaker: Speaker };

/** One decision: what is asked, the frozen facts, and the form beside them. */
export const DecisionCard = ({ task, facts, number, of, level, speaker }: Props) => {
  const { t, dates } = speaker;
  const Heading = level === 2 ? 'h2' : 'h3';
  const [heading, reference] = [`h-${task.name}`, `r-${task.name}`];
  const attention = task.problems !== undefined && Object.keys(task.problems).length > 0;
  return (
    <section
      className={attention ? 'box task decide attention' : 'box task decide'}
      id={task.name}
      aria-labelledby={`${reference} ${heading}`}
    >
      <div className="what">
        <div className="no">
          <span className="id" id={reference}>
            {task.reference ?? ''}
          </span>
          <span>{of > 1 ? t('page:tasks.position', { number: String(number), of: String(of) }) : ''}</span>
        </div>
        <Heading id={heading}>{task.title}</Heading>
        <p className="level">
          <Band band={facts.band} speaker={speaker} />
          {task.due === undefined ? null : <span className="soft">{t('page:frozen.due', { day: dates.day(task.due) })}</span>}
        </p>
        <CameBack task={task} speaker={speaker} />
        {facts.description === '' ? null : <p className="text">{facts.description}</p>}
        <Wanted facts={facts} speaker={speaker} />
        <Differences facts={facts} speaker={speaker} then={thenOf(task, facts, speaker)} />
      </div>
      <Frozen facts={facts} speaker={speaker} open={number === 1} />
      {task.evidence && task.evidence.length > 0 ? <EvidenceList files={task.evidence} speaker={speaker} /> : null}
      <input type="hidden" name={`${task.name}.seen`} value={task.seen ?? ''} />
      <Fields form={task} speaker={speaker} />
    </section>
  );
};

/** What a decision on a risk that has changed leads to. */
function thenOf({ asks }: TaskForm, { authority }: FrozenFacts, { t }: Speaker): string {
  if (asks === 'approve') return t('page:frozen.forApprover');
  return t(authority === 'riskOwner' ? 'page:frozen.forOwner' : 'page:frozen.forRequester');
}
