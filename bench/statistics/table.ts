/** Rows of cells, the first one their heads. */
export type Table = readonly (readonly string[])[];

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A Markdown table. */
export const table = ([head = [], ...rows]: Table): string => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
