import { type ReactNode, useId } from 'react';
import css from './filters.module.css';

/** By what a list is narrowed, and how many are left. */
export const Filters = ({ label, shown, children }: { label: string; shown: string; children: ReactNode }) => (
  <search className={css.filters} aria-label={label}>
    {children}
    <p className={css.shown} role="status">
      {shown}
    </p>
  </search>
);

type Props = {
  label: string;
  /** What it says while nothing is picked. */
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onPick(value: string | undefined): void;
};

export function Filter({ label, any, value, options, onPick }: Props) {
  const id = useId();
  return (
    <div className={css.filter}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ target }) => onPick(target.value || undefined)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
