/** What the API said instead of what was asked for. `errors` name the places that are wrong. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** In which language `message` is: some of what the API says, it says in English only. */
  readonly language: string | undefined;
  readonly errors: readonly { path: string; message: string }[];

  constructor(
    status: number,
    { code = 'fault', detail = '', errors = [] }: { code?: string; detail?: string; errors?: Problem['errors'] },
    language?: string,
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.language = language;
  }
}

/** How it can be sent all the same: by signing in, where the sign-in has ended; or by signing in once more, where it is too old for what is decided. */
export function signInFor(failure: unknown): 'over' | 'tooOld' | undefined {
  if (!(failure instanceof Problem)) return undefined;
  return failure.status === 401 ? 'over' : failure.code === 'signInAgain' ? 'tooOld' : undefined;
}
