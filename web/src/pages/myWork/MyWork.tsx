import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { myTasks, session } from '../../data/queries.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { Card } from './Card.tsx';
import { DoneLately } from './DoneLately.tsx';
import { type Group, groupsOf, wantsOf } from './groups.ts';
import css from './myWork.module.css';
import { YourYear } from './YourYear.tsx';

const thisWeekInDays = 5;
const shownParts = ['decide', 'late', 'soon', 'later', 'elsewhere'] as const;

/** What waits for an answer or a decision, the most urgent first, like tasks of one run together; beside it what was answered, and what will be asked. */
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
    <div className={css.page}>
      <PageHead name={t('myWork.title')} title={title} {...(wanted === 0 && { under: t('myWork.noneMore') })} />
      <div className={css.columns}>
        {groups.length > 0 && (
          <div>
            {shownParts.map((part) => (
              <Part key={part} part={part} groups={parts[part]} me={who.person} first={first} />
            ))}
          </div>
        )}
        <aside className={css.beside} aria-label={t('ownWork.beside')}>
          <YourYear />
          <Suspense fallback={<Waiting lines={4} />}>
            <DoneLately />
          </Suspense>
        </aside>
      </div>
    </div>
  );
}

type PartProps = { part: (typeof shownParts)[number]; groups: readonly Group[]; me: string; first: Group | undefined };

function Part({ part, groups, me, first }: PartProps) {
  const { t } = useTranslation();
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{part === 'decide' || part === 'elsewhere' ? t(`tasks.work.${part}`) : t(`myWork.${part}`)}</h2>
      <ul>
        {groups.map((tasks) => (
          <Card key={tasks[0].id} tasks={tasks} me={me} isFirst={tasks === first} />
        ))}
      </ul>
    </section>
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
