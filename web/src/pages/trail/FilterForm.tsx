import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import field from '../../parts/listFilters.module.css';
import { knownEvents } from './events.ts';
import { type Event, eventOf } from './said.ts';
import { kinds } from './search.ts';

type Search = Partial<Record<'subject' | 'within' | 'by' | 'event' | 'since' | 'until', string | undefined>>;

/** What the entries are narrowed by; nothing is asked before it is sent. */
export function FilterForm({ search, order }: { search: Search; order: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(
      [...new FormData(event.currentTarget)].flatMap(([name, value]) => (value === '' ? [] : [[name, String(value).trim()]])),
    );
    return navigate({ to: '/trail', search: given });
  };
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const options = [...new Set([...knownEvents, ...(search.event === undefined ? [] : [search.event])])];
  const said = options.map((event) => ({ value: event, label: eventOf(t, knownEvents, event as Event) }));
  return (
    <form className={field.filters} onSubmit={send} aria-label={t('checks.trail.filter.label')}>
      <Typed name="subject" label={t('checks.trail.filter.subject')} help={t('checks.trail.filter.subjectHelp')} value={search.subject} />
      <Chosen
        name="within"
        label={t('checks.trail.filter.within')}
        value={search.within ?? ''}
        options={[
          { value: '', label: t('checks.trail.filter.allKinds') },
          ...kinds.map((value) => ({ value, label: t(`checks.trail.kind.${value}`) })),
        ]}
      />
      <Typed name="by" label={t('checks.trail.filter.by')} help={t('checks.trail.filter.byHelp')} value={search.by} />
      <Chosen
        name="event"
        label={t('checks.trail.filter.event')}
        value={search.event ?? ''}
        options={[{ value: '', label: t('checks.trail.filter.allEvents') }, ...said]}
      />
      <Typed name="since" label={t('checks.trail.filter.since')} type="date" value={search.since} />
      <Typed name="until" label={t('checks.trail.filter.until')} type="date" value={search.until} />
      <Chosen
        name="order"
        label={t('checks.trail.filter.order')}
        value={order}
        options={(['newest', 'oldest'] as const).map((value) => ({ value, label: t(`checks.trail.filter.${value}`) }))}
      />
      <Button type="submit" variant="default" size="xs">
        {t('checks.trail.filter.apply')}
      </Button>
      {isNarrowed && (
        <Button variant="default" size="xs" onClick={() => navigate({ to: '/trail', search: {} })}>
          {t('checks.trail.filter.clear')}
        </Button>
      )}
    </form>
  );
}

type TypedProps = { name: string; label: string; help?: string; type?: 'text' | 'date'; value: string | undefined };

function Typed({ name, label, help, type = 'text', value }: TypedProps) {
  const id = useId();
  return (
    <div className={field.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={type} defaultValue={value} placeholder={help} />
    </div>
  );
}

type ChosenProps = { name: string; label: string; value: string; options: readonly { value: string; label: string }[] };

function Chosen({ name, label, value, options }: ChosenProps) {
  const id = useId();
  const known = options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
  return (
    <div className={field.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value}>
        {known.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
