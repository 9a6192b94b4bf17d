/**
 * What a refusal is about, so that a person finds the place: a path into the body, a row and column, an id. `de` says the same in German; programs,
 * which ask for no language, are answered in English.
 */
export type Detail = { path: string; message: string; de?: string };

/**
 * A business "no" with a code for programs and a sentence for people. Mapped once for HTTP and once for Temporal; everything else that is
 * thrown is a fault: logged once at the edge and opaque outside.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: readonly Detail[];
  constructor(status: number, code: string, sentence: string, details: readonly Detail[] = []) {
    super(sentence);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const notFound = () => new Refusal(404, 'notFound', 'There is nothing here, or nothing that you may see.');
