import { TestWorkflowEnvironment } from '@temporalio/testing';
import { serverBinaries } from '../../stack/binaries.ts';
import { type Engine, quietRuntime, startEngine } from './engine.ts';
import { keepHistories } from './histories/keep.ts';

export type SkippingEngine = Engine & {
  env: TestWorkflowEnvironment;
  sleepUntil(instant: string): Promise<void>;
  now(): string;
  /** From now on the worker's clock is ahead of the server's, or behind it. */
  moveClock(aheadMs: number): void;
};

/** The engine on a server whose clock jumps: years in seconds. The organization's clock follows it. One server per test file. */
export async function startSkippingEngine(): Promise<SkippingEngine> {
  quietRuntime();
  const { timeSkipping } = await serverBinaries();
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: timeSkipping } } });
  let realNow = await env.currentTimeMs();
  let ahead = 0;
  const engine = await startEngine({ address: env.address, realNow: () => realNow + ahead });
  return {
    ...engine,
    env,
    now: () => new Date(realNow).toISOString(),
    moveClock(aheadMs) {
      ahead = aheadMs;
    },
    async sleepUntil(instant) {
      const ms = Date.parse(instant) - (await env.currentTimeMs());
      if (ms > 0) await env.sleep(ms);
      realNow = await env.currentTimeMs();
    },
    async stop() {
      if (process.env.KEEP_HISTORIES !== undefined) await keepHistories(engine, process.env.KEEP_HISTORIES);
      await engine.stop();
      await env.teardown();
    },
  };
}
