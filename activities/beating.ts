import { heartbeat } from '@temporalio/activity';

const everyMs = 5_000;

/** Work that may take minutes, with a sign of life every few seconds: a worker that died meanwhile is noticed. */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
