import type { ReactNode } from 'react';
import { fieldsOf } from '../../../domain/words/fields.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { waiverField } from './answers.ts';
import { Check, Checks, Choice, Scale } from './choices.tsx';
import { Below, common, type FieldProps, idOf, Optional, Problem, typedOf } from './fieldParts.tsx';
import { Rows } from './rows.tsx';
import type { TaskForm } from './types.ts';

/** The form of one task, made of the schema of its outcome, so that a new process needs no page of its own. */
export const Fields = ({ form, speaker }: { form: TaskForm; speaker: Speaker }) => (
  <div className="form">
    <Problem id={idOf(form, 'problem')} text={form.problems?.['']} />
    {fieldsOf(form.schema, speaker).map((field) => (
      <OneField key={field.name} field={field} form={form} speaker={speaker} />
    ))}
    <Waiver form={form} speaker={speaker} />
  </div>
);

/** Only where somebody decides alone what two should. */
const Waiver = ({ form, speaker: { t } }: { form: TaskForm; speaker: Speaker }) => {
  if (form.needsWaiver !== true) return null;
  const id = idOf(form, waiverField);
  return (
    <div className="one">
      <label className="field" htmlFor={id}>
        {t('page:commands.waiver')}
      </label>
      <textarea
        id={id}
        name={`${form.name}.${waiverField}`}
        rows={2}
        maxLength={500}
        defaultValue={form.typed?.[waiverField] ?? ''}
        aria-describedby={`${id}-help`}
      />
      <p className="help" id={`${id}-help`}>
        {t('page:commands.waiverHelp')}
      </p>
    </div>
  );
};

export const OneField = ({ field, form, speaker }: FieldProps) => {
  switch (field.as) {
    case 'checks':
      return <Checks field={field} form={form} speaker={speaker} />;
    case 'rows':
      return <Rows field={field} form={form} speaker={speaker} One={OneField} />;
    case 'level':
      return <Scale field={field} form={form} speaker={speaker} />;
    case 'choice':
      return <Choice field={field} form={form} speaker={speaker} />;
    case 'check':
      return <Check field={field} form={form} speaker={speaker} />;
    case 'text':
      return (
        <Labelled field={field} form={form} speaker={speaker}>
          <textarea {...common(field, form)} rows={3} maxLength={field.longest} defaultValue={typedOf(field, form)} />
        </Labelled>
      );
    case 'lines':
      return (
        <Labelled field={field} form={form} speaker={speaker}>
          <textarea {...common(field, form)} rows={4} defaultValue={typedOf(field, form)} />
        </Labelled>
      );
    case 'person':
      return (
        <Labelled field={field} form={form} speaker={speaker}>
          <input {...common(field, form)} type="text" maxLength={200} autoComplete="off" defaultValue={typedOf(field, form)} />
        </Labelled>
      );
    case 'line':
      return (
        <Labelled field={field} form={form} speaker={speaker}>
          <input {...common(field, form)} type="text" maxLength={field.longest} defaultValue={typedOf(field, form)} />
        </Labelled>
      );
    case 'day':
      return (
        <Labelled field={field} form={form} speaker={speaker}>
          <input {...common(field, form)} type="date" defaultValue={typedOf(field, form)} />
        </Labelled>
      );
    case 'number':
      return (
        <Labelled field={field} form={form} speaker={speaker}>
          <input
            {...common(field, form)}
            className="short"
            type="text"
            inputMode={field.whole ? 'numeric' : 'decimal'}
            defaultValue={typedOf(field, form)}
          />
        </Labelled>
      );
  }
};

const Labelled = ({ field, form, speaker, children }: FieldProps & { children: ReactNode }) => (
  <div className="one">
    <label className="field" htmlFor={idOf(form, field.name)}>
      {field.title} <Optional field={field} speaker={speaker} />
    </label>
    {children}
    <Below field={field} form={form} />
  </div>
);
