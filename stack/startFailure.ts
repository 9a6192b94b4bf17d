/** Why the stack cannot start, in one sentence that says what to do; shown as it stands, without a stack trace. */
export class StartFailure extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartFailure';
  }
}

/** Any fault as one line for the terminal. */
export function oneLine(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.split('\n')[0] ?? text;
}
