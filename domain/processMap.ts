import type { ProcessDefinition, Words } from './process.ts';

export type MapNode = Pick<ProcessDefinition, 'key' | 'title' | 'phase' | 'accountable' | 'inputs' | 'outputs'>;
/** `from` hands something over to `to`: it starts it at once, or proposes it. */
export type MapEdge = { from: string; to: string; how: 'starts' | 'proposes'; when: Words };
/** What `from` brings about and `to` goes by, whenever that is. */
type Exchange = { from: string; to: string; what: Words };
export type ProcessMap = { processes: MapNode[]; interactions: MapEdge[]; exchanges: Exchange[] };

/** The processes and how they act on one another (4.4), as their definitions say it. What leads to a process that is not there is left out. */
export function mapOf(definitions: readonly ProcessDefinition[]): ProcessMap {
  const known = new Set(definitions.map(({ key }) => key));
  return {
    processes: definitions.map(({ key, title, phase, accountable, inputs, outputs }) => ({
      key,
      title,
      phase,
      accountable,
      inputs,
      outputs,
    })),
    interactions: definitions.flatMap(({ key, leadsTo = [] }) =>
      leadsTo.filter(({ process }) => known.has(process)).map(({ process, how, when }) => ({ from: key, to: process, how, when })),
    ),
    exchanges: definitions.flatMap((from) => definitions.flatMap((to) => exchangesOf(from, to))),
  };
}

const exchangesOf = (from: ProcessDefinition, to: ProcessDefinition): Exchange[] =>
  from.outputs.filter((output) => to.inputs.some((input) => input.en === output.en)).map((what) => ({ from: from.key, to: to.key, what }));
