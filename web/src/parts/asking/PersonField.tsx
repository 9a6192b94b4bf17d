import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import type { Person } from '../../../../domain/records/person.ts';
import { record } from '../../data/records.ts';
import { LineField } from './fields.tsx';

const fewestLetters = 2;
const mostOffered = 20;
const spoken = ({ name, email }: Pick<Person, 'name' | 'email'>): string => `${name}, ${email}`;

type Props = { name: string; label: string; help: string; required?: boolean };

/** Somebody, typed by name; what is typed offers whoever it may be. The form holds the id. */
export function PersonField({ name, label, help, required = false }: Props) {
  const list = useId();
  const [typed, setTyped] = useState('');
  const like = useDeferredValue(typed.split(',')[0]?.trim() ?? '');
  const { data } = useQuery({
    ...record<{ items: Person[] }>('/registers/people', { q: like, status: 'active', limit: mostOffered }),
    enabled: like.length >= fewestLetters,
    ...{ refetchInterval: false, placeholderData: keepPreviousData },
  });
  const found = data?.items ?? [];
  const chosen = found.filter((person) => spoken(person) === typed || person.name === typed);
  return (
    <>
      <LineField name={`${name}.typed`} at={name} label={label} help={help} required={required} list={list} onType={setTyped} />
      <datalist id={list}>
        {found.map((person) => (
          <option key={person.id} value={spoken(person)} />
        ))}
      </datalist>
      <input type="hidden" name={name} value={chosen.length === 1 ? chosen[0]?.id : typed} />
    </>
  );
}
