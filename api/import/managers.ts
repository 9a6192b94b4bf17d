import type { Cell } from './cell.ts';

type Managed = { id: string; name: string; manager?: string | undefined };

/**
 * Reports every chain of managers that leads back to itself, once, at the row at which it was noticed: an escalation would go round in it.
 * People who exist already manage nobody in the file backwards, so only the file can hold such a chain.
 */
export function reportCycles(rows: readonly { person: Managed | undefined; cell: Cell }[]): void {
  const byId = new Map(rows.flatMap(({ person, cell }) => (person === undefined ? [] : [[person.id, { person, cell }] as const])));
  const settled = new Set<string>();
  for (const start of byId.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && byId.has(at) && !settled.has(at) && !path.has(at)) {
      path.add(at);
      at = byId.get(at)?.person.manager;
    }
    if (at !== undefined && path.has(at)) refuse([...path].slice([...path].indexOf(at)), byId);
    for (const id of path) settled.add(id);
  }
}

function refuse(cycle: readonly string[], byId: ReadonlyMap<string, { person: Managed; cell: Cell }>): void {
  const names = cycle.map((id) => byId.get(id)?.person.name ?? id);
  const cell = byId.get(cycle[0] ?? '')?.cell;
  if (cycle.length === 1)
    cell?.refuse('managerCycle', 'Nobody is their own manager. Leave the cell empty for the top of the organization.');
  else cell?.refuse('managerCycle', `The managers go round in a circle: ${[...shown(names), names[0]].join(', whose manager is ')}.`);
}

const shown = (names: readonly string[]): readonly string[] => (names.length <= 6 ? names : [...names.slice(0, 5), '…']);
