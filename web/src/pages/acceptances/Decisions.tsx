import { Button } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import { wordsOf } from '../../data/tasks.ts';
import { SendBar } from '../../forms/SendBar.tsx';
import { useAnswering } from '../../forms/useAnswering.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { questionOf } from '../../words/asking.ts';
import { inWords } from '../../words/numbers.ts';
import { Outcome } from '../sheet/Outcome.tsx';
import { DueDate } from '../task/DueDate.tsx';
import css from './acceptances.module.css';
import { countsOf } from './counts.ts';
import { DecisionCard } from './DecisionCard.tsx';

type Props = { forms: readonly Form[]; onMore: (() => void) | undefined };

const ranks = ['low', 'medium', 'high', 'veryHigh'] as const;
const rankOf = ({ reading: { frozen } }: Form): number => (frozen === undefined ? -1 : ranks.indexOf(frozen.band));

/** All decisions that wait for one person, the highest level first; nothing is preset, and what is undecided stays open. */
export function Decisions({ forms, onMore }: Props) {
  const { t, i18n } = useTranslation();
  const answering = useAnswering();
  const [tries, setTries] = useState(0);
  const inOrder = [...forms].sort((a, b) => rankOf(b) - rankOf(a));
  const open = inOrder.filter(({ task: { id } }) => answering.recorded[id] === undefined);
  const decided = open.filter(answering.isFilled);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (answering.isSending) return;
    await answering.send(decided);
    setTries(tries + 1);
  };
  const count = Math.max(1, decided.length);
  return (
    <form onSubmit={submit} noValidate>
      {tries > 0 && !answering.isSending && <Outcome key={tries} forms={inOrder} answering={answering} isEmpty={decided.length === 0} />}
      <Head open={open} />
      {inOrder.map((form, n) => (
        <DecisionCard key={form.task.id} {...{ form, answering, number: n + 1 }} />
      ))}
      {onMore !== undefined && (
        <Button className={css.more} size="md" variant="default" onClick={onMore}>
          {t('tasks.sheet.more')}
        </Button>
      )}
      {open.length > 0 && (
        <SendBar isSending={answering.isSending} send={t('tasks.acceptance.record', { count, number: inWords(count, i18n.language) })}>
          <b>{countsOf(open, answering, { t, language: i18n.language })}</b> {t('tasks.acceptance.recordedWith')}
        </SendBar>
      )}
    </form>
  );
}

/** The question, by when, and what may be done. */
function Head({ open }: { open: readonly Form[] }) {
  const { t, i18n } = useTranslation();
  const kinds = [...new Set(open.map(({ task: { task } }) => task))];
  const words = useSuspenseQueries({ queries: kinds.map((kind) => wordsOf('riskAcceptance', kind)) });
  const [first] = open.map(({ task }) => task).sort((a, b) => a.due.localeCompare(b.due));
  if (first === undefined) return <PageHead name={t('nav.acceptances')} title={t('tasks.acceptance.allDecided')} />;
  const only = words.length === 1 ? words[0]?.data : undefined;
  const number = inWords(open.length, i18n.language);
  const title =
    only === undefined
      ? t('tasks.acceptance.several', { count: open.length, number })
      : questionOf(only, { count: open.length, reference: first.about }, i18n.language);
  return (
    <>
      <PageHead name={t('nav.acceptances')} title={title} />
      <DueDate task={first} />
      <p className={css.lead}>{[only?.purpose ?? '', t('tasks.acceptance.highestFirst', { count: open.length })].join(' ').trim()}</p>
    </>
  );
}
