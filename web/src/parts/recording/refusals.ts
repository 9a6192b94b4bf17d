import { Problem } from '../../data/client.ts';

/** What the API says is wrong at one place of a form, its rows included. */
export const wrongAt = (failure: Error | null, ...paths: readonly string[]): string | undefined =>
  errorsOf(failure).find(({ path }) => paths.some((one) => path === one || path.startsWith(`${one}.`)))?.message;

/** What is wrong at places that no field of the form shows. */
export const wrongElsewhere = (failure: Error | null, shown: readonly string[]): Problem['errors'] =>
  errorsOf(failure).filter(({ path }) => !shown.some((one) => path === one || path.startsWith(`${one}.`)));

const errorsOf = (failure: Error | null): Problem['errors'] => (failure instanceof Problem ? failure.errors : []);
