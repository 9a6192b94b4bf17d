import { type ReactNode, useId } from 'react';
import css from './recording.module.css';

type Is = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
export type Labelled = { label: string; help?: string | undefined; problem?: string | undefined };

/** A label, what helps to fill it in, the field, and what is wrong with it. */
export function Field({ label, help, problem, children }: Labelled & { children(is: Is): ReactNode }) {
  const id = useId();
  const described = [help !== undefined ? `${id}-help` : '', problem !== undefined ? `${id}-problem` : ''].filter((one) => one !== '');
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
      {children({
        id,
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
        ...(problem !== undefined && { 'aria-invalid': true as const }),
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

type Text = Labelled & {
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'email' | 'date' | 'time' | 'number' | 'search';
  required?: boolean;
  short?: boolean;
  min?: number | string;
  max?: number | string;
};

export const TextField = ({ value, onChange, type = 'text', required = false, short = false, min, max, ...labelled }: Text) => (
  <Field {...labelled}>
    {(is) => (
      <input
        {...is}
        {...{ type, value, required, min, max }}
        className={short ? css.short : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);

/** One sentence, with room to write it. */
export const SentenceField = ({ value, onChange, ...labelled }: Labelled & { value: string; onChange(value: string): void }) => (
  <Field {...labelled}>
    {(is) => <textarea {...is} rows={2} required value={value} onChange={({ target }) => onChange(target.value)} />}
  </Field>
);

export type Option<V extends string> = { value: V; name: string };

export const SelectField = <V extends string>({
  value,
  options,
  onChange,
  ...labelled
}: Labelled & { value: V; options: readonly Option<V>[]; onChange(value: NoInfer<V>): void }) => (
  <Field {...labelled}>
    {(is) => (
      <select {...is} value={value} onChange={({ target }) => onChange(target.value as V)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** A box to tick; its label stands behind it. */
export function TickField({ label, help, value, onChange }: Labelled & { value: boolean; onChange(value: boolean): void }) {
  const id = useId();
  return (
    <div className={css.tick}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  );
}

/** Several that may be ticked together. */
export const TickFields = <V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option<V>[];
  value: readonly V[];
  onChange(value: NoInfer<V>[]): void;
}) => (
  <fieldset className={css.ticks}>
    <legend>{label}</legend>
    {options.map((option) => (
      <TickField
        key={option.value}
        label={option.name}
        value={value.includes(option.value)}
        onChange={(isOn) => onChange(isOn ? [...value, option.value] : value.filter((one) => one !== option.value))}
      />
    ))}
  </fieldset>
);

/** One of a few, all of them in sight. */
export function RadioFields<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option<V>[];
  value: V;
  onChange(value: NoInfer<V>): void;
}) {
  const name = useId();
  return (
    <fieldset className={css.ticks}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={css.radio}>
          <input type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.name}
        </label>
      ))}
    </fieldset>
  );
}
