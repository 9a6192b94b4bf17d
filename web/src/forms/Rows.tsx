import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { As } from './field.ts';
import css from './forms.module.css';
import { Below, type FieldProps, idAt, Optional, saidOf } from './parts.tsx';
import { placeInRow, rowsIn } from './values.ts';

/** Several of the same shape: those in which something stands, and always one more below them. What stays empty is none. */
export function Rows({ One, ...props }: FieldProps<As<'rows'>> & { One(inner: FieldProps): ReactNode }) {
  const { t } = useTranslation();
  const { field, place, form } = props;
  const count = Math.min(field.most, (rowsIn(place, form.values).at(-1) ?? -1) + 2);
  return (
    <fieldset className={css.rows} id={idAt(form, place)} aria-describedby={saidOf(props)} tabIndex={-1}>
      <legend className={css.label}>
        {field.title} <Optional field={field} />
      </legend>
      <Below {...props} />
      {Array.from({ length: count }, (_, n) => (
        <fieldset className={css.row} key={placeInRow(place, n, '')}>
          <legend>{t('tasks.form.row', { number: n + 1 })}</legend>
          {field.fields.map((inner) => (
            <One key={inner.name} field={{ ...inner, required: true }} place={placeInRow(place, n, inner.name)} form={form} />
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
