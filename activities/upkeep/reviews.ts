import { heartbeat } from '@temporalio/activity';
import { engine } from '../../domain/records/common.ts';
import type { Deps } from '../deps.ts';
import { createOpenRun, openOrFind } from '../openRun.ts';

/**
 * Starts the periodic review of each document whose version in force came with an import (7.5.2): what is published is followed by one, what was in
 * force before has no run that starts it. One that is over or was cancelled is not begun again. Returns how many were started.
 */
export async function startReviews(deps: Deps): Promise<number> {
  const { store } = deps;
  // No run opens meanwhile; the end of that import, or the next pass of upkeep, starts them.
  if ((await store.imports.first({ state: 'applying' })) !== undefined) return 0;
  const documents = await store.documents.find({ status: 'current' });
  const versions = await store.documentVersions.find({ id: { $in: documents.flatMap(({ current }) => current ?? []) } });
  const imported = versions.filter(({ approvedBy }) => approvedBy?.via === 'import');
  const begun = await store.runs.pick({ process: 'documentReview', key: { $in: imported.map(({ id }) => id) } }, ['key']);
  const reviewed = new Set(begun.map(({ key }) => key));
  const openRun = createOpenRun(deps);
  const toStart = imported.filter(({ id }) => !reviewed.has(id));
  for (const { id: version, document } of toStart) {
    heartbeat(version);
    await openOrFind(openRun, { process: 'documentReview', subject: { document, version }, actor: engine });
  }
  return toStart.length;
}
