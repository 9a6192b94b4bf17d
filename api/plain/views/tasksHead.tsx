import { isByTheClock } from '../../../domain/words/asked.ts';
import { clausesOf } from '../../../domain/words/question.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { Band } from './band.tsx';
import { State, shownInFull } from './state.tsx';
import type { TaskForm, TaskGroup, TasksPage } from './types.ts';

type Props = { page: TasksPage; speaker: Speaker };

export const shownTasks = (page: TasksPage): TaskForm[] => page.groups.flatMap(({ tasks }) => tasks);

const dayOf = ({ due, steps }: TaskGroup, { dates }: Speaker): string =>
  isByTheClock(steps) ? dates.longDayTime(due) : dates.longDay(due);

export const Due = ({ group, speaker }: { group: TaskGroup; speaker: Speaker }) => (
  <p className="due">
    <b>{speaker.t(group.left < 0 ? 'dueOn' : 'by', { day: dayOf(group, speaker) })}</b> <State {...shownInFull(group, speaker)} />
    <Moved group={group} speaker={speaker} />
  </p>
);

/** The date that was promised first is struck and stays to be seen. */
const Moved = ({ group: { moved }, speaker: { t, dates } }: { group: TaskGroup; speaker: Speaker }) =>
  moved === undefined ? null : (
    <small className="moved">
      <s>{t('page:tasks.firstPromised', { day: dates.longDay(moved.first) })}</s>
      {moved.times === 0 ? null : `, ${t('page:tasks.extended', { count: moved.times })}`}
    </small>
  );

/** Who does it in whose stead. */
export const StandIn = ({ group: { standIn }, speaker: { t } }: { group: TaskGroup; speaker: Speaker }) =>
  standIn === undefined ? null : (
    <p className="stands-in">{t(standIn.isOwner ? 'page:tasks.standsIn' : 'page:tasks.inSteadOf', { name: standIn.other })}</p>
  );

export const Progress = ({ page, speaker: { t } }: Props) => {
  if (page.page.of === 1 && page.answered === 0) return null;
  const { number, of } = page.page;
  const text = t('page:tasks.progress', { answered: page.answered, of: page.of });
  return (
    <p className="progress">
      <progress max={page.of} value={page.answered} aria-label={text} />
      <span>
        {text}
        {of > 1 ? `. ${t('page:tasks.pageOf', { number: String(number), of: String(of) })}` : ''}
      </span>
    </p>
  );
};

export const Jump = ({ page, speaker }: Props) => {
  const tasks = shownTasks(page);
  if (tasks.length < 2) return null;
  return (
    <nav className="jumps" aria-label={speaker.t('page:tasks.list')}>
      <JumpList tasks={tasks} speaker={speaker} />
    </nav>
  );
};

const BandOf = ({ task: { facts, frozen }, speaker }: { task: TaskForm; speaker: Speaker }) => {
  const band = frozen?.band ?? facts?.last?.band;
  return band === undefined ? null : <Band band={band} speaker={speaker} />;
};

/** A long list stays folded, so that the first question is not pages away on a phone. */
const JumpList = ({ tasks, speaker }: { tasks: TaskForm[]; speaker: Speaker }) => {
  const list = (
    <ol className="jump">
      {tasks.map((task) => (
        <li key={task.task}>
          <a href={`#${encodeURIComponent(task.name)}`}>
            <span className="id">{task.reference ?? ''}</span>
            <span>{task.title}</span>
            <span className="was">
              <BandOf task={task} speaker={speaker} />
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
  if (tasks.length <= 8) return list;
  return (
    <details>
      <summary>{speaker.t('page:tasks.listOf', { count: tasks.length })}</summary>
      {list}
    </details>
  );
};

export const About = ({ group, speaker }: { group: TaskGroup; speaker: Speaker }) => {
  const { t, pick } = speaker;
  const clauses = t('clauses', { count: group.process.clauses.length, clauses: clausesOf(group, speaker) });
  const text = pick(group.definition.purpose).replace(/\.$/, '');
  return (
    <section className="box about">
      <div>
        <h2>{group.askedOf === undefined ? t('whyYou') : t('page:tasks.whatTheyRead', { name: group.askedOf })}</h2>
        <p>{t('page:tasks.clauses', { text, clauses })}.</p>
      </div>
      <div>
        <h2>{t('doneWhen')}</h2>
        <ul>
          {group.definition.doneWhen.map((words) => (
            <li key={words.en}>{pick(words)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
};

export const Recorded = ({ page, speaker: { t } }: Props) => {
  const { recorded } = page;
  if (recorded === undefined) return null;
  const said = [
    ...(recorded.answers > 0 ? [t('page:tasks.recorded', { count: recorded.answers })] : []),
    ...(recorded.comment ? [t('page:tasks.recordedComment')] : []),
    ...(recorded.command === undefined ? [] : [t(`page:commands.${recorded.command}.done`)]),
  ];
  return (
    <p className="alert good" role="status">
      {said.join(' ')}
    </p>
  );
};
