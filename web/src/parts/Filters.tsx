import type { FormEvent, ReactNode } from 'react';
import css from './filters.module.css';
import { type Labelled, SelectField } from './recording/fields.tsx';

type FiltersProps = {
  label: string;
  shown?: string;
  /** Where nothing is asked before it is sent. */
  onSend?(): void;
  children: ReactNode;
};

/** By what a list is narrowed, which stands in the address, and how many are left. */
export function Filters({ label, shown, onSend, children }: FiltersProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend?.();
  };
  return (
    <search aria-label={label}>
      <form className={css.filters} onSubmit={send}>
        {children}
        {shown !== undefined && (
          <p className={css.shown} role="status">
            {shown}
          </p>
        )}
      </form>
    </search>
  );
}

type Props<V extends string> = Labelled & {
  /** What it says while nothing is picked. */
  any: string;
  value: V | undefined;
  options: readonly { value: NoInfer<V>; label: string }[];
  onPick(value: V | undefined): void;
};

/** One of a few, or any of them. */
export const Filter = <V extends string>({ any, value, options, onPick, ...labelled }: Props<V>) => (
  <SelectField<V | ''>
    {...labelled}
    value={value ?? ''}
    options={[{ value: '', label: any }, ...options]}
    onChange={(picked) => onPick(picked === '' ? undefined : picked)}
  />
);
