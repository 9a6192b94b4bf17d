import type { ReactNode } from 'react';
import { placeInRow } from './answers.ts';
import { type As, Below, described, type FieldProps, idOf, Optional } from './fieldParts.tsx';

const blankRows = 3;

type OneProps = FieldProps;

/** Several of the same shape: those that were typed, and a few empty ones below them. What stays empty is none. */
export const Rows = ({ field, form, speaker, One }: FieldProps<As<'rows'>> & { One: (props: OneProps) => ReactNode }) => {
  const { t } = speaker;
  const typed = Object.keys(form.typed ?? {}).filter((place) => place.startsWith(`${field.name}:`));
  const last = Math.max(-1, ...typed.map((place) => Number(place.split(':')[1])));
  const rows = Math.min(field.most, last + 1 + blankRows);
  return (
    <fieldset className="rows-of" id={idOf(form, field.name)} aria-describedby={described(field, form)} tabIndex={-1}>
      <legend className="label">
        {field.title} <Optional field={field} speaker={speaker} />
      </legend>
      <Below field={field} form={form} />
      {Array.from({ length: rows }, (_, n) => (
        <fieldset className="row-of" key={placeInRow(field.name, n, '')}>
          <legend className="soft">{t('page:tasks.row', { number: String(n + 1) })}</legend>
          {field.fields.map((inner) => (
            <One
              key={inner.name}
              field={{ ...inner, name: placeInRow(field.name, n, inner.name), required: true }}
              form={form}
              speaker={speaker}
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
};
