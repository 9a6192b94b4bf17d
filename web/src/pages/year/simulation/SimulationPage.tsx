import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboard } from '../../../data/queries.ts';
import { simulationOf } from '../../../data/runs.ts';
import { Card } from '../../../parts/Card.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { SelectField, TextField } from '../../../parts/recording/fields.tsx';
import { Waiting } from '../../../parts/Waiting.tsx';
import { Busy, Loads, Openings } from './Results.tsx';
import css from './simulation.module.css';

const route = getRouteApi('/simulation');
const usualLimit = 20;
const mostLimit = 999;
const yearsAhead = [0, 1, 2, 3];

/** A year as it would go if nothing changed: who is asked what and when, and on which days it is too much. */
export function SimulationPage() {
  const search = route.useSearch();
  const { data: seen } = useSuspenseQuery(dashboard);
  const thisYear = Number(seen.today.slice(0, 4));
  const asked = { year: search.year ?? thisYear + 1, limit: search.limit ?? usualLimit };
  return (
    <Suspense fallback={<Waiting />}>
      <Simulated key={JSON.stringify(asked)} asked={asked} thisYear={thisYear} />
    </Suspense>
  );
}

type Asked = { year: number; limit: number };

function Simulated({ asked, thisYear }: { asked: Asked; thisYear: number }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(simulationOf(asked.year, asked.limit));
  const tasks = data.runs.reduce((sum, run) => sum + run.tasks, 0);
  return (
    <>
      <PageHead
        name={t('year.simulation.name')}
        title={t('year.simulation.title', { year: asked.year, count: tasks })}
        under={t('year.simulation.under')}
      />
      <Form asked={asked} thisYear={thisYear} />
      <div className={css.two}>
        <Busy busy={data.busy} limit={asked.limit} />
        <Openings runs={data.runs} />
      </div>
      <Loads people={data.people} year={asked.year} />
    </>
  );
}

function Form({ asked, thisYear }: { asked: Asked; thisYear: number }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const [year, setYear] = useState(asked.year);
  const [limit, setLimit] = useState(String(asked.limit));
  const years = [...new Set([...yearsAhead.map((n) => thisYear + n), asked.year])].sort();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ search: { year, limit: Number(limit) }, replace: true });
  };
  return (
    <Card title={t('year.simulation.form')} hidden className={css.form ?? ''}>
      <form onSubmit={submit}>
        <SelectField
          label={t('year.simulation.year')}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          options={years.map(String).map((value) => ({ value, label: value }))}
        />
        <TextField
          label={t('year.simulation.limit')}
          required
          type="number"
          {...{ min: 1, max: mostLimit }}
          value={limit}
          onChange={setLimit}
        />
        <Button type="submit">{t('year.simulation.button')}</Button>
      </form>
    </Card>
  );
}
