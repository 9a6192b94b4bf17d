import { renderTable, type Table } from './table.ts';

export type Stream = { write(text: string | Uint8Array): unknown; isTTY?: boolean | undefined; columns?: number | undefined };

/** Results go to the standard output, as text for people or as JSON for programs; everything else goes to the standard error. */
export type Output = {
  readonly json: boolean;
  /** Whether results go to the terminal of a person. */
  readonly isTerminal: boolean;
  /** Whether a result was given already; a program reads one JSON text, not two. */
  readonly given: boolean;
  /** What was asked for: the value as JSON, or these lines. */
  result(value: unknown, lines: readonly string[]): void;
  /** A file as it is, piece by piece. */
  raw(pieces: AsyncIterable<Uint8Array>): Promise<void>;
  table(table: Table): string[];
  /** A line about what is being done. */
  progress(sentence: string): void;
  /** As progress, but on a terminal the next one takes its place. */
  meter(sentence: string): void;
  /** Ends a meter's line. */
  settle(): void;
};

export function createOutput({ json, stdout, stderr }: { json: boolean; stdout: Stream; stderr: Stream }): Output {
  let measured = '';
  let given = false;
  const settle = () => {
    if (measured !== '' && stderr.isTTY === true) stderr.write('\n');
    measured = '';
  };
  return {
    json,
    isTerminal: stdout.isTTY === true,
    get given() {
      return given;
    },
    result(value, lines) {
      settle();
      given = true;
      stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
    async raw(pieces) {
      for await (const piece of pieces) stdout.write(piece);
      given = true;
    },
    table: (table) => renderTable(table, stdout.isTTY === true ? stdout.columns : undefined),
    progress(sentence) {
      settle();
      stderr.write(`${sentence}\n`);
    },
    meter(sentence) {
      if (sentence === measured) return;
      stderr.write(stderr.isTTY === true ? `\r\u001b[2K${sentence}` : `${sentence}\n`);
      measured = sentence;
    },
    settle,
  };
}
