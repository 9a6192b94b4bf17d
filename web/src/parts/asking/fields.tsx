import { type ReactNode, use, useId } from 'react';
import css from './asking.module.css';
import { Problems } from './problems.ts';

type Given = { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };
/** `at` is the place in what is sent, where that is another than the name. */
type Common = { name: string; label: string; help?: string; at?: string };

/** A label, what it takes, the control and what is wrong with it, tied together. */
function Field({ name, label, help, at = name, children }: Common & { children(given: Given): ReactNode }) {
  const id = useId();
  const problem = use(Problems).get(at);
  const told = [...(help === undefined ? [] : [`${id}-help`]), ...(problem === undefined ? [] : [`${id}-problem`])];
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className={css.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({ id, name, 'aria-describedby': told.length > 0 ? told.join(' ') : undefined, 'aria-invalid': problem !== undefined })}
      {problem !== undefined && (
        <p className={css.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

type Typed = Common & { value?: string | undefined; required?: boolean };

type Line = Typed & { list?: string; type?: 'text' | 'date'; onType?(typed: string): void };

export const LineField = ({ value, required, list, type = 'text', onType, ...field }: Line) => (
  <Field {...field}>
    {(given) => (
      <input
        {...given}
        type={type}
        defaultValue={value}
        required={required}
        list={list}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => onType?.(target.value)}
      />
    )}
  </Field>
);

export const ProseField = ({ value, required, ...field }: Typed) => (
  <Field {...field}>{(given) => <textarea {...given} defaultValue={value} required={required} maxLength={5000} rows={4} />}</Field>
);

export type Option = { value: string; label: string };

export const ChoiceField = ({ value, required, options, ...field }: Typed & { options: readonly Option[] }) => (
  <Field {...field}>
    {(given) => (
      <select {...given} defaultValue={value} required={required}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** One of a few, all of them in sight. */
export function PickField({
  name,
  label,
  help,
  value,
  options,
  onPick,
}: Typed & { options: readonly Option[]; onPick?(value: string): void }) {
  const id = useId();
  return (
    <fieldset className={css.field} aria-describedby={help === undefined ? undefined : id}>
      <legend>{label}</legend>
      {help !== undefined && (
        <p className={css.help} id={id}>
          {help}
        </p>
      )}
      <div className={css.choices}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              required
              onChange={() => onPick?.(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
