import type { Activities, RunResult, RunStep } from './contract.ts';
import type { Lane } from './lane.ts';
import { recorded } from './recorded.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What is written down of a run, one step after the other, in the order in which it happened. */
export class RunRecord {
  private seq = 0;
  private last: Promise<unknown> = Promise.resolve();
  private readonly waiting: string[] = [];
  private readonly run: string;
  private readonly activities: Pick<Activities, 'recordRun'>;

  constructor(run: string, lane: Lane | undefined) {
    this.run = run;
    this.activities = recorded(lane);
  }

  /** Answers what an earlier execution closed the run with, if one did. */
  write(what: DistributiveOmit<RunStep, 'run' | 'seq' | 'at'>): Promise<RunResult | undefined> {
    this.seq += 1;
    const next = { ...what, run: this.run, seq: this.seq, at: new Date().toISOString() } as RunStep;
    const written = this.last.then(() => this.activities.recordRun(next));
    this.last = written;
    return written;
  }

  /** The run document says what the run waits for, in words of its definition; written when that changes. */
  async whileWaitingFor<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.waiting.push(what);
    await this.write({ event: 'waiting', waitingFor: [...this.waiting] });
    try {
      return await work();
    } finally {
      this.waiting.splice(this.waiting.indexOf(what), 1);
      await this.write({ event: 'waiting', waitingFor: [...this.waiting] });
    }
  }
}
