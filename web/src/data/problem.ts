/** What the API said instead of what was asked for. `errors` name the places that are wrong. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { path: string; message: string }[];

  constructor(
    status: number,
    { code = 'fault', detail = '', errors = [] }: { code?: string; detail?: string; errors?: Problem['errors'] },
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}
