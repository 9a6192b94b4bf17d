import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Filter, Filters } from '../../parts/Filters.tsx';
import { SelectField, TextField } from '../../parts/recording/fields.tsx';
import { given } from '../../routes/given.ts';
import { knownEvents } from './events.ts';
import { type Event, eventOf } from './said.ts';
import { kinds } from './search.ts';

type Search = Partial<Record<'subject' | 'within' | 'by' | 'event' | 'since' | 'until', string | undefined>>;
type Order = 'newest' | 'oldest';
type Option = { value: string; label: string };

/** What the entries are narrowed by; nothing is asked before it is sent. */
export function FilterForm({ search, order }: { search: Search; order: Order }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Search & { order: Order }>({ ...search, order });
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const typed = (name: keyof Search) => ({
    value: draft[name] ?? '',
    onChange: (text: string) => setDraft({ ...draft, [name]: text.trim() === '' ? undefined : text }),
  });
  const picked = (name: keyof Search, options: readonly Option[]) => ({
    ...{ value: draft[name], options: withOwn(options, draft[name]) },
    onPick: (value: string | undefined) => setDraft({ ...draft, [name]: value }),
  });
  const clear = () => {
    setDraft({ order });
    void navigate({ to: '/trail', search: {} });
  };
  return (
    <Filters label={t('checks.trail.filter.label')} onSend={() => navigate({ to: '/trail', search: given(draft) })}>
      <TextField label={t('checks.trail.filter.subject')} help={t('checks.trail.filter.subjectHelp')} {...typed('subject')} />
      <Filter
        label={t('checks.trail.filter.within')}
        any={t('checks.trail.filter.allKinds')}
        {...picked(
          'within',
          kinds.map((value) => ({ value, label: t(`checks.trail.kind.${value}`) })),
        )}
      />
      <TextField label={t('checks.trail.filter.by')} help={t('checks.trail.filter.byHelp')} {...typed('by')} />
      <Filter
        label={t('checks.trail.filter.event')}
        any={t('checks.trail.filter.allEvents')}
        {...picked(
          'event',
          knownEvents.map((event) => ({ value: event, label: eventOf(t, knownEvents, event as Event) })),
        )}
      />
      <TextField label={t('checks.trail.filter.since')} type="date" {...typed('since')} />
      <TextField label={t('checks.trail.filter.until')} type="date" {...typed('until')} />
      <SelectField
        label={t('checks.trail.filter.order')}
        value={draft.order}
        options={(['newest', 'oldest'] as const).map((value) => ({ value, label: t(`checks.trail.filter.${value}`) }))}
        onChange={(value) => setDraft({ ...draft, order: value })}
      />
      <Button type="submit" variant="default" size="xs">
        {t('checks.trail.filter.apply')}
      </Button>
      {isNarrowed && (
        <Button variant="default" size="xs" onClick={clear}>
          {t('checks.trail.filter.clear')}
        </Button>
      )}
    </Filters>
  );
}

/** What an address asks for can be seen, even where it is none of those that are offered. */
const withOwn = (options: readonly Option[], value: string | undefined): readonly Option[] =>
  value === undefined || options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
