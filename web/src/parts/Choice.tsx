import css from './listFilters.module.css';

type Props<V extends string> = {
  label: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  /** What stands for none of them, where that may be chosen. */
  all?: string;
  onChange(value: V | undefined): void;
};

/** One of a few: a filter that says what it filters by. */
export const Choice = <V extends string>({ label, value, options, all, onChange }: Props<V>) => (
  <label className={css.field}>
    <span>{label}</span>
    <select value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : (target.value as V))}>
      {all !== undefined && <option value="">{all}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
