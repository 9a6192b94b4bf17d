import type { ReactNode } from 'react';
import { Check, Checks, Choice, Scale } from './choices.tsx';
import type { Field } from './field.ts';
import css from './forms.module.css';
import { common, type FieldProps, type Filling, idAt, Labelled, Wrong } from './parts.tsx';
import { Rows } from './Rows.tsx';

/** The fields of one form, made of the schema of its outcome, so that a new process needs no page of its own. */
export const Fields = ({ fields, form }: { fields: readonly Field[]; form: Filling }) => (
  <div className={css.fields}>
    <Wrong id={idAt(form, 'problem')} text={form.problems['']} />
    {fields.map((field) => (
      <One key={field.name} field={field} place={field.name} form={form} />
    ))}
  </div>
);

function One({ field, place, form }: FieldProps): ReactNode {
  switch (field.as) {
    case 'rows':
      return <Rows field={field} place={place} form={form} One={One} />;
    case 'level':
      return <Scale field={field} place={place} form={form} />;
    case 'choice':
      return <Choice field={field} place={place} form={form} />;
    case 'checks':
      return <Checks field={field} place={place} form={form} />;
    case 'check':
      return <Check field={field} place={place} form={form} />;
    default:
      return <Typed field={field} place={place} form={form} />;
  }
}

const Typed = (props: FieldProps) => (
  <Labelled {...props}>
    <Control {...props} />
  </Labelled>
);

const textRows = 3;
const linesRows = 4;
const longestName = 200;

function Control(props: FieldProps): ReactNode {
  const { field } = props;
  switch (field.as) {
    case 'text':
      return <textarea {...common(props)} rows={textRows} maxLength={field.longest} />;
    case 'lines':
      return <textarea {...common(props)} rows={linesRows} />;
    case 'day':
      return <input {...common(props)} type="date" />;
    case 'number':
      return <input {...common(props)} className={css.short} type="text" inputMode={field.whole ? 'numeric' : 'decimal'} />;
    case 'person':
      return <input {...common(props)} type="text" maxLength={longestName} autoComplete="off" />;
    default:
      return <input {...common(props)} type="text" maxLength={field.as === 'line' ? field.longest : undefined} />;
  }
}
