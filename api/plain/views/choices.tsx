import type { Field } from '../../../domain/words/fields.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { type As, Below, common, described, type FieldProps, idOf, nameOf, Optional, typedOf } from './fieldParts.tsx';
import type { TaskForm } from './types.ts';

const labelsOf = (field: Field, form: TaskForm): readonly string[] | undefined => {
  if (field.name !== 'likelihood' && field.name !== 'consequence') return undefined;
  return form.labels?.[field.name];
};

/** Numbers that stand for steps: number and word, the last answer preset and said so. Plain radio buttons underneath. */
export const Scale = ({ field, form, speaker }: FieldProps<As<'level'>>) => {
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

type ChoosingProps = FieldProps<As<'choice' | 'checks'>> & { type: 'radio' | 'checkbox'; isChosen: (value: string) => boolean };

const Choosing = ({ field, form, speaker, type, isChosen }: ChoosingProps) => (
  <fieldset className="choice" aria-describedby={described(field, form)}>
    <legend className="label">
      {field.title} <Optional field={field} speaker={speaker} />
    </legend>
    {field.options.map(({ value, label }, i) => (
      <label key={value}>
        <input
          type={type}
          id={i === 0 ? idOf(form, field.name) : undefined}
          name={nameOf(field, form)}
          value={value}
          defaultChecked={isChosen(value)}
        />{' '}
        {label}
      </label>
    ))}
    <Below field={field} form={form} />
  </fieldset>
);

/** A choice is never preset: an answer that nobody gave must not look like one. */
export const Choice = (props: FieldProps<As<'choice'>>) => (
  <Choosing {...props} type="radio" isChosen={(value) => props.form.typed?.[props.field.name] === value} />
);

/** Some of a few: one box for each. */
export const Checks = (props: FieldProps<As<'checks'>>) => {
  const chosen = new Set(typedOf(props.field, props.form).split('\n'));
  return <Choosing {...props} type="checkbox" isChosen={(value) => chosen.has(value)} />;
};

export const Check = ({ field, form }: FieldProps<As<'check'>>) => (
  <div className="choice one">
    <label>
      <input {...common(field, form)} type="checkbox" value="yes" defaultChecked={typedOf(field, form) !== ''} /> {field.title}
    </label>
    <Below field={field} form={form} />
  </div>
);
