import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { WordsOfTask } from '../../../../domain/records/reading.ts';
import { wordsOf } from '../../data/tasks.ts';
import { dueShape } from '../../parts/dueShape.ts';
import { State } from '../../parts/State.tsx';
import { minutesFor, subjectOf } from '../../words/asking.ts';
import { inWords } from '../../words/numbers.ts';
import { type Days, useDays } from '../../words/useDays.ts';
import { dateSaid } from '../task/standing.ts';
import { type Group, placeOf, type Wants, wantsOf } from './groups.ts';
import css from './myWork.module.css';

type Props = { tasks: Group; me: string; isFirst: boolean };

/** What is to be done, about what, what it takes, by when, and one button that leads there. */
export function Card({ tasks, me, isFirst }: Props) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const [task] = tasks;
  const { data: words } = useQuery(wordsOf(task.process, task.task));
  const wants = wantsOf(task, me);
  const place = placeOf(tasks, me);
  const speaking = { t, language: i18n.language, days };
  const title = titleOf(tasks, wants, words, speaking);
  return (
    <li className={css.task}>
      <h3>
        <Link {...place}>{title}</Link>
      </h3>
      <p className="soft">{linesOf(tasks, { me, wants, words }, speaking).join(' ')}</p>
      {wants !== 'elsewhere' && (
        <div className={css.line}>
          <State of={dueShape(task)}>
            <span>
              <b>{days.day(task.due, task.zone)}</b> {dateSaid(task, t)}
            </span>
          </State>
          <Button
            size="md"
            variant={isFirst ? 'filled' : 'default'}
            renderRoot={(props) => <Link {...props} {...place} />}
            aria-label={t(wants === 'answer' ? 'tasks.work.answerLabel' : 'tasks.work.lookLabel', { title })}
          >
            {t(wants === 'answer' ? 'tasks.work.answer' : 'tasks.work.look')}
          </Button>
        </div>
      )}
    </li>
  );
}

type Speaking = { t: TFunction; language: string; days: Days };

function titleOf([task, ...more]: Group, wants: Wants, words: WordsOfTask | undefined, { t, language, days }: Speaking): string {
  if (wants === 'confirm') return t('tasks.work.confirm', { name: task.assigneeName });
  if (wants === 'extension') return t('tasks.work.extension', { name: task.assigneeName, day: days.day(task.asksUntil ?? '') });
  if (wants === 'handOver') return t('tasks.work.handOver', { name: task.assigneeName });
  return words === undefined ? task.title : subjectOf(words, { count: more.length + 1, reference: task.about ?? '' }, language);
}

const mostNamed = 3;

/** About what, of which process, in whose stead, and how many minutes it takes. */
function linesOf(
  tasks: Group,
  { me, wants, words }: { me: string; wants: Wants; words: WordsOfTask | undefined },
  speaking: Speaking,
): string[] {
  const { t, language } = speaking;
  const [task] = tasks;
  const references = tasks.flatMap(({ about }) => about ?? []);
  const others = references.length - mostNamed;
  const named = others > 0 ? [...references.slice(0, mostNamed), t('tasks.work.others', { count: others })] : references;
  const about = new Intl.ListFormat(language).format(named);
  const minutes = wants !== 'answer' || words === undefined ? undefined : minutesFor(words, tasks.length);
  return [
    [...(wants === 'answer' ? [] : [task.title]), ...(about === '' ? [] : [about]), ...(words === undefined ? [] : [words.process])].join(
      ', ',
    ),
    ...(task.onBehalfOf !== undefined && task.onBehalfOf !== me && wants === 'answer'
      ? [t('tasks.lead.inSteadOf', { name: task.onBehalfOfName })]
      : []),
    ...(wants === 'elsewhere' ? [withWhom(tasks, speaking)] : []),
    ...(minutes === undefined ? [] : [t('tasks.work.takes', { count: minutes, minutes: inWords(minutes, language) })]),
  ].map((line) => (/[.?!]$/.test(line) ? line : `${line}.`));
}

function withWhom([task]: Group, { t, days }: Speaking): string {
  const day = days.day(task.due, task.zone);
  return task.state === 'submitted'
    ? t('tasks.work.waitsFor', { name: task.confirmerName ?? '' })
    : t('tasks.work.with', { name: task.assigneeName, day });
}
