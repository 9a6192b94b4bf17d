import type { ReactNode } from 'react';
import { type Field, fieldsOf } from '../../../domain/words/fields.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import type { TaskForm } from './types.ts';

type FieldProps<F extends Field = Field> = { field: F; form: TaskForm; speaker: Speaker };
type As<A extends Field['as']> = Extract<Field, { as: A }>;

export const idOf = (form: { name: string }, field: string): string => `${form.name}-${field}`;

/** The form of one task, made of the schema of its outcome, so that a new process needs no page of its own. */
export const Fields = ({ form, speaker }: { form: TaskForm; speaker: Speaker }) => (
  <div className="form">
    <Problem id={idOf(form, 'problem')} text={form.problems?.['']} />
    {fieldsOf(form.schema, speaker).map((field) => (
      <OneField key={field.name} field={field} form={form} speaker={speaker} />
    ))}
  </div>
);

const OneField = ({ field, form, speaker }: FieldProps) => {
  switch (field.as) {
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

const typedOf = (field: Field, form: TaskForm): string => form.typed?.[field.name] ?? '';
const problemOf = (field: Field, form: TaskForm): string | undefined => form.problems?.[field.name];
const nameOf = (field: Field, form: TaskForm): string => `${form.name}.${field.name}`;
const helpId = (field: Field, form: TaskForm): string => idOf(form, `${field.name}-help`);
const problemId = (field: Field, form: TaskForm): string => idOf(form, `${field.name}-problem`);

const described = (field: Field, form: TaskForm): string | undefined =>
  [field.help === '' ? '' : helpId(field, form), problemOf(field, form) === undefined ? '' : problemId(field, form)]
    .filter(Boolean)
    .join(' ') || undefined;

const common = (field: Field, form: TaskForm) => ({
  id: idOf(form, field.name),
  name: nameOf(field, form),
  'aria-describedby': described(field, form),
  'aria-invalid': problemOf(field, form) === undefined ? undefined : true,
});

export const Problem = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p className="problem" id={id}>
      {text}
    </p>
  );

const Below = ({ field, form }: { field: Field; form: TaskForm }) => (
  <>
    {field.help === '' ? null : (
      <p className="help" id={helpId(field, form)}>
        {field.help}
      </p>
    )}
    <Problem id={problemId(field, form)} text={problemOf(field, form)} />
  </>
);

const Optional = ({ field, speaker: { t } }: { field: Field; speaker: Speaker }) =>
  field.required ? null : <span className="note">{t('page:tasks.optional')}</span>;

const Labelled = ({ field, form, speaker, children }: FieldProps & { children: ReactNode }) => (
  <div className="one">
    <label className="field" htmlFor={idOf(form, field.name)}>
      {field.title} <Optional field={field} speaker={speaker} />
    </label>
    {children}
    <Below field={field} form={form} />
  </div>
);

const labelsOf = (field: Field, form: TaskForm): readonly string[] | undefined => {
  if (field.name !== 'likelihood' && field.name !== 'consequence') return undefined;
  return form.labels?.[field.name];
};

/** Numbers that stand for steps: number and word, the last answer preset and said so. Plain radio buttons underneath. */
const Scale = ({ field, form, speaker }: FieldProps<As<'level'>>) => {
  const words = labelsOf(field, form);
  const steps = words === undefined ? field.steps : field.steps.slice(0, words.length);
  const last = form.last?.[field.name];
  const chosen = form.typed?.[field.name] ?? (typeof last === 'number' ? String(last) : undefined);
  return (
    <fieldset className="scale" aria-describedby={described(field, form)}>
      <legend className="label">
        {field.title}{' '}
        {typeof last === 'number' ? (
          <span className="note">{presetNote(form, speaker)}</span>
        ) : (
          <Optional field={field} speaker={speaker} />
        )}
      </legend>
      <div className={`steps n${steps.length}`}>
        {steps.map((step, i) => (
          <label key={step}>
            <input
              type="radio"
              id={i === 0 ? idOf(form, field.name) : undefined}
              name={nameOf(field, form)}
              value={step}
              defaultChecked={chosen === String(step)}
            />
            <span>
              <b>{step}</b> {words?.[i] ?? ''}
            </span>
          </label>
        ))}
      </div>
      <Below field={field} form={form} />
    </fieldset>
  );
};

const presetNote = (form: TaskForm, { t, dates }: Speaker): string =>
  form.facts?.last === undefined ? t('page:tasks.asLastTime') : t('page:tasks.asIn', { month: dates.month(form.facts.last.day) });

/** A choice is never preset: an answer that nobody gave must not look like one. */
const Choice = ({ field, form, speaker }: FieldProps<As<'choice'>>) => (
  <fieldset className="choice" aria-describedby={described(field, form)}>
    <legend className="label">
      {field.title} <Optional field={field} speaker={speaker} />
    </legend>
    {field.options.map(({ value, label }, i) => (
      <label key={value}>
        <input
          type="radio"
          id={i === 0 ? idOf(form, field.name) : undefined}
          name={nameOf(field, form)}
          value={value}
          defaultChecked={form.typed?.[field.name] === value}
        />{' '}
        {label}
      </label>
    ))}
    <Below field={field} form={form} />
  </fieldset>
);

const Check = ({ field, form }: FieldProps<As<'check'>>) => (
  <div className="choice one">
    <label>
      <input {...common(field, form)} type="checkbox" value="yes" defaultChecked={typedOf(field, form) !== ''} /> {field.title}
    </label>
    <Below field={field} form={form} />
  </div>
);
