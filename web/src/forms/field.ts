/** `label` is what one chooses, `said` the same once it is chosen. */
export type Option = { value: string; label: string; said: string };
export type FieldBase = { name: string; title: string; short: string; help: string; required: boolean };

/** One field of a form, by what it takes. */
export type Field = FieldBase &
  (
    | { as: 'choice'; options: Option[] }
    /** Some of a few, one below the other. */
    | { as: 'checks'; options: Option[] }
    | { as: 'level'; steps: number[] }
    | { as: 'number'; whole: boolean; least?: number | undefined; most?: number | undefined }
    | { as: 'line' | 'text'; shortest?: number | undefined; longest?: number | undefined }
    /** Somebody, by name or mail address where it is typed, by id where it is kept. */
    | { as: 'person' }
    | { as: 'check' | 'day' | 'lines' }
    | { as: 'rows'; fields: Field[]; most: number }
  );
export type As<A extends Field['as']> = Extract<Field, { as: A }>;
