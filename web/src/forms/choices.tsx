import type { As, Field } from './field.ts';
import css from './forms.module.css';
import { Below, common, type FieldProps, type Filling, idAt, Optional, saidOf } from './parts.tsx';
import { linesOf } from './values.ts';

const isScale = (name: string): name is 'likelihood' | 'consequence' => name === 'likelihood' || name === 'consequence';

const wordsFor = ({ name }: Field, { labels }: Filling): readonly string[] | undefined => (isScale(name) ? labels?.[name] : undefined);

/** Numbers that stand for steps: number and word, the last answer preset and said so. Plain radio buttons underneath. */
export function Scale(props: FieldProps<As<'level'>>) {
  const { field, place, form } = props;
  const words = wordsFor(field, form);
  const steps = words === undefined ? field.steps : field.steps.slice(0, words.length);
  return (
    <fieldset aria-describedby={saidOf(props)}>
      <legend className={css.label}>
        {field.title}{' '}
        {form.asBefore !== undefined && isScale(field.name) ? (
          <span className={css.note}>{form.asBefore}</span>
        ) : (
          <Optional field={field} />
        )}
      </legend>
      <div className={`${css.steps} ${steps.length > 5 ? css.many : ''}`}>
        {steps.map((step, i) => (
          <label key={step}>
            <input
              type="radio"
              id={i === 0 ? idAt(form, place) : undefined}
              name={idAt(form, place)}
              checked={form.values[place] === String(step)}
              onChange={() => form.set(place, String(step))}
            />
            <span>
              <b>{step}</b> {words?.[i] ?? ''}
            </span>
          </label>
        ))}
      </div>
      <Below {...props} />
    </fieldset>
  );
}

type ChoosingProps = FieldProps<As<'choice'> | As<'checks'>> & {
  type: 'radio' | 'checkbox';
  isChosen(value: string): boolean;
  choose(value: string): void;
};

const Choosing = ({ type, isChosen, choose, ...props }: ChoosingProps) => (
  <fieldset className={css.choice} aria-describedby={saidOf(props)}>
    <legend className={css.label}>
      {props.field.title} <Optional field={props.field} />
    </legend>
    {props.field.options.map(({ value, label }, i) => (
      <label key={value}>
        <input
          type={type}
          id={i === 0 ? idAt(props.form, props.place) : undefined}
          name={idAt(props.form, props.place)}
          checked={isChosen(value)}
          onChange={() => choose(value)}
        />
        {label}
      </label>
    ))}
    <Below {...props} />
  </fieldset>
);

/** A choice is never preset: an answer that nobody gave must not look like one. */
export const Choice = (props: FieldProps<As<'choice'>>) => (
  <Choosing
    {...props}
    type="radio"
    isChosen={(value) => props.form.values[props.place] === value}
    choose={(value) => props.form.set(props.place, value)}
  />
);

/** Some of a few: one box for each. */
export function Checks(props: FieldProps<As<'checks'>>) {
  const chosen = linesOf(props.form.values[props.place] ?? '');
  const toggled = (value: string) => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Choosing
      {...props}
      type="checkbox"
      isChosen={(value) => chosen.includes(value)}
      choose={(value) => props.form.set(props.place, toggled(value).join('\n'))}
    />
  );
}

export function Check(props: FieldProps) {
  const { value, onChange: _typed, ...rest } = common(props);
  return (
    <div className={css.choice}>
      <label>
        <input
          {...rest}
          type="checkbox"
          checked={value !== ''}
          onChange={({ target }) => props.form.set(props.place, target.checked ? 'yes' : '')}
        />
        {props.field.title}
      </label>
      <Below {...props} />
    </div>
  );
}
