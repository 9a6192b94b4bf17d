import type { Field } from '../../../domain/words/fields.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import type { TaskForm } from './types.ts';

export type FieldProps<F extends Field = Field> = { field: F; form: TaskForm; speaker: Speaker };
export type As<A extends Field['as']> = Extract<Field, { as: A }>;

export const idOf = (form: { name: string }, field: string): string => `${form.name}-${field}`;

export const typedOf = (field: Field, form: TaskForm): string => form.typed?.[field.name] ?? '';
const problemOf = (field: Field, form: TaskForm): string | undefined => form.problems?.[field.name];
export const nameOf = (field: Field, form: TaskForm): string => `${form.name}.${field.name}`;
const helpId = (field: Field, form: TaskForm): string => idOf(form, `${field.name}-help`);
const problemId = (field: Field, form: TaskForm): string => idOf(form, `${field.name}-problem`);

export const described = (field: Field, form: TaskForm): string | undefined =>
  [field.help === '' ? '' : helpId(field, form), problemOf(field, form) === undefined ? '' : problemId(field, form)]
    .filter(Boolean)
    .join(' ') || undefined;

export const common = (field: Field, form: TaskForm) => ({
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

export const Below = ({ field, form }: { field: Field; form: TaskForm }) => (
  <>
    {field.help === '' ? null : (
      <p className="help" id={helpId(field, form)}>
        {field.help}
      </p>
    )}
    <Problem id={problemId(field, form)} text={problemOf(field, form)} />
  </>
);

export const Optional = ({ field, speaker: { t } }: { field: Field; speaker: Speaker }) =>
  field.required ? null : <span className="note">{t('page:tasks.optional')}</span>;
