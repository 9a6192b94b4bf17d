import type { ProcessDefinition, Words } from './process.ts';

export type MapNode = { key: string; title: Words; phase: ProcessDefinition['phase']; accountable: ProcessDefinition['accountable'] };
/** `from` hands something over to `to`: it starts it at once, or proposes it. */
export type MapEdge = { from: string; to: string; how: 'starts' | 'proposes'; when: Words };
export type ProcessMap = { processes: MapNode[]; interactions: MapEdge[] };

/** The processes and how they act on one another (4.4), as their definitions say it. What leads to a process that is not there is left out. */
export function mapOf(definitions: readonly ProcessDefinition[]): ProcessMap {
  const known = new Set(definitions.map(({ key }) => key));
  return {
    processes: definitions.map(({ key, title, phase, accountable }) => ({ key, title, phase, accountable })),
    interactions: definitions.flatMap(({ key, leadsTo = [] }) =>
      leadsTo.filter(({ process }) => known.has(process)).map(({ process, how, when }) => ({ from: key, to: process, how, when })),
    ),
  };
}
