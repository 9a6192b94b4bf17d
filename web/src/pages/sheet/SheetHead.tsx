import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { session } from '../../data/queries.ts';
import { wordsOf } from '../../data/tasks.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { minutesFor, monthOf, questionOf } from '../../words/asking.ts';
import { inWords } from '../../words/numbers.ts';
import { useDays } from '../../words/readerDays.ts';
import { About } from '../task/About.tsx';
import { Due } from '../task/Due.tsx';
import css from '../task/task.module.css';

/** The question, the date, what it costs, why one is asked and what counts as done. */
export const SheetHead = memo(function SheetHead({ forms, of, open }: Pick<Props, 'forms' | 'of' | 'open'>) {
  const { i18n } = useTranslation();
  const days = useDays();
  const [first] = [...forms].map(({ task }) => task).sort((a, b) => a.due.localeCompare(b.due));
  if (first === undefined) return null;
  return <Head {...{ forms, of, open, first, days }} language={i18n.language} />;
});

type Props = { forms: readonly Form[]; of: number; open: number; first: TaskLine };
type Speaking = { language: string; days: ReturnType<typeof useDays> };

function Head({ forms, of, open, first, language, days }: Props & Speaking) {
  const { t } = useTranslation();
  const { data: words } = useSuspenseQuery(wordsOf(first.process, first.task));
  const { data: who } = useSuspenseQuery(session);
  const since = monthOf(
    forms.map(({ reading }) => reading.risk?.last?.day),
    days.month,
  );
  const minutes = minutesFor(words, open);
  const title =
    open === 0 ? t('tasks.sheet.all', { count: of }) : questionOf(words, { count: open, reference: first.about, since }, language);
  const said = [
    ...(first.onBehalfOf !== undefined && first.onBehalfOf !== who.person
      ? [t('tasks.lead.inSteadOf', { name: first.onBehalfOfName })]
      : []),
    ...(minutes === undefined || open === 0 ? [] : [t('tasks.lead.takes', { count: minutes, minutes: inWords(minutes, language) })]),
    ...(open > 1 ? [t('tasks.sheet.emptyStaysOpen')] : []),
  ];
  return (
    <>
      <nav className={css.crumb} aria-label={t('tasks.crumb')}>
        <Link to="/my-work">{t('nav.myWork')}</Link> / <span className="id">{first.run}</span>
      </nav>
      <PageHead name={words.title} title={title} />
      {open > 0 && <Due task={first} />}
      {said.length > 0 && <p className={css.lead}>{said.join(' ')}</p>}
      {open > 0 && (
        <About words={words} askedOf={first.assignee === who.person || first.onBehalfOf === who.person ? undefined : first.assigneeName} />
      )}
    </>
  );
}
