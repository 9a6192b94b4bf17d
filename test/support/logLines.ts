import { createLog } from '../../log.ts';

export type Line = Record<string, unknown>;

/** A log as a process writes it, and the lines it has written. */
export function keptLog(name: string) {
  const lines: Line[] = [];
  const log = createLog({ name, level: 'trace', to: { write: (line: string) => void lines.push(JSON.parse(line) as Line) } });
  return { log, lines };
}
