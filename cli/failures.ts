/** A place of what is refused: a path into what was sent, and what is wrong with it. */
export type Place = { path: string; message: string };

/** The product said no: exit 1. */
export class Refused extends Error {
  readonly code: string;
  readonly places: readonly Place[];
  /** The whole answer, for programs. */
  readonly answer: unknown;
  constructor(code: string, sentence: string, places: readonly Place[] = [], answer?: unknown) {
    super(sentence);
    this.name = 'Refused';
    this.code = code;
    this.places = places;
    this.answer = answer ?? { code, detail: sentence, errors: places };
  }
}

/** The command was not given as it should be: exit 2. */
export class WrongUsage extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'WrongUsage';
  }
}

/** Nobody answers, or not as the product does: exit 3. */
export class Unreachable extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'Unreachable';
  }
}

/** Any fault in one line for the terminal. */
export const oneLine = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split('\n')[0] ?? '';
