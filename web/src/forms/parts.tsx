import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleLabels } from '../../../domain/records/reading.ts';
import type { Field } from './field.ts';
import css from './forms.module.css';
import type { Values } from './values.ts';
import type { Problems } from './wrong.ts';

/** A form that is being filled in: `id` is before the names of its fields. */
export type Filling = {
  id: string;
  values: Values;
  problems: Problems;
  set(place: string, text: string): void;
  labels?: ScaleLabels | undefined;
  /** Said beside the levels that stand there from before. */
  asBefore?: string | undefined;
};

export type FieldProps<F extends Field = Field> = { field: F; place: string; form: Filling };

export const idAt = ({ id }: Pick<Filling, 'id'>, place: string): string => `${id}-${place}`;
const helpId = (form: Filling, place: string): string => idAt(form, `${place}-help`);
const problemId = (form: Filling, place: string): string => idAt(form, `${place}-problem`);

/** What says more about a field: its help, and what is wrong with it. */
export const saidOf = ({ field, place, form }: FieldProps): string | undefined =>
  [field.help === '' ? '' : helpId(form, place), form.problems[place] === undefined ? '' : problemId(form, place)]
    .filter((id) => id !== '')
    .join(' ') || undefined;

/** Of every control that is typed into. */
export const common = (props: FieldProps) => ({
  id: idAt(props.form, props.place),
  'aria-describedby': saidOf(props),
  'aria-invalid': props.form.problems[props.place] === undefined ? undefined : true,
  value: props.form.values[props.place] ?? '',
  onChange: ({ target }: { target: { value: string } }) => props.form.set(props.place, target.value),
});

export const Below = ({ field, place, form }: FieldProps) => (
  <>
    {field.help === '' ? null : (
      <p className={css.help} id={helpId(form, place)}>
        {field.help}
      </p>
    )}
    <Wrong id={problemId(form, place)} text={form.problems[place]} />
  </>
);

export const Wrong = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p className={css.problem} id={id}>
      {text}
    </p>
  );

export function Optional({ field }: { field: Pick<Field, 'required'> }) {
  const { t } = useTranslation();
  return field.required ? null : <span className={css.note}>{t('tasks.form.optional')}</span>;
}

export const Labelled = ({ children, ...props }: FieldProps & { children: ReactNode }) => (
  <div>
    <label className={css.label} htmlFor={idAt(props.form, props.place)}>
      {props.field.title} <Optional field={props.field} />
    </label>
    {children}
    <Below {...props} />
  </div>
);
