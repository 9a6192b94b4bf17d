import { Button } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import { formsOf } from '../../data/forms.ts';
import { SendBar } from '../../forms/SendBar.tsx';
import { useAnswering } from '../../forms/useAnswering.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import task from '../task/task.module.css';
import { FormSection } from './FormSection.tsx';
import { Jump } from './Jump.tsx';
import { Outcome } from './Outcome.tsx';
import { SheetHead } from './SheetHead.tsx';
import css from './sheet.module.css';

/** All like tasks of one run that this person answers: one form each, and one button for what is filled in. */
export function Sheet() {
  const { run, task: kind } = useParams({ from: '/tasks/$run/$task' });
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(formsOf({ run, task: kind }));
  const forms = data.pages.flatMap(({ items }) => items);
  return (
    <div className={task.column}>
      {forms.length === 0 ? (
        <Nothing />
      ) : (
        <Filled
          key={`${run} ${kind}`}
          forms={forms}
          of={hasNextPage ? Math.max(data.pages[0]?.total ?? 0, forms.length) : forms.length}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        />
      )}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead name={t('tasks.sheet.name')} title={t('tasks.sheet.none')} under={t('tasks.sheet.noneMore')} />
      <p>
        <Link to="/my-work">{t('nav.myWork')}</Link>
      </p>
    </>
  );
}

type Props = {
  forms: Form[];
  /** How many are asked, on this page or not yet. */
  of: number;
  onMore: (() => void) | undefined;
};

function Filled({ forms, of, onMore }: Props) {
  const { t } = useTranslation();
  const answering = useAnswering();
  const [tries, setTries] = useState(0);
  // The next ones are made while somebody types on, and shown when they are ready.
  const shown = useDeferredValue(forms);
  const left = forms.filter(({ task: { id } }) => answering.recorded[id] === undefined);
  const open = of - forms.length + left.length;
  const filled = left.filter(answering.isFilled);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (answering.isSending) return;
    await answering.send(filled);
    setTries(tries + 1);
  };
  return (
    <form onSubmit={submit} noValidate>
      {tries > 0 && !answering.isSending && <Outcome key={tries} forms={forms} answering={answering} isEmpty={filled.length === 0} />}
      <SheetHead forms={forms} of={of} open={open} />
      <Jump forms={shown} recorded={answering.recorded} />
      {shown.map((form, n) => (
        <FormSection
          key={form.task.id}
          {...{ form, number: n + 1, of }}
          {...answering.filling(form)}
          recorded={answering.recorded[form.task.id]}
        />
      ))}
      {onMore !== undefined && (
        <p className={css.more}>
          <Button size="md" variant="default" onClick={onMore}>
            {t('tasks.sheet.more')}
          </Button>
        </p>
      )}
      {open > 0 && (
        <SendBar isSending={answering.isSending} send={t('tasks.form.send', { count: forms.length })}>
          <b>{t('tasks.sheet.filled', { filled: filled.length, of: open })}</b> {t('tasks.sheet.emptyStaysOpen')}
        </SendBar>
      )}
    </form>
  );
}
