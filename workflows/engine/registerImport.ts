import { proxyActivities } from '@temporalio/workflow';

const { applyPiece, announceImport } = proxyActivities<{
  applyPiece(call: { import: string; n: number }): Promise<void>;
  announceImport(call: { import: string; at: string }): Promise<void>;
}>({ startToCloseTimeout: '1m', retry: { maximumInterval: '1m' } });

/** Applies a validated import piece by piece and announces it when it is complete; each piece may be applied again without harm. */
export async function registerImport(input: { import: string; pieces: number }): Promise<void> {
  for (let n = 1; n <= input.pieces; n += 1) await applyPiece({ import: input.import, n });
  await announceImport({ import: input.import, at: new Date().toISOString() });
}
