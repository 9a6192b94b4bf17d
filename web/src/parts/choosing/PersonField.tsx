import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../../domain/records/names.ts';
import { colleagues } from '../../data/people.ts';
import { Field, type Labelled } from '../recording/fields.tsx';
import css from './choosing.module.css';
import { useChoosing } from './useChoosing.ts';

const pauseMs = 200;

type Props = Labelled & {
  value: PersonName | undefined;
  onChange(person: PersonName | undefined): void;
  required?: boolean;
  /** Who cannot be chosen. */
  without?: string;
};

/** Somebody, by typing a part of the name and choosing from those who are here. */
export function PersonField({ value, onChange, required = false, without, ...labelled }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [wanted] = useDebouncedValue(typed ?? '', pauseMs);
  const isOpen = typed !== undefined;
  const { data } = useQuery({ ...colleagues(wanted), enabled: isOpen, placeholderData: keepPreviousData });
  const options = (data?.items ?? []).filter(({ id }) => id !== without);
  const choosing = useChoosing({
    ...{ label: labelled.label, options, isOpen, leave: () => setTyped(undefined) },
    choose: (person) => {
      onChange({ id: person.id, name: person.name });
      setTyped(undefined);
    },
  });
  return (
    <Field {...labelled}>
      {(is) => (
        <div className={css.choosing}>
          <input
            {...is}
            {...choosing.field}
            type="text"
            required={required}
            value={typed ?? value?.name ?? ''}
            placeholder={t('choosing.name')}
            onChange={({ target }) => {
              setTyped(target.value);
              if (value !== undefined) onChange(undefined);
            }}
            onBlur={() => setTyped(undefined)}
          />
          {choosing.isShown && (
            <div {...choosing.list} className={css.list}>
              {options.map(({ id, name, email }, n) => (
                <button key={id} type="button" {...choosing.option(n)}>
                  {email === undefined ? name : `${name}, ${email}`}
                </button>
              ))}
            </div>
          )}
          {isOpen && data !== undefined && options.length === 0 && (
            <p role="status" className={`soft ${css.list}`}>
              {t('choosing.nobody')}
            </p>
          )}
        </div>
      )}
    </Field>
  );
}
