/** What a log may say of something thrown: what kind it is and where it was, never whom or what it was about. */
export type Impersonal = { kind: string; code?: string | number; says: string; at?: string[]; cause?: Impersonal };

type Thrown = { name?: unknown; code?: unknown; responseCode?: unknown; message?: unknown; stack?: unknown; cause?: unknown };

const longest = 600;
const mostFrames = 12;

/**
 * A sentence of a library or a server without what people are called, wrote or may act by: addresses, credentials, long tokens, and whatever stands in quotation
 * marks, because that is how values of a record are repeated. Words of a program in single quotes stay.
 */
export const scrubbed = (sentence: string): string =>
  sentence
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s"'/]*@/gi, '$1[credentials]@')
    .replace(/[^\s<>"'(),;:[\]]+@(?!\[)[^\s<>"'(),;:/]+/g, '[address]')
    .replace(/"[^"]*"/g, '"[…]"')
    .replace(/(['`])(?![\w.$/#-]{0,80}\1)[^'`\n]{0,200}\1/g, '$1[…]$1')
    .replace(/(?<![\w-])[\w-]{40,}(?![\w-])/g, '[token]')
    .slice(0, longest);

/** Something thrown, as the log may keep it; fields that a library has put on it are left behind. */
export function impersonal(thrown: unknown, depth = 3): Impersonal {
  if (thrown === null || typeof thrown !== 'object') return { kind: typeof thrown, says: scrubbed(String(thrown)) };
  const { name, code, responseCode, stack, cause } = thrown as Thrown;
  const frames = framesOf(stack);
  return {
    kind: scrubbed(String(name ?? thrown.constructor?.name ?? 'object')),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    says: responseCode === undefined ? scrubbed(String((thrown as Thrown).message ?? '')) : ofRelay(thrown as Thrown),
    ...(frames.length > 0 && { at: frames }),
    ...(cause !== undefined && cause !== thrown && depth > 0 && { cause: impersonal(cause, depth - 1) }),
  };
}

/** A mail server answers in free text, and likes to name whom it does not know: its numbers say enough. */
function ofRelay({ responseCode, message }: Thrown): string {
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(String(message))?.[0];
  return ['the mail server answered', String(responseCode), enhanced].filter((part) => part !== undefined).join(' ');
}

const framesOf = (stack: unknown): string[] =>
  String(stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim());
