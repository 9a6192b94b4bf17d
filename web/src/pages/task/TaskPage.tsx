import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import { readingOf, taskOf, wordsOf } from '../../data/tasks.ts';
import { Crumb } from '../../parts/Crumb.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { minutesFor } from '../../words/asking.ts';
import { inWords } from '../../words/numbers.ts';
import { useDays } from '../../words/useDays.ts';
import { About } from './About.tsx';
import { DueDate } from './DueDate.tsx';
import { Known } from './Known.tsx';
import { isMine, type Shown, titleOf, whatOf } from './subject.ts';
import { TaskForms } from './TaskForms.tsx';
import { Timetable } from './Timetable.tsx';
import { Trail } from './Trail.tsx';
import css from './task.module.css';
import { isByTheClock } from './timetableRows.ts';

/** One task: what is asked and by when, what is known, the form, who is told, and what happened so far. */
export function TaskPage() {
  const { _splat: id = '' } = useParams({ from: '/task/$' });
  const [{ data: task }, { data: reading }] = useSuspenseQueries({ queries: [taskOf(id), readingOf(id)] });
  const { data: words } = useSuspenseQuery(wordsOf(task.process, task.task));
  const { data: who } = useSuspenseQuery(session);
  return <OneTask key={id} shown={{ task, reading, words, who }} />;
}

function OneTask({ shown }: { shown: Shown }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { task, reading, words } = shown;
  const title = titleOf(shown, { t, language: i18n.language, days });
  return (
    <div className={css.column}>
      <Crumb to="/my-work" name={t('nav.myWork')} id={task.about ?? task.run} />
      <PageHead name={`${task.about ?? ''} ${words.title}`.trim()} title={title} />
      <DueDate task={task} byTheClock={isByTheClock(reading.steps)} />
      <Lead shown={shown} />
      <Known shown={shown} />
      <About words={words} askedOf={isMine(shown) ? undefined : task.assigneeName} />
      <TaskForms shown={shown} />
      <Timetable shown={shown} />
      <Trail shown={shown} />
      <p className={css.end}>
        {`${words.process}, `}
        {oversees(shown.who) ? <RunLink run={task.run} /> : task.run}
        {`. ${t('tasks.end')}`}
      </p>
    </div>
  );
}

/** Who is asked in whose stead, and what it costs. */
function Lead({ shown }: { shown: Shown }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { task, words, who } = shown;
  const what = whatOf(shown);
  const minutes = what === 'answer' ? minutesFor(words, 1) : undefined;
  const stands = task.onBehalfOf === undefined ? undefined : task.onBehalfOf === who.person ? 'standsIn' : 'inSteadOf';
  const said = [
    ...(isMine(shown) ? [] : [t('tasks.lead.asked', { name: task.assigneeName, day: days.longDay(task.due, task.zone) })]),
    ...(what === 'answer' && !isMine(shown) ? [t('tasks.lead.alsoYou')] : []),
    ...(stands === undefined || !isMine(shown)
      ? []
      : [t(`tasks.lead.${stands}`, { name: stands === 'standsIn' ? task.assigneeName : task.onBehalfOfName })]),
    ...(minutes === undefined ? [] : [t('tasks.lead.takes', { count: minutes, minutes: inWords(minutes, i18n.language) })]),
    ...(what === 'waits' && isMine(shown) ? [t('tasks.lead.waits')] : []),
    ...((task.returned ?? 0) > 0 ? [t('tasks.lead.cameBack', { count: task.returned })] : []),
  ];
  return said.length === 0 ? null : <p className={css.lead}>{said.join(' ')}</p>;
}
