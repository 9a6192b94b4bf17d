import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myTasks, session } from '../../data/queries.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { Card } from './Card.tsx';
import { type Group, groupsOf, wantsOf } from './groups.ts';
import css from './myWork.module.css';

const thisWeekInDays = 5;

/** What waits for an answer or a decision, the most urgent first; like tasks of one run are answered together. */
export function MyWork() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(myTasks);
  const { data: who } = useSuspenseQuery(session);
  const groups = groupsOf(data.items, who.person);
  const wanted = data.items.filter((task) => wantsOf(task, who.person) !== 'elsewhere').length;
  const title = wanted === 0 ? t('myWork.none') : t('myWork.due', { count: wanted });
  const parts = partsOf(groups, who.person);
  // One button of the page is the next thing to do.
  const first = [...parts.late, ...parts.soon][0];
  return (
    <div className={css.column}>
      <PageHead name={t('myWork.title')} title={title} {...(wanted === 0 && { under: t('myWork.noneMore') })} />
      {(['decide', 'late', 'soon', 'later', 'elsewhere'] as const).map(
        (part) =>
          parts[part].length > 0 && (
            <section key={part} aria-labelledby={`part-${part}`}>
              <h2 id={`part-${part}`}>{part === 'decide' || part === 'elsewhere' ? t(`tasks.work.${part}`) : t(`myWork.${part}`)}</h2>
              <ul>
                {parts[part].map((tasks) => (
                  <Card key={tasks[0].id} tasks={tasks} me={who.person} isFirst={tasks === first} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

function partsOf(groups: readonly Group[], me: string) {
  const wanting = (what: readonly string[]) => groups.filter(([task]) => what.includes(wantsOf(task, me)));
  const answers = wanting(['answer']);
  const within = (least: number, most: number) => answers.filter(([{ workingDaysLeft: left }]) => left >= least && left <= most);
  return {
    decide: wanting(['confirm', 'extension', 'handOver']),
    late: within(Number.NEGATIVE_INFINITY, -1),
    soon: within(0, thisWeekInDays),
    later: within(thisWeekInDays + 1, Number.POSITIVE_INFINITY),
    elsewhere: wanting(['elsewhere']),
  };
}
