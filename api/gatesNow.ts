import type { Run } from '../domain/records/run.ts';
import type { Gate } from '../domain/rules/gates.ts';
import { calendarOf } from '../domain/sites.ts';
import { gatesOf } from '../models/gates.ts';
import { settingsNow } from '../models/knowledge.ts';
import { definitionOf } from '../workflows/definitions.ts';
import type { Api } from './deps.ts';

/** How an open run would stand by its gates if it closed today. */
export async function gatesNow({ store, clock }: Api, run: Run): Promise<Gate[]> {
  const today = calendarOf(await settingsNow(store), undefined).dayOf(clock.now());
  return gatesOf(store, run, definitionOf(run.process)?.gates ?? [], today);
}
