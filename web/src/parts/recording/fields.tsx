import { type ReactNode, useId } from 'react';
import css from './recording.module.css';

type Is = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
export type Labelled = { label: string; help?: string | undefined; problem?: string | undefined };

const describedBy = (id: string, { help, problem }: Omit<Labelled, 'label'>): string | undefined =>
  [...(help === undefined ? [] : [`${id}-help`]), ...(problem === undefined ? [] : [`${id}-problem`])].join(' ') || undefined;

/** A label, what helps to fill it in, the field, and what is wrong with it. */
export function Field({ label, help, problem, children }: Labelled & { children(is: Is): ReactNode }) {
  const id = useId();
  const described = describedBy(id, { help, problem });
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
        ...(described !== undefined && { 'aria-describedby': described }),
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
  /** The id of a list of what may be meant. */
  list?: string;
};

export const TextField = ({ value, onChange, type = 'text', required = false, short = false, min, max, list, ...labelled }: Text) => (
  <Field {...labelled}>
    {(is) => (
      <input
        {...is}
        {...{ type, value, required, min, max, list }}
        {...(list !== undefined && { autoComplete: 'off' })}
        className={short ? css.short : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);

type Prose = Labelled & { value: string; onChange(value: string): void; required?: boolean; rows?: number };

/** As much text as it takes. */
export const ProseField = ({ value, onChange, required = false, rows = 4, ...labelled }: Prose) => (
  <Field {...labelled}>
    {(is) => <textarea {...is} {...{ rows, required, value }} onChange={({ target }) => onChange(target.value)} />}
  </Field>
);

/** One sentence, with room to write it. */
export const SentenceField = (props: Omit<Prose, 'rows' | 'required'>) => <ProseField {...props} rows={2} required />;

type Option<V extends string> = { value: V; label: string };

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
            {option.label}
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
        label={option.label}
        value={value.includes(option.value)}
        onChange={(isOn) => onChange(isOn ? [...value, option.value] : value.filter((one) => one !== option.value))}
      />
    ))}
  </fieldset>
);

type Radios<V extends string> = Labelled & {
  options: readonly Option<V>[];
  /** Nothing is preset where an answer that nobody gave would look like one. */
  value: V | undefined;
  onChange(value: NoInfer<V>): void;
};

/** One of a few, all of them in sight. */
export function RadioFields<V extends string>({ label, help, problem, options, value, onChange }: Radios<V>) {
  const id = useId();
  return (
    <fieldset className={css.ticks} aria-describedby={describedBy(id, { help, problem })}>
      <legend>{label}</legend>
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className={css.radio}>
          <input
            type="radio"
            name={id}
            value={option.value}
            required
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css.problem} lang="en">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
