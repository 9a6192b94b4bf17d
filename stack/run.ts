import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Outcome = { ok: boolean; lines: string[] };

/** Runs a program to its end and returns what it wrote; a program that cannot be started has simply not succeeded. */
export function run(command: string, args: readonly string[], onLine: (line: string) => void = () => undefined): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    const take = (line: string) => {
      lines.push(line);
      onLine(line);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', take);
    child.once('error', ({ message }) => resolve({ ok: false, lines: [message] }));
    child.once('close', (code) => resolve({ ok: code === 0, lines }));
  });
}
